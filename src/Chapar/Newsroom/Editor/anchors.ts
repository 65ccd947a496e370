// Where a passage stands while several write around it: its first and its last letter in the shared document, which stay the same letters
// whatever is typed. When they are gone (a paragraph was parted before them, a revision brought back) the same words in the same
// surroundings are the passage. Nothing here knows of the page, so that a test can run it without one.
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";

/** As it is kept with a comment; only editors read it. */
export interface Anchor { start: unknown; end: unknown; before: string; after: string }

export interface Place { from: number; to: number }

/** Letters on either side by which a passage is known again. */
const surroundings = 24;
/** Words of so many letters that stand only once need no surroundings. */
const tellingLength = 20;
export const longestQuote = 500;

export const quoteOf = (doc: Node, { from, to }: Place) => doc.textBetween(from, to, "\n", said).slice(0, longestQuote);

const said = (piece: Node) => String(piece.attrs.alt || piece.attrs.caption || piece.attrs.title || piece.attrs.pair || "▣");

export function anchorOf(fragment: Y.XmlFragment, doc: Node, { from, to }: Place): Anchor {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  return {
    start: Y.relativePositionToJSON(relative(fragment, from, 0, doc)),
    end: Y.relativePositionToJSON(relative(fragment, to, -1, doc)),
    before: $from.parent.isTextblock ? doc.textBetween(Math.max($from.start(), from - surroundings), from, "", "\ufffc") : "",
    after: $to.parent.isTextblock ? doc.textBetween(to, Math.min($to.end(), to + surroundings), "", "\ufffc") : "",
  };
}

/** Where the passage stands now; null when it is not in the text any more. */
export function placeOf(fragment: Y.XmlFragment, doc: Node, anchor: Anchor, quote: string): Place | null {
  const [from, to] = [absolute(fragment, anchor.start, doc), absolute(fragment, anchor.end, doc)];
  if (from !== null && to !== null && from < to && to <= doc.content.size && quoteOf(doc, { from, to }) !== "") return { from, to };
  return again(doc, anchor, quote, from ?? to ?? 0);
}

/** The same words in the same surroundings, the nearest first. */
function again(doc: Node, anchor: Anchor, quote: string, near: number): Place | null {
  const found: (Place & { fits: boolean })[] = [];
  doc.descendants((block, at) => {
    if (!block.isTextblock) return;
    const text = block.textBetween(0, block.content.size, undefined, "\ufffc");
    for (let index = text.indexOf(quote); index >= 0; index = text.indexOf(quote, index + 1)) {
      const [before, after] = [text.slice(0, index), text.slice(index + quote.length)];
      const fits = (before.endsWith(anchor.before) || anchor.before.endsWith(before)) && (after.startsWith(anchor.after) || anchor.after.startsWith(after));
      found.push({ from: at + 1 + index, to: at + 1 + index + quote.length, fits });
    }
    return false;
  });
  const distance = ({ from }: Place) => Math.abs(from - near);
  const fitting = found.filter(one => one.fits).sort((a, b) => distance(a) - distance(b));
  const best = fitting[0] ?? (found.length === 1 && quote.length >= tellingLength ? found[0] : undefined);
  return best ? { from: best.from, to: best.to } : null;
}

/** Units of the document that a part of the shared one takes. */
function sizeOf(part: unknown, doc: Node): number {
  if (part instanceof Y.XmlText) return part.length;
  if (!(part instanceof Y.XmlElement)) return 0;
  if (doc.type.schema.nodes[part.nodeName]?.isLeaf) return 1;
  return 2 + sizeWithin(part, doc);
}

const sizeWithin = (parent: Y.XmlFragment, doc: Node): number => parent.toArray().reduce((sum: number, part) => sum + sizeOf(part, doc), 0);

/** Whether the two documents say the same at this moment: between a key and its change of the shared one they do not. */
export const isInStep = (fragment: Y.XmlFragment, doc: Node) => sizeWithin(fragment, doc) === doc.content.size;

/** @param side 0 keeps to the letter that follows, -1 to the one before. */
function relative(fragment: Y.XmlFragment, place: number, side: 0 | -1, doc: Node): Y.RelativePosition {
  let parent: Y.XmlFragment = fragment;
  let rest = place;
  walk: for (;;) {
    const parts = parent.toArray();
    for (const [index, part] of parts.entries()) {
      if (part instanceof Y.XmlText) {
        if (rest < part.length || (rest === part.length && (side === -1 || index === parts.length - 1))) return Y.createRelativePositionFromTypeIndex(part, rest, side);
        rest -= part.length;
        continue;
      }
      if (rest === 0) return Y.createRelativePositionFromTypeIndex(parent, index, side);
      const size = sizeOf(part, doc);
      if (rest < size) { parent = part as Y.XmlElement; rest--; continue walk; }
      rest -= size;
    }
    return Y.createRelativePositionFromTypeIndex(parent, parent.length, side);
  }
}

function absolute(fragment: Y.XmlFragment, kept: unknown, doc: Node): number | null {
  let found: Y.AbsolutePosition | null;
  try { found = fragment.doc && Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(kept), fragment.doc); } catch { return null; }
  if (!found) return null;
  let type = found.type as unknown as Y.XmlFragment | Y.XmlText;
  let place = type instanceof Y.XmlText ? found.index : type.toArray().slice(0, found.index).reduce((sum: number, part) => sum + sizeOf(part, doc), 0);
  while (type !== fragment) {
    const parent: unknown = type.parent;
    if (!(parent instanceof Y.XmlFragment) || type._item?.deleted) return null;
    const self = type;
    const parts = parent.toArray();
    if (self instanceof Y.XmlElement) place++;
    place += parts.slice(0, parts.findIndex(part => part === self)).reduce((sum: number, part) => sum + sizeOf(part, doc), 0);
    type = parent;
  }
  return place;
}
