// The mode in which what is typed and deleted is suggested: every change of the text that comes from this page is taken for what it would do,
// and marks are set instead. Of a change that marks cannot say (a heading, a picture, bold) nothing is done, and that is said.
import { Extension, type Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Mapping, ReplaceStep } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { newKey } from "./story.ts";
import { deletionOf, difference, graft, insertionOf, paragraphSign, suggestionsIn, without, type Suggesting as Attributes } from "./suggestions.ts";
import { say } from "./words.ts";

/** Set on what is done to suggestions themselves. */
const settled = new PluginKey("suggestions");

export interface Mode {
  isOn: boolean;
  by: string;
  /** Says why something was not done. */
  told: (reason: string) => void;
}

export const suggesting = (mode: Mode) => {
  // Words that are suggested to be taken out stay where they are: the cursor goes on over them, to the side to which one deletes.
  let isForward = false;
  return Extension.create({
    name: "suggesting",
    addProseMirrorPlugins: () => [new Plugin({ props: { handleKeyDown: (_, event) => { isForward = event.key === "Delete"; return false; } } })],
    dispatchTransaction({ transaction, next }) {
      if (mode.isOn && transaction.getMeta(ySyncPluginKey)?.isUndoRedoOperation) {
        const { editor } = this;
        const text = without(editor.state.doc);
        next(transaction);
        const undone = without(editor.state.doc);
        // It would change the text itself: words of before, or the marks of words that are suggested.
        if (!undone.eq(text)) setTimeout(() => { if (without(editor.state.doc).eq(undone)) putBack(editor, text); mode.told(say("editor.suggest.notUndone")); });
        return;
      }
      const isOthers = transaction.getMeta(settled) || transaction.getMeta(ySyncPluginKey);
      if (!mode.isOn || !transaction.docChanged || isOthers) { next(transaction); return; }
      const { tr, isWhole } = suggest(this.editor.state, transaction, { id: newKey(), by: mode.by, at: new Date().toISOString() }, isForward);
      if (!isWhole) mode.told(say("editor.suggest.notThis"));
      next(tr);
    },
  });
};

/** Makes the text say again what it said, around what is suggested. */
function putBack(editor: Editor, text: Node): void {
  const { state, view } = editor;
  const wanted = graft(state.doc, text).content;
  const changed = difference(state.doc.content, wanted);
  if (changed) view.dispatch(state.tr.replace(changed.start, changed.endA, state.doc.copy(wanted).slice(changed.start, changed.endB)).setMeta(settled, true));
}

/** The same change as a suggestion; not whole when a part of it cannot be suggested. */
export function suggest(state: EditorState, given: Transaction, mine: Attributes, isForward: boolean): { tr: Transaction; isWhole: boolean } {
  const { tr } = state;
  let isWhole = true;
  let cursor: number | null = null;
  given.steps.forEach((step, index) => {
    if (!(step instanceof ReplaceStep)) { isWhole = false; return; }
    const back = new Mapping(given.mapping.maps.slice(0, index)).invert();
    const place = (at: number, side: number) => tr.mapping.map(back.map(at, side), side);
    const [from, to] = [place(step.from, -1), place(step.to, 1)];
    const done = replace(tr, from, Math.max(from, to), step, mine);
    isWhole &&= done.isWhole;
    cursor = done.added > 0 || isForward ? done.end : from;
  });
  if (cursor !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(cursor, tr.doc.content.size)), -1));
  if (given.scrolledIntoView) tr.scrollIntoView();
  return { tr, isWhole };
}

