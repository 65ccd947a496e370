// Which block of a translation says which block of its source: the names that blocks carry (`source`), what is to be done with each, and how
// the names outlive what is done to the blocks. The rules are those of src/Chapar/Articles/Translations. Nothing here knows of the page.
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Mapping } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

/** A block of the source as the desk of its translation knows it. */
export interface Unit {
  id: string;
  /** As HTML; empty when it was taken out of the source. */
  html: string;
  isThere: boolean;
  /** What of it is translated; null when nothing is. */
  words: string | null;
  lines: string[];
  /** What was changed since it was translated. */
  changes: { change: "same" | "added" | "removed"; text: string }[] | null;
  isNew: boolean;
  isGone: boolean;
  isAsItIs: boolean;
  /** The act by which it was said to be done last. */
  act: string | null;
  /** The block without its words; null for headline and deck. */
  node: object | null;
}

export type UnitState = "done" | "missing" | "machine" | "added" | "edited" | "removed";

export interface Block { node: Node; at: number; names: string[] }

/** Set on what is no work of whoever sits at the page: what a machine wrote is put in by it. */
export const paired = new PluginKey("paired");

const namesOf = (node: Node): string[] => typeof node.attrs.source === "string" ? node.attrs.source.split(" ").filter(name => name !== "") : [];

/** The names that a block carries, and those of what was put into it. */
export function namesIn(node: Node): string[] {
  const names = new Set(namesOf(node));
  node.descendants(part => { for (const name of namesOf(part)) names.add(name); return !part.isTextblock; });
  return [...names];
}

export function blocksOf(doc: Node): Block[] {
  const blocks: Block[] = [];
  doc.forEach((node, at) => blocks.push({ node, at, names: namesIn(node) }));
  return blocks;
}

export function isMachine(node: Node): boolean {
  let found = node.attrs.machine === true;
  node.descendants(part => { found ||= part.attrs.machine === true; return !found; });
  return found;
}

/** All of a block that is translated, as BlockWords.Of says it. */
export function wordsOf(node: Node): string {
  const said: unknown[] = [];
  const look = (part: Node) => {
    if (["paragraph", "heading", "pullQuote"].includes(part.type.name) && part.textContent.trim() !== "") said.push(part.textBetween(0, part.content.size, "", inline => inline.type.name === "hardBreak" ? "\n" : inline.type.name === "rate" ? String(inline.attrs.pair).toUpperCase().replaceAll("-", "/") : ""));
    for (const field of { pullQuote: ["attribution"], image: ["alt", "caption"], table: ["caption"], note: ["title"] }[part.type.name] ?? []) said.push(part.attrs[field]);
  };
  look(node);
  node.descendants(part => { look(part); });
  return said.filter(text => typeof text === "string").map(text => (text as string).trim()).filter(text => text !== "").join("\n");
}

/** What is to be done with a unit, of which these words are the translation in blocks that are there or not. */
export function stateOf(unit: Unit, isThere: boolean, words: string, machine: boolean): UnitState {
  if (!unit.isThere) return !unit.isGone && unit.changes && isThere ? "removed" : "done";
  if (unit.isNew && !isThere) return "added";
  if (unit.changes) return "edited";
  if (machine) return "machine";
  return unit.words === null || unit.isAsItIs || words !== "" && words !== unit.words ? "done" : "missing";
}

/** Keeps names and marks true while one writes: joined blocks have both names, and what somebody changes is a machine's no more. */
export const pairs = Extension.create({
  name: "pairs",
  addProseMirrorPlugins: () => [new Plugin({ appendTransaction: (done, old, state) => upkeep(done, old, state) })],
});

export function upkeep(done: readonly Transaction[], old: EditorState, state: EditorState): Transaction | null {
  // What comes from elsewhere was looked after where it was written.
  if (!done.some(tr => tr.docChanged) || done.some(tr => tr.getMeta(ySyncPluginKey))) return null;
  const { tr } = state;
  keepNames(tr, done, old.doc, state.doc);
  if (!done.some(tr => tr.getMeta(paired))) unmark(tr, old.doc, state.doc);
  return tr.docChanged ? tr : null;
}

/** Wherever a letter of a block has come to stand, its block has the names. */
function keepNames(tr: Transaction, done: readonly Transaction[], old: Node, doc: Node): void {
  const untouched = new Set(doc.children);
  const mapping = new Mapping();
  for (const one of done) mapping.appendMapping(one.mapping);
  const wanted = new Map<number, Set<string>>();
  for (const { node, at, names } of blocksOf(old)) {
    if (names.length === 0 || untouched.has(node)) continue;
    node.descendants((part, place) => {
      for (let letter = 0; part.isText && letter < part.nodeSize; letter++) {
        const now = mapping.mapResult(at + 1 + place + letter, 1);
        if (now.deletedAfter) continue;
        const start = doc.resolve(now.pos).before(1);
        if (!wanted.has(start)) wanted.set(start, new Set());
        for (const name of names) wanted.get(start)!.add(name);
      }
    });
  }
  for (const [start, names] of wanted) {
    const block = doc.nodeAt(start)!;
    const lacking = [...names].filter(name => !namesIn(block).includes(name));
    if (lacking.length > 0 && "source" in block.attrs) tr.setNodeAttribute(start, "source", [...namesOf(block), ...lacking].join(" "));
  }
}

function unmark(tr: Transaction, old: Node, doc: Node): void {
  const written = new Map<string, string>();
  old.descendants(node => { if (node.attrs.machine === true) written.set(String(node.attrs.source), wordsOf(node)); return !node.isTextblock; });
  if (written.size === 0) return;
  doc.descendants((node, at) => {
    const before = node.attrs.machine === true ? written.get(String(node.attrs.source)) : undefined;
    if (before !== undefined && before !== wordsOf(node)) tr.setNodeAttribute(at, "machine", null);
    return !node.isTextblock;
  });
}

/** Fills blocks that are still as they were carried over with what a machine wrote; null when somebody has begun them. */
export function fill(tr: Transaction, blocks: Block[], unit: Unit, lines: string[]): boolean {
  const { schema } = tr.doc.type;
  const places: { at: number; node: Node }[] = [];
  for (const { node, at } of blocks) {
    const look = (part: Node, place: number) => { if (part.isTextblock && ["paragraph", "heading", "pullQuote"].includes(part.type.name)) places.push({ at: place, node: part }); };
    look(node, at);
    node.descendants((part, place) => { look(part, at + 1 + place); });
  }
  const free = places.filter(({ node }) => node.textContent.trim() === "" || unit.lines.includes(node.textContent.trim()));
  const given = free.length === lines.length ? lines : [lines.join(" ")];
  if (free.length === 0) return false;
  const wanted = free.slice(0, given.length);
  for (const [index, { at, node }] of [...wanted.entries()].reverse()) {
    // Rates that stand in the line stay behind the words.
    let first = node.content.size;
    node.forEach((part, place) => { if (!part.isText && place < first) first = place; });
    tr.replaceWith(at + 1, at + 1 + (node.textContent === "" ? 0 : first), schema.text(given[index]!));
  }
  for (const { at } of blocks) if ("machine" in (tr.doc.nodeAt(tr.mapping.map(at, -1))?.attrs ?? {})) tr.setNodeAttribute(tr.mapping.map(at, -1), "machine", true);
  tr.setMeta(paired, true);
  return true;
}
