// A story as a shared document: how it is written into one, and how a state that came by another way is brought in. Nothing here
// knows of the page, so that a test can run it without one.
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import { Node, type Schema } from "@tiptap/pm/model";
import * as Y from "yjs";
import type { Particulars, Text } from "./story.ts";
import { graft, hunks } from "./suggestions.ts";
import { wrap } from "./unknown.ts";

/** A change of the log. One with a state made the document say that state of the working copy. */
export interface Entry { sequence: number; state: string | null; bytes: Uint8Array }

export const bodyOf = (doc: Y.Doc) => doc.getXmlFragment("body");
export const lineOf = (doc: Y.Doc, name: "headline" | "deck") => doc.getText(name);
export const filingOf = (doc: Y.Doc) => doc.getMap<unknown>("filing");

/** Makes the document say a text, by as few changes as are found. */
export function put(doc: Y.Doc, text: Text, schema: Schema): void {
  doc.transact(() => {
    putLine(lineOf(doc, "headline"), text.headline);
    putLine(lineOf(doc, "deck"), text.deck);
    putFiling(doc, text.particulars);
    const body = wrap(text.body, schema);
    // As the editor would add it: if each page did so for itself, there would be as many as pages.
    if (body.content!.at(-1)!.type !== "paragraph") body.content!.push({ type: "paragraph" });
    putBody(doc, Node.fromJSON(schema, body), schema);
  });
}

/**
 * Blocks that are the same stay where they are: if they were made anew, what another types in them meanwhile would stand in blocks that
 * are gone, and the words of both twice.
 */
function putBody(doc: Y.Doc, body: Node, schema: Schema): void {
  const fragment = bodyOf(doc);
  const meta = { mapping: new Map(), isOMark: new Map() };
  const present = initProseMirrorDoc(fragment, schema).doc;
  const old = present.content.content as Node[];
  // What is suggested is no part of a text: it stays around what the text says.
  const given = graft(present, body).content.content as Node[];
  // A block that the schema cannot take: nothing is known of its place.
  if (old.length !== fragment.length) { updateYFragment(doc, fragment, body, meta); return; }
  let at = 0;
  for (const { gone, come } of hunks(old, given)) {
    at += gone.skipped;
    const changed = Math.min(gone.count, come.length);
    for (let one = 0; one < changed; one++, at++) {
      const element = fragment.get(at);
      if (element instanceof Y.XmlElement && element.nodeName === come[one]!.type.name) updateYFragment(doc, element as never, come[one]!, meta);
      else { fragment.delete(at, 1); insert(doc, at, come[one]!, meta); }
    }
    if (gone.count > changed) fragment.delete(at, gone.count - changed);
    for (const node of come.slice(changed)) insert(doc, at++, node, meta);
  }
}

function insert(doc: Y.Doc, at: number, node: Node, meta: Parameters<typeof updateYFragment>[3]): void {
  const element = new Y.XmlElement(node.type.name);
  bodyOf(doc).insert(at, [element]);
  updateYFragment(doc, element as never, node, meta);
}

/** Makes a line say something else by one change in its midst, so that what others type beside it stays. */
export function putLine(line: Y.Text, text: string): void {
  const old = line.toString();
  if (old === text) return;
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start++;
  let end = 0;
  while (end < old.length - start && end < text.length - start && old.at(-1 - end) === text.at(-1 - end)) end++;
  if (old.length - end > start) line.delete(start, old.length - end - start);
  if (text.length - end > start) line.insert(start, text.slice(start, text.length - end));
}

/** Each field of the filing for itself: the last to change one has it. */
export function putFiling(doc: Y.Doc, given: Particulars): void {
  const filing = filingOf(doc);
  for (const [field, value] of Object.entries(given))
    if (JSON.stringify(filing.get(field) ?? null) !== JSON.stringify(value ?? null)) filing.set(field, value ?? null);
  for (const field of filing.keys()) if (!(field in given)) filing.delete(field);
}

export function filingIn(doc: Y.Doc): Particulars {
  const none: Particulars = { format: "news", bylines: [], places: [], topics: [] };
  return { ...none, ...Object.fromEntries([...filingOf(doc)].filter(([, value]) => value !== null)) };
}

/** The document as the working copy has it: what was saved, and the states that were brought in since. */
export function standing(entries: Entry[], savedThrough: number): Y.Doc {
  const doc = new Y.Doc();
  for (const entry of entries) if (entry.sequence <= savedThrough || entry.state) Y.applyUpdate(doc, entry.bytes);
  return doc;
}

/**
 * The change from what the working copy was to what it is, made upon the log. Every page makes the same bytes of it, so that it does no
 * harm when two do so at once: the name of the author (Yjs: client) is made of the state's.
 */
export function bringIn(entries: Entry[], savedThrough: number, state: string, text: Text, schema: Schema, program: string): Uint8Array {
  const doc = standing(entries, savedThrough);
  doc.clientID = hash(`${state} ${program}`);
  return changeOf(doc, () => put(doc, text, schema));
}

/** The change that somebody's own text is, made upon what the working copy was when they had it. */
export function own(entries: Entry[], savedThrough: number, text: Text, schema: Schema): Uint8Array {
  const doc = standing(entries, savedThrough);
  return changeOf(doc, () => put(doc, text, schema));
}

/** One change in the place of all that is saved; null when it would not say the same. */
export function fold(entries: Entry[], savedThrough: number): Uint8Array | null {
  const doc = new Y.Doc();
  for (const entry of entries) if (entry.sequence <= savedThrough) Y.applyUpdate(doc, entry.bytes);
  const bytes = Y.encodeStateAsUpdate(doc);
  const again = new Y.Doc();
  Y.applyUpdate(again, bytes);
  const [a, b] = [Y.encodeStateVector(doc), Y.encodeStateVector(again)];
  const isSame = a.length === b.length && [...Y.decodeStateVector(a)].every(([client, clock]) => Y.decodeStateVector(b).get(client) === clock)
    && bodyOf(doc).toString() === bodyOf(again).toString() && lineOf(doc, "headline").toString() === lineOf(again, "headline").toString();
  return isSame ? bytes : null;
}

function changeOf(doc: Y.Doc, act: () => void): Uint8Array {
  const made: Uint8Array[] = [];
  doc.on("update", (bytes: Uint8Array) => made.push(bytes));
  act();
  return made.length > 0 ? Y.mergeUpdates(made) : Y.encodeStateAsUpdate(new Y.Doc());
}

/** 32 bits of a text (FNV-1a). */
export function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const unit of text) sum = Math.imul(sum ^ unit.codePointAt(0)!, 0x01000193);
  return sum >>> 0;
}

export const sameBytes = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at]);
export const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
export const fromBase64 = (text: string) => Uint8Array.from(atob(text), unit => unit.charCodeAt(0));
