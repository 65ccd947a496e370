// A test that ./test runs: the whole text of a story set as its language wants it (setText in typography.ts), with the marks of Uzbek that are letters or quotation marks.
import { build } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = mkdtempSync(join(import.meta.dirname, "node_modules", ".setting-"));
const bundle = join(folder, "bundle.mjs");
await build({ entryPoints: [join(import.meta.dirname, "typography.ts")], bundle: true, format: "esm", platform: "node", outfile: bundle, logLevel: "error" });
const { setText } = await import(pathToFileURL(bundle).href);
rmSync(folder, { recursive: true });

const rows = [
  ["uz", "", "‘radio’ dedi, “Bu ‘palto’ emas”", "‘radio’ dedi, “Bu ‘palto’ emas”"],
  ["uz", "", "o’g’il tog’ yonida bo‘ldi, do'st", "oʻgʻil togʻ yonida boʻldi, doʻst"],
  ["uz", "", "‘katta tog’ yonida’ dedi", "‘katta togʻ yonida’ dedi"],
  ["uz", "“Bu ‘", "palto’ emas, bog’”", "palto’ emas, bogʻ”"],
  ["uz", "", "\"Do'st \"o'g'il\" san'at\"", "“Doʻst ‘oʻgʻil’ sanʼat”"],
  ["ru", "", "\"Он сказал: \"вода\"\" - и ушёл", "«Он сказал: „вода“»\u00a0— и\u00a0ушёл"],
];
const wrong = rows.filter(([language, before, text, set]) => setText(text, language, before) !== set || setText(set, language, before) !== set);
for (const [language, before, text, set] of wrong) console.log(`${language}: ${before}|${text}: ${setText(text, language, before)} and not ${set}`);
console.log(`${rows.length - wrong.length} of ${rows.length} texts set`);
process.exitCode = wrong.length === 0 ? 0 : 1;