function replace(tr: Transaction, from: number, to: number, step: ReplaceStep, mine: Attributes): { end: number; added: number; isWhole: boolean } {
  const { insertion, deletion } = tr.doc.type.schema.marks;
  const attributes = neighbour(tr.doc, from, to, mine) ?? mine;
  let isWhole = true;
  const gone: { from: number; to: number }[] = [];
  let isMarked = false;
  tr.doc.nodesBetween(from, to, (node, at, parent) => {
    if (!node.isLeaf) return;
    const [start, end] = [Math.max(from, at), Math.min(to, at + node.nodeSize)];
    // The words around a cursor that takes nothing out.
    if (start >= end) return;
    // One's own words are not suggested to be taken out: they are taken back.
    if (node.isText && insertionOf(node)?.attrs.by === mine.by) gone.push({ from: start, to: end });
    else if (!node.isText || !parent!.type.allowsMarkType(deletion!)) isWhole = false;
    else { if (!deletionOf(node)) tr.addMark(start, end, deletion!.create(attributes)); isMarked = true; }
  });
  const text = wordsOf(step);
  // A mere joining of two paragraphs, or a piece that is no text.
  if (text === null || (text === "" && to > from && !isMarked && gone.length === 0)) isWhole = false;
  for (const piece of gone.reverse()) tr.delete(piece.from, piece.to);
  const end = tr.mapping.slice(tr.mapping.maps.length - gone.length).map(to, 1);
  const $end = tr.doc.resolve(end);
  if (!text || !$end.parent.inlineContent || !$end.parent.type.allowsMarkType(insertion!)) return { end, added: 0, isWhole: isWhole && !text };
  const around = $end.marks().filter(mark => mark.type !== insertion && mark.type !== deletion);
  tr.insert(end, tr.doc.type.schema.text(text, insertion!.create(attributes).addToSet(around)));
  return { end: end + text.length, added: text.length, isWhole };
}

/** Words typed on end, and what they replace, are one suggestion. */
function neighbour(doc: Node, from: number, to: number, mine: Attributes): Attributes | null {
  for (const node of [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter])
    for (const mark of node ? [insertionOf(node), deletionOf(node)] : [])
      if (mark?.attrs.by === mine.by) return mark.attrs as Attributes;
  return null;
}

/** Of these only the words are taken. */
const ofWords = new Set(["paragraph", "heading", "listItem", "bulletList", "orderedList", "blockquote", "hardBreak"]);

/** The words that a step puts in; null when it puts in something else. */
function wordsOf(step: ReplaceStep): string | null {
  const { content, openStart } = step.slice;
  let isText = true;
  content.descendants(node => { if (!node.isText && !ofWords.has(node.type.name)) isText = false; });
  if (!isText) return null;
  const text = content.textBetween(0, content.size, paragraphSign, paragraphSign);
  // A paragraph that is put in whole, between others.
  return openStart === 0 && content.firstChild?.isBlock ? paragraphSign + text : text;
}

/** Accepts or refuses suggestions: all of them, or those of one name. */
export function settle(editor: Editor, id: string | null, isAccepted: boolean): void {
  const { state, view } = editor;
  const { tr } = state;
  const pieces = suggestionsIn(state.doc).filter(one => id === null || one.id === id).flatMap(one => one.pieces.map(piece => ({ ...piece, of: one.id })))
    .sort((a, b) => b.from - a.from || Number(a.isAdded) - Number(b.isAdded));
  for (const { from, to, isAdded, of } of pieces) {
    const node = tr.doc.nodeAt(from);
    // Where one suggests to take out what another suggests to put in, the words may be gone already.
    if ((node && (isAdded ? insertionOf : deletionOf)(node))?.attrs.id !== of) continue;
    if (isAdded !== isAccepted) takeOut(tr, from, to);
    else if (isAdded) putIn(tr, from, to);
    else tr.removeMark(from, to, state.schema.marks.deletion);
  }
  tr.setMeta(settled, true);
  view.dispatch(tr);
}

function putIn(tr: Transaction, from: number, to: number): void {
  const { insertion } = tr.doc.type.schema.marks;
  const text = tr.doc.textBetween(from, to);
  tr.removeMark(from, to, insertion);
  for (let index = text.lastIndexOf(paragraphSign); index >= 0; index = index === 0 ? -1 : text.lastIndexOf(paragraphSign, index - 1)) {
    const at = from + index;
    const $at = tr.doc.resolve(at);
    // After a heading one writes text.
    const type = at + 1 === $at.end() ? tr.doc.type.schema.nodes.paragraph! : $at.parent.type;
    tr.delete(at, at + 1).split(at, 1, [{ type }]);
  }
}

/** A paragraph of which nothing is left goes with its words. */
function takeOut(tr: Transaction, from: number, to: number): void {
  const $from = tr.doc.resolve(from);
  if ($from.start() === from && $from.end() === to && $from.node(-1).childCount > 1) tr.deleteRange($from.before(), $from.after());
  else tr.delete(from, to);
}
