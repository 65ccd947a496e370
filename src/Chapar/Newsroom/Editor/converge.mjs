// A test that ./test runs: three pages and a log, as on the server. They write at random, lose their network, come back, send twice; another
// way changes the story meanwhile; the log is folded. In the end all have the same, every word that nobody took out is there, and the
// log is short. What they suggest meanwhile is in none of the saved texts, and all have the same of it. Argument: the number of rounds.
import { build } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = mkdtempSync(join(import.meta.dirname, "node_modules", ".converge-"));
const bundle = join(folder, "bundle.mjs");
await build({
  stdin: {
    contents: `
      export * from "./merge.ts"; export { suggestionsIn, without } from "./suggestions.ts"; export { Node } from "@tiptap/pm/model"; export { unwrap } from "./unknown.ts"; export { nodesAndMarks } from "./schema.ts";
      export { getSchema } from "@tiptap/core"; export { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap"; export * as Y from "yjs";`,
    resolveDir: import.meta.dirname, loader: "ts",
  },
  bundle: true, format: "esm", platform: "node", outfile: bundle, logLevel: "error",
});
const { Node, Y, bodyOf, bringIn, filingIn, fold, getSchema, lineOf, nodesAndMarks, put, sameBytes, suggestionsIn, unwrap, without, yXmlFragmentToProsemirrorJSON } = await import(pathToFileURL(bundle).href);
rmSync(folder, { recursive: true });

const schema = getSchema(nodesAndMarks);
const textOf = doc => Node.fromJSON(schema, yXmlFragmentToProsemirrorJSON(bodyOf(doc)));
const says = doc => ({ headline: lineOf(doc, "headline").toString(), deck: lineOf(doc, "deck").toString(), body: unwrap(without(textOf(doc)).toJSON()), particulars: filingIn(doc) });
// One letter each, so that no two words begin or end alike.
const words = text => JSON.stringify(text).match(/[\u4e00-\u9fff]/g) ?? [];
const wordOf = number => String.fromCharCode(0x4e00 + number);

function random(seed) {
  let state = seed * 2654435761 >>> 0 || 1;
  return below => { state ^= state << 13; state >>>= 0; state ^= state >>> 17; state ^= state << 5; state >>>= 0; return state % below; };
}

/** One thing that somebody does to a text. */
function edit(text, word, pick, mayTake) {
  const blocks = text.body.content;
  const at = pick(blocks.length || 1);
  const block = blocks[at];
  switch (pick(8)) {
    case 0: text.headline = insert(text.headline, `${word} `, pick); return;
    case 1: blocks.splice(at, 0, { type: "paragraph", content: [{ type: "text", text: word }] }); return;
    case 2: blocks.splice(at, 0, { type: "hologram", attrs: { depth: pick(9), of: word } }); return;
    case 3: blocks.splice(at, 0, { type: "image", attrs: { alt: word, credit: "us" } }); return;
    case 4: blocks.splice(at, 0, { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: word, marks: [{ type: "bold" }] }] }] }] }); return;
    case 5: if (mayTake && blocks.length > 3) blocks.splice(at, 1); else text.particulars = { ...text.particulars, topics: [word] }; return;
    default:
      // Not into an empty paragraph: when two begin one at once it has two texts, which either of them joins (decision 013, cost).
      if (block?.content?.[0]?.type === "text") block.content[0].text = insert(block.content[0].text, ` ${word} `, pick);
      else blocks.push({ type: "paragraph", content: [{ type: "text", text: word }] });
  }
}

const insert = (text, word, pick) => {
  // Between words: who types within another's word changes it.
  const gaps = [0, ...[...text.matchAll(/ /g)].map(gap => gap.index), text.length];
  const at = gaps[pick(gaps.length)];
  return text.slice(0, at) + word + text.slice(at);
};

/** One suggests a word to be put in, or a letter to be taken out, as the editor does: by marks in a line. True for a word. */
function suggest(doc, word, id, pick) {
  const isAdding = pick(3) > 0;
  const lines = bodyOf(doc).toArray().filter(block => block.nodeName === "paragraph").map(block => block.toArray().find(part => part instanceof Y.XmlText)).filter(line => line?.length > 1);
  if (lines.length === 0) return false;
  const line = lines[pick(lines.length)];
  const attrs = { id, by: "somebody", at: "" };
  // Between words, as in edit.
  const text = line.toDelta().map(part => part.insert).join("");
  const gaps = [0, ...[...text.matchAll(/ /g)].map(gap => gap.index), text.length];
  const at = gaps[pick(gaps.length)];
  if (isAdding) line.insert(at, word, { insertion: attrs });
  else line.format(Math.min(at, text.length - 1), 1, { deletion: attrs });
  return isAdding;
}

