// The schema of a body: the nodes and marks of src/Chapar/Articles/Body, under the same names with the same attributes.
// A test holds the two equal by the JSON that schemaNames() gives.
import { Extension, getSchema, Mark, Node, type AnyExtension, type Attributes } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Code } from "@tiptap/extension-code";
import { CodeBlock } from "@tiptap/extension-code-block";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { fields } from "./fields.ts";
import { suggestionMarks, suggestionNames } from "./suggestions.ts";

/** Attributes that are written to the clipboard's HTML as data-NAME, so that a copy within the editor keeps them. */
function attributes(...names: string[]): Attributes {
  return Object.fromEntries(names.map(name => [name, {
    default: null,
    parseHTML: (element: HTMLElement) => read(element.dataset[name]),
    renderHTML: (given: Record<string, unknown>) => given[name] === null ? {} : { [`data-${name}`]: JSON.stringify(given[name]) },
  }]));
}

function read(text: string | undefined): unknown {
  try { return text === undefined ? null : JSON.parse(text); } catch { return null; }
}

/** A block or inline piece without text of its own; what is said of it is typed into the fields that stand in it. */
function atom(name: string, attrs: string[], inline = false): Node {
  return Node.create({
    name, atom: true, inline, group: inline ? "inline" : "block", draggable: !inline, selectable: true,
    addAttributes: () => attributes(...attrs),
    parseHTML: () => [{ tag: `${inline ? "span" : "div"}[data-node=${name}]` }],
    renderHTML: ({ HTMLAttributes }) => [inline ? "span" : "div", { "data-node": name, ...HTMLAttributes }],
    addNodeView() { return typeof document === "undefined" ? null as never : fields(name); },
  });
}

/** A block around other text, with fields at its head. */
function box(name: string, content: string, attrs: string[]): Node {
  return Node.create({
    name, content, group: "block", defining: true,
    addAttributes: () => attributes(...attrs),
    parseHTML: () => [{ tag: `div[data-node=${name}]` }],
    renderHTML: ({ HTMLAttributes }) => ["div", { "data-node": name, ...HTMLAttributes }, 0],
    addNodeView() { return typeof document === "undefined" ? null as never : fields(name); },
  });
}

function simpleMark(name: string, tag: string, excludes: string): Mark {
  return Mark.create({
    name, excludes,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return { [name === "subscript" ? "Mod-," : "Mod-."]: () => this.editor.commands.toggleMark(name) };
    },
  });
}

const Language = Mark.create({
  name: "language",
  addAttributes: () => ({ lang: { default: null, parseHTML: element => element.getAttribute("lang") } }),
  parseHTML: () => [{ tag: "span[lang]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});

/** What this version does not know is carried as it came; see unknown.ts. */
const Unknown = atom("unknown", ["json"]);
const UnknownInline = atom("unknownInline", ["json"], true);
const UnknownMark = Mark.create({
  name: "unknownMark", excludes: "",
  addAttributes: () => attributes("json"),
  parseHTML: () => [{ tag: "span[data-mark]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", { "data-mark": "", ...HTMLAttributes }, 0],
});

const spans: Attributes = {
  colspan: { default: 1, parseHTML: element => Number(element.getAttribute("colspan") ?? 1) },
  rowspan: { default: 1, parseHTML: element => Number(element.getAttribute("rowspan") ?? 1) },
};

/** In a translation: which blocks of the source a block says, and whether a machine wrote it; see pairs.ts. */
const Paired = Extension.create({
  name: "paired",
  addGlobalAttributes: () => [{
    types: ["paragraph", "heading", "bulletList", "orderedList", "blockquote", "horizontalRule", "codeBlock", "pullQuote", "image", "gallery", "turn", "table", "linkCard", "embed", "file", "note"],
    attributes: attributes("source", "machine"),
  }],
});

/** Not in the nodes of a body: what is carried as it came, and what stands in the shared text only. */
const apart = ["unknown", "unknownInline", "unknownMark", ...suggestionNames];

export const nodesAndMarks: AnyExtension[] = [
  Document, Paragraph, Text, HardBreak,
  Heading.configure({ levels: [2, 3, 4] }),
  BulletList, ListItem.extend({ content: "paragraph block*" }), ListKeymap,
  OrderedList.extend({ addAttributes: () => ({ start: { default: 1, parseHTML: element => Number(element.getAttribute("start") ?? 1) } }) }),
  Blockquote, HorizontalRule, CodeBlock,
  box("pullQuote", "inline*", ["attribution"]),
  atom("image", ["media", "src", "alt", "caption", "credit", "width", "height", "decorative"]),
  Node.create({
    name: "gallery", group: "block", content: "(image | unknown)+", defining: true,
    parseHTML: () => [{ tag: "div[data-node=gallery]" }],
    renderHTML: () => ["div", { "data-node": "gallery" }, 0],
  }),
  box("turn", "block+", ["speaker", "role"]),
  Table.extend({
    addAttributes: () => attributes("caption"),
    renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
  }).configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ addAttributes: () => spans }),
  TableCell.extend({ addAttributes: () => spans }),
  atom("linkCard", ["article", "href", "title"]),
  atom("embed", ["provider", "url", "title", "poster"]),
  atom("file", ["href", "name", "bytes"]),
  box("note", "block+", ["title"]),
  atom("rate", ["pair", "asOf"], true),
  Bold, Italic, Strike, Code.extend({ excludes: "" }),
  simpleMark("subscript", "sub", "superscript"),
  simpleMark("superscript", "sup", "subscript"),
  Link.extend({ addAttributes: () => ({ href: { default: null, parseHTML: element => element.getAttribute("href") } }), inclusive: false })
    .configure({ openOnClick: false, autolink: false, linkOnPaste: true, HTMLAttributes: {} }),
  Language, Unknown, UnknownInline, UnknownMark, ...suggestionMarks, Paired,
];

/** Names and attributes, for the test. */
export function schemaNames(): { nodes: Record<string, string[]>; marks: Record<string, string[]> } {
  const schema = getSchema(nodesAndMarks);
  const names = (types: Record<string, { spec: { attrs?: unknown } }>) => Object.fromEntries(Object.entries(types)
    .filter(([name]) => !apart.includes(name) && name !== "doc")
    .map(([name, type]) => [name, Object.keys((type.spec.attrs ?? {}) as object).sort()])
    .sort(([a], [b]) => (a as string) < (b as string) ? -1 : 1));
  return { nodes: names(schema.nodes), marks: names(schema.marks) };
}
