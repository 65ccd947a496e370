// Builds the editor into the folder given as the first argument: editor.js for the browser, schema.json for the test that
// holds this schema and the C# nodes equal.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const out = process.argv[2] ?? "out";
mkdirSync(out, { recursive: true });

const types = spawnSync(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "--pretty", "false"], { encoding: "utf8" });
if (types.status !== 0) {
  process.stdout.write(types.stdout + types.stderr);
  process.exit(1);
}

const common = { bundle: true, format: "esm", target: "es2022", logLevel: "warning" };
await build({ ...common, entryPoints: ["editor.ts"], outfile: join(out, "editor.js"), minify: true, legalComments: "none" });

const names = join(out, "schema.mjs");
await build({ ...common, entryPoints: ["schema.ts"], outfile: names, platform: "node" });
const { schemaNames } = await import(pathToFileURL(names).href);
writeFileSync(join(out, "schema.json"), JSON.stringify(schemaNames(), null, 1) + "\n");
rmSync(names);
console.log(`editor: ${readFileSync(join(out, "editor.js")).length} bytes`);