function round(seed, mayTake) {
  const pick = random(seed);
  let written = 0;
  let isClean = true;
  const offered = new Set();
  const expected = new Set();
  const keep = text => { for (const word of words({ ...text, particulars: null })) expected.add(word); };
  const log = [];
  const server = { key: "K0", shared: null, saved: 0, sequence: 0, text: { headline: "The river", deck: "", body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "It rose" }] }, { type: "orbit" }] }, particulars: { format: "news", bylines: [], places: [], topics: [] } } };
  const append = (bytes, state) => { log.push({ sequence: ++server.sequence, state, bytes }); if (state) server.shared = state; };
  const pages = [0, 1, 2].map(() => {
    const page = { doc: new Y.Doc(), through: 0, held: [], online: true };
    page.doc.clientID = 1 + pick(0x7fffffff);
    page.doc.on("update", (bytes, origin) => { if (origin !== "remote") page.held.push(bytes); });
    return page;
  });
  const entries = () => log;
  const bringAll = () => {
    if (server.shared === server.key) return;
    const made = pages.map(() => bringIn(entries().slice(), server.saved, server.key, structuredClone(server.text), schema, "program"));
    if (!made.every(bytes => sameBytes(bytes, made[0]))) throw new Error(`seed ${seed}: two pages made different changes of the state ${server.key}`);
    append(made[0], server.key);
  };
  const sync = page => {
    if (!page.online) return;
    bringAll();
    if (page.held.length > 0) {
      const bytes = Y.mergeUpdates(page.held);
      append(bytes, null);
      if (pick(10) === 0) append(bytes, null);
      page.held = [];
    }
    for (const entry of log.filter(one => one.sequence > page.through)) Y.applyUpdate(page.doc, entry.bytes, "remote");
    page.through = server.sequence;
  };
  bringAll();
  pages.forEach(sync);
  for (let step = 0; step < 120; step++) {
    const page = pages[pick(3)];
    switch (pick(12)) {
      case 0: page.online = !page.online; break;
      case 1: { // a save of the shared text
        page.online = true;
        sync(page);
        server.saved = server.sequence;
        server.key = server.shared = `K${step + 1}`;
        server.text = says(page.doc);
        isClean &&= !/☞|insertion|deletion/.test(JSON.stringify(server.text));
        break;
      }
      case 2: { // a change by another way
        const text = structuredClone(server.text);
        edit(text, wordOf(++written), pick, mayTake);
        keep(text);
        server.text = text;
        server.key = `K${step + 1}`;
        bringAll();
        break;
      }
      case 3: { // folding
        const bytes = server.saved > 0 ? fold(log, server.saved) : null;
        if (!bytes) break;
        const rest = log.filter(entry => entry.sequence > server.saved);
        log.splice(0, log.length, { sequence: server.saved, state: null, bytes }, ...rest);
        break;
      }
      case 4: if (suggest(page.doc, `☞${step} `, `${seed}-${step}`, pick)) offered.add(`☞${step} `); break;
      default: {
        const text = says(page.doc);
        edit(text, wordOf(++written), pick, mayTake);
        keep(text);
        put(page.doc, text, schema);
        if (pick(3) === 0) sync(page);
      }
    }
  }
  for (const page of pages) page.online = true;
  for (let again = 0; again < 2; again++) pages.forEach(sync);
  const [a, ...others] = pages.map(page => JSON.stringify(says(page.doc)));
  if (!others.every(text => text === a)) throw new Error(`seed ${seed}: the pages differ\n${a}\n${others.join("\n")}`);
  if (!isClean) throw new Error(`seed ${seed}: a suggestion stands in a saved text`);
  const open = pages.map(page => JSON.stringify(suggestionsIn(textOf(page.doc))));
  if (!open.every(list => list === open[0])) throw new Error(`seed ${seed}: the pages differ in what is suggested\n${open.join("\n")}`);
  suggestions += JSON.parse(open[0]).length;
  const gone = mayTake ? [] : [...offered].filter(word => !open[0].includes(word));
  if (gone.length > 0) throw new Error(`seed ${seed}: the suggestions ${gone.join(", ")} are gone\n${open[0]}\n${a}`);
  const reopened = new Y.Doc();
  for (const entry of log) Y.applyUpdate(reopened, entry.bytes);
  if (JSON.stringify(says(reopened)) !== a) throw new Error(`seed ${seed}: the log says something else than the pages`);
  const there = new Set(words(JSON.parse(a)));
  // Where blocks are taken out, what another types in one of them meanwhile goes with it.
  const lost = mayTake ? [] : [...expected].filter(word => !there.has(word));
  if (lost.length > 0) throw new Error(`seed ${seed}: lost ${lost.join(" ")}\n${a}`);
  const twice = words({ ...JSON.parse(a), particulars: null }).filter((word, at, all) => all.indexOf(word) !== at);
  if (twice.length > 0) throw new Error(`seed ${seed}: twice there is ${twice.join(" ")}\n${a}`);
  return log.length;
}

const rounds = Number(process.argv[2] ?? 40);
let [longest, suggestions] = [0, 0];
for (let seed = 1; seed <= rounds; seed++) longest = Math.max(longest, round(seed, seed % 2 === 0));
console.log(`${rounds} rounds of three pages: all ended equal, no word was lost or stood twice; the longest log had ${longest} changes, and ${suggestions} suggestions were left open`);
