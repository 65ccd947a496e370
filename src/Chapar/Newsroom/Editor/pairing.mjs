// A test that ./test runs: a translation is edited at random (letters, splits, joins, cuts over several blocks, moves, lists and quotations
// made and unmade). After each step every word that is left stands in a block with the name of the block of the source that it says.
// Argument: the number of rounds.
import { build } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = mkdtempSync(join(import.meta.dirname, "node_modules", ".pairing-"));
const bundle = join(folder, "bundle.mjs");
await build({
  stdin: {
    contents: `
      export { blocksOf, fill, isMachine, stateOf, upkeep, wordsOf } from "./pairs.ts"; export { nodesAndMarks } from "./schema.ts"; export { getSchema } from "@tiptap/core";
      export { Node } from "@tiptap/pm/model"; export { EditorState, Plugin, TextSelection } from "@tiptap/pm/state";
      export { joinBackward, joinForward, lift, splitBlockAs, wrapIn } from "@tiptap/pm/commands"; export { wrapInList } from "@tiptap/pm/schema-list";`,
    resolveDir: import.meta.dirname, loader: "ts",
  },
  bundle: true, format: "esm", platform: "node", outfile: bundle, logLevel: "error",
});
const { Node, EditorState, Plugin, TextSelection, blocksOf, fill, getSchema, isMachine, joinBackward, joinForward, lift, nodesAndMarks, splitBlockAs, stateOf, upkeep, wordsOf, wrapIn, wrapInList } = await import(pathToFileURL(bundle).href);
rmSync(folder, { recursive: true });

const schema = getSchema(nodesAndMarks);
const wordOf = number => String.fromCharCode(0x4e00 + number);
const paragraph = (number, text) => ({ type: "paragraph", attrs: { source: `name${number}` }, content: text ? [{ type: "text", text }] : [] });
const check = (holds, said) => { if (!holds) throw new Error(said); };

function random(seed) {
  let state = seed * 2654435761 >>> 0 || 1;
  return below => { state ^= state << 13; state >>>= 0; state ^= state >>> 17; state ^= state << 5; state >>>= 0; return state % below; };
}

const stateWith = content => EditorState.create({ doc: Node.fromJSON(schema, { type: "doc", content }), plugins: [new Plugin({ appendTransaction: (done, old, state) => upkeep(done, old, state) })] });

function step(state, pick) {
  const size = state.doc.content.size;
  const at = () => TextSelection.near(state.doc.resolve(pick(size + 1)));
  const run = (command, selection = at()) => { let next = state.apply(state.tr.setSelection(selection)); command(next, tr => { next = next.apply(tr); }); return next; };
  // The editor's own split gives both halves what the block says of itself.
  const keep = splitBlockAs((node) => ({ type: node.type, attrs: node.attrs }));
  switch (pick(9)) {
    case 0: return state.apply(state.tr.setSelection(at()).insertText("abc"));
    case 1: case 2: return run(keep);
    case 3: case 4: {
      const blocks = blocksOf(state.doc);
      const block = blocks[pick(blocks.length)];
      return run(joinBackward, TextSelection.near(state.doc.resolve(block.at + 1)));
    }
    case 5: {
      const blocks = blocksOf(state.doc);
      const block = blocks[pick(blocks.length)];
      return run(joinForward, TextSelection.near(state.doc.resolve(block.at + block.node.nodeSize - 1), -1));
    }
    case 6: {
      const [a, b] = [at().from, at().from].sort((x, y) => x - y);
      return b - a > 12 ? state : run((now, dispatch) => (dispatch(now.tr.deleteSelection()), true), TextSelection.between(state.doc.resolve(a), state.doc.resolve(b)));
    }
    case 7: return run(pick(3) === 0 ? lift : pick(2) === 0 ? wrapIn(schema.nodes.blockquote) : wrapInList(schema.nodes.bulletList));
    default: {
      const blocks = blocksOf(state.doc);
      if (blocks.length < 2) return state;
      const block = blocks[pick(blocks.length)];
      const cut = state.apply(state.tr.delete(block.at, block.at + block.node.nodeSize));
      const left = blocksOf(cut.doc);
      return cut.apply(cut.tr.insert(left[pick(left.length)].at, block.node));
    }
  }
}

function isTrue(doc) {
  for (const { node, names } of blocksOf(doc))
    for (const word of node.textContent.match(/[\u4e00-\u9fff]/g) ?? [])
      check(names.includes(`name${word.charCodeAt(0) - 0x4e00}`), `${word} stands in a block with the names ${names.join(" ")}: ${JSON.stringify(node)}`);
}

const rounds = Number(process.argv[2] ?? 100);
for (let seed = 1; seed <= rounds; seed++) {
  const pick = random(seed);
  let state = stateWith(Array.from({ length: 6 }, (_, number) => paragraph(number, `x${wordOf(number)}y ${wordOf(number)}z`)));
  for (let edit = 0; edit < 60; edit++) {
    state = step(state, pick);
    try { isTrue(state.doc); } catch (error) { throw new Error(`round ${seed}, edit ${edit}: ${error.message}`); }
  }
}

// What a machine wrote is marked until one letter of it is changed, and goes only into what is still empty.
{
  let state = stateWith([paragraph(0), paragraph(1, "Begun."), paragraph(2)]);
  const unit = number => ({ id: `name${number}`, isThere: true, changes: null, isNew: false, isGone: false, isAsItIs: false, words: "Source.", lines: ["Source."] });
  const put = number => {
    const { tr } = state;
    const done = fill(tr, blocksOf(tr.doc).filter(block => block.names.includes(`name${number}`)), unit(number), ["Machine."]);
    if (done) state = state.apply(tr);
    return done;
  };
  check(put(0) && !put(1) && put(2), "the machine fills what is empty, and nothing else");
  const marked = () => blocksOf(state.doc).map(({ node }) => isMachine(node));
  check(marked().join() === "true,false,true", `marked: ${marked()}`);
  check(stateOf(unit(0), true, wordsOf(state.doc.child(0)), true) === "machine", "it is to be looked at");
  state = state.apply(state.tr.insertText("Our ", 1));
  check(marked().join() === "false,false,true", `after a change: ${marked()}`);
  state = state.apply(state.tr.split(blocksOf(state.doc)[2].at + 4, 1, [{ type: schema.nodes.paragraph, attrs: state.doc.child(2).attrs }]));
  check(marked().join() === "false,false,false,false", `after a split: ${marked()}`);
}
console.log(`pairing: ${rounds} rounds`);
