// What is suggested stands in the shared text as two marks: words to be put in, words to be taken out. The text that is saved, published and
// compared is the one without: the first left out, the second kept. Nothing here knows of the page, so that a test can run it without one.
import { Mark } from "@tiptap/core";
import { Fragment, type Mark as PutMark, type Node } from "@tiptap/pm/model";

export interface Suggesting { id: string; by: string; at: string }

/** One suggestion, with all the places at which it stands. */
export interface Suggestion extends Suggesting { added: string; removed: string; pieces: { from: number; to: number; isAdded: boolean }[] }

/** Stands for the end of a paragraph that is suggested: a paragraph cannot carry a mark in the shared text. */
export const paragraphSign = "¶";

function suggestionMark(name: "insertion" | "deletion", tag: "ins" | "del"): Mark {
  return Mark.create({
    name, inclusive: false, priority: 1001,
    // A copy within the newsroom stays a suggestion: pasted, it must not become text that nobody accepted.
    addAttributes: () => Object.fromEntries(["id", "by", "at"].map(attr => [attr, {
      default: "", parseHTML: (element: HTMLElement) => element.dataset[attr] ?? "", renderHTML: (given: Record<string, unknown>) => ({ [`data-${attr}`]: given[attr] }),
    }])),
    parseHTML: () => [{ tag: `${tag}[data-by]`, priority: 60 }],
    renderHTML: ({ HTMLAttributes }) => [tag, { ...HTMLAttributes, title: HTMLAttributes["data-by"] as string }, 0],
  });
}

export const suggestionMarks = [suggestionMark("insertion", "ins"), suggestionMark("deletion", "del")];

/** They stand in the shared text alone: in a body they are strangers. */
export const suggestionNames: readonly string[] = suggestionMarks.map(mark => mark.name);

const markOf = (node: Node, name: "insertion" | "deletion"): PutMark | undefined => node.marks.find(mark => mark.type.name === name);
export const insertionOf = (node: Node) => markOf(node, "insertion");
export const deletionOf = (node: Node) => markOf(node, "deletion");

function holds(node: Node): boolean {
  let found = false;
  node.descendants(part => { if (insertionOf(part) || deletionOf(part)) found = true; return !found; });
  return found;
}

/** The text without what is suggested. */
export function without(node: Node): Node {
  if (node.isText || !holds(node)) return node;
  const parts: Node[] = [];
  node.forEach(part => {
    if (insertionOf(part)) return;
    parts.push(deletionOf(part) ? part.mark(part.marks.filter(mark => mark.type.name !== "deletion")) : without(part));
  });
  return node.copy(Fragment.fromArray(parts));
}

/**
 * A text that came by another way (a restored revision, a save without a socket), with what is suggested in the present one: in all that
 * stayed the same, and around the words that changed.
 */
export function graft(old: Node, given: Node): Node {
  if (!holds(old)) return given;
  const bare = without(old);
  if (bare.eq(given)) return old;
  if (old.type !== given.type || given.isLeaf) return given;
  if (old.isTextblock) return graftLine(old, bare, given);
  const parts: Node[] = [];
  let at = 0;
  for (const { gone, come } of hunks(bare.content.content, given.content.content)) {
    for (let same = 0; same < gone.skipped; same++) parts.push(old.child(at++));
    come.forEach((part, index) => parts.push(index < gone.count ? graft(old.child(at + index), part) : part));
    at += gone.count;
    // Saved texts have no empty paragraphs at their end: what is suggested in one is not gone with it.
    if (at === old.childCount) for (let left = come.length; left < gone.count; left++) {
      const part = old.child(at - gone.count + left);
      if (holds(part) && without(part).content.size === 0) parts.push(part);
    }
  }
  for (; at < old.childCount; at++) parts.push(old.child(at));
  return given.copy(Fragment.fromArray(parts));
}

/** What lies between the first and the last place at which two contents differ, in each of them; null when they do not. */
export function difference(a: Fragment, b: Fragment): { start: number; endA: number; endB: number } | null {
  const start = a.findDiffStart(b);
  const ends = a.findDiffEnd(b as never);
  if (start === null || !ends) return null;
  // Where the same letter stands on both sides of a change, the two searches overlap.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  return { start, endA: ends.a + overlap, endB: ends.b + overlap };
}

function graftLine(old: Node, bare: Node, given: Node): Node {
  // The two are not the same line, or it would not have come here; of their content no more than attributes may differ.
  const changed = difference(bare.content, given.content);
  if (!changed) return given.copy(old.content);
  const [from, to] = [placeIn(old, changed.start), placeIn(old, changed.endA)];
  return given.copy(old.content.cut(0, from).append(given.content.cut(changed.start, changed.endB)).append(old.content.cut(to)));
}

/** Where a place of the text without suggestions stands in the one with them; before what is suggested there. */
function placeIn(line: Node, bare: number): number {
  let [place, rest] = [0, bare];
  line.forEach(part => {
    if (rest <= 0) return;
    if (insertionOf(part)) { place += part.nodeSize; return; }
    place += Math.min(rest, part.nodeSize);
    rest -= part.nodeSize;
  });
  return place;
}

/** All that is suggested, in the order of the text. */
export function suggestionsIn(doc: Node): Suggestion[] {
  const found = new Map<string, Suggestion>();
  let line = -1;
  doc.descendants((node, at, parent) => {
    for (const mark of [insertionOf(node), deletionOf(node)]) {
      if (!mark) continue;
      const { id, by, at: when } = mark.attrs as Suggesting;
      if (!found.has(id)) found.set(id, { id, by, at: when, added: "", removed: "", pieces: [] });
      const one = found.get(id)!;
      const isAdded = mark.type.name === "insertion";
      const last = one.pieces.at(-1);
      const gap = last && last.to !== at ? (line === at ? "" : " ") : "";
      if (isAdded) one.added += (one.added ? gap : "") + (node.text ?? ""); else one.removed += (one.removed ? gap : "") + (node.text ?? "");
      if (last?.to === at && last.isAdded === isAdded) last.to += node.nodeSize;
      else one.pieces.push({ from: at, to: at + node.nodeSize, isAdded });
    }
    if (parent?.isTextblock) line = at + node.nodeSize;
  });
  return [...found.values()];
}

/** What differs between two lists: how many are the same before it, how many are gone, which have come in their place. */
export function hunks(old: readonly Node[], given: readonly Node[]): { gone: { skipped: number; count: number }; come: Node[] }[] {
  let start = 0;
  while (start < old.length && start < given.length && old[start]!.eq(given[start]!)) start++;
  let end = 0;
  while (end < old.length - start && end < given.length - start && old.at(-1 - end)!.eq(given.at(-1 - end)!)) end++;
  const [a, b] = [old.slice(start, old.length - end), given.slice(start, given.length - end)];
  // The longest common row, from behind.
  const row = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) row[i]![j] = a[i]!.eq(b[j]!) ? row[i + 1]![j + 1]! + 1 : Math.max(row[i + 1]![j]!, row[i]![j + 1]!);
  const found = [];
  let [i, j, skipped] = [0, 0, start];
  while (i < a.length || j < b.length) {
    const [fromI, fromJ] = [i, j];
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i]!.eq(b[j]!))) {
      if (j >= b.length || i < a.length && row[i + 1]![j]! >= row[i]![j + 1]!) i++; else j++;
    }
    found.push({ gone: { skipped, count: i - fromI }, come: b.slice(fromJ, j) });
    for (skipped = 0; i < a.length && j < b.length && a[i]!.eq(b[j]!); i++, j++) skipped++;
  }
  return found;
}
