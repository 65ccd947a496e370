// What a later version of the program wrote, or an import: carried through the editor as it is.
import type { JSONContent } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { suggestionNames } from "./suggestions.ts";

const lists: Record<string, string> = { bulletList: "listItem", orderedList: "listItem", table: "tableRow", tableRow: "tableHeader tableCell" };
const empty = new Set(["blockquote", "listItem", "tableHeader", "tableCell", "turn", "note"]);

/** The body as the schema takes it: unknown nodes and marks wrapped, what may not be empty filled. */
export function wrap(body: JSONContent, schema: Schema): JSONContent {
  const content = (body.content ?? []).map(node => wrapNode(node, schema, false));
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function wrapNode(node: JSONContent, schema: Schema, inline: boolean): JSONContent {
  const carriedWhole = () => ({ type: inline ? "unknownInline" : "unknown", attrs: { json: node } });
  const type = schema.nodes[node.type ?? ""];
  if (!type || node.type === "gallery" && !node.content?.length) return carriedWhole();
  const only = lists[node.type!];
  // A list of nothing but its own kind has no room for a stranger: it is carried as one.
  if (only && (!node.content?.length || node.content.some(child => !only.split(" ").includes(child.type ?? "")))) return carriedWhole();
  const wrapped: JSONContent = { ...node };
  if (node.marks) wrapped.marks = node.marks.map(mark => schema.marks[mark.type] && !suggestionNames.includes(mark.type) ? mark : { type: "unknownMark", attrs: { json: mark } });
  if (node.content) wrapped.content = node.content.map(child => wrapNode(child, schema, type.inlineContent));
  if (empty.has(node.type!) && !wrapped.content?.length) wrapped.content = [{ type: "paragraph" }];
  if (node.type === "listItem" && wrapped.content?.[0]?.type !== "paragraph") wrapped.content = [{ type: "paragraph" }, ...wrapped.content ?? []];
  return wrapped;
}

/** The body as it is stored: what was wrapped stands as it came, attributes that say nothing are left out. */
export function unwrap(body: JSONContent): JSONContent {
  return { type: "doc", content: (body.content ?? []).map(unwrapNode) };
}

function unwrapNode(node: JSONContent): JSONContent {
  if (node.type === "unknown" || node.type === "unknownInline") return node.attrs!.json as JSONContent;
  const plain: JSONContent = { ...node };
  if (node.attrs) {
    const said = Object.entries(node.attrs).filter(([, value]) => value !== null && value !== "");
    if (said.length > 0) plain.attrs = Object.fromEntries(said); else delete plain.attrs;
  }
  if (node.marks) plain.marks = node.marks.map(mark => mark.type === "unknownMark" ? mark.attrs!.json : mark);
  if (node.content) plain.content = node.content.map(unwrapNode);
  return plain;
}
