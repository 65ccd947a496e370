// All that can be put into a text: the one list that toolbar and slash menu show.
import type { ChainedCommands, Editor } from "@tiptap/core";
import { NodeSelection, TextSelection } from "@tiptap/pm/state";
import { ask } from "./dom.ts";
import { openFind } from "./find.ts";
import { askRate } from "./fields.ts";
import { choosePicture } from "./library.ts";
import { findStories, imageOf } from "./server.ts";
import { setAll } from "./typography.ts";
import { say } from "./words.ts";

export interface Command {
  name: string;
  sign: string;
  shortcut?: string;
  /** Stands in the slash menu of an empty paragraph: makes a block. */
  block?: boolean;
  /** Stands in the slash menu also after a word: makes or marks a part of a line. */
  inline?: boolean;
  /** Stands in the toolbar. */
  bar?: boolean;
  isActive?: (editor: Editor) => boolean;
  run: (editor: Editor) => unknown;
}

/** The editor's own command gives the focus a frame later, and what is typed meanwhile would be lost. */
function on(editor: Editor): ChainedCommands {
  editor.view.focus();
  return editor.chain();
}

/** Puts a piece; the writing goes on in it, in its first field, or after it: what is selected would be replaced by the next key. */
const put = (type: string, attrs: Record<string, unknown> = {}, content?: object[]) => (editor: Editor) => {
  on(editor).insertContent({ type, attrs, ...content ? { content } : {} }).run();
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || selection.node.isInline) return;
  const field = Object.keys(attrs).length > 0 ? null : (editor.view.nodeDOM(selection.from) as HTMLElement | null)?.querySelector("input");
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(selection.to))));
  field?.focus();
};
const paragraph = [{ type: "paragraph" }];

export function commands(language: string): Command[] {
  return [
    { name: "bold", sign: "B", shortcut: "Ctrl+B", bar: true, inline: true, isActive: e => e.isActive("bold"), run: e => on(e).toggleBold().run() },
    { name: "italic", sign: "I", shortcut: "Ctrl+I", bar: true, inline: true, isActive: e => e.isActive("italic"), run: e => on(e).toggleItalic().run() },
    { name: "link", sign: "↗", shortcut: "Ctrl+K", bar: true, inline: true, isActive: e => e.isActive("link"), run: link },
    ...([["heading2", 2], ["heading3", 3], ["heading4", 4]] as const).map(([name, level]): Command => ({
      name, sign: `H${level}`, shortcut: `Ctrl+Alt+${level}`, block: true, bar: level < 4,
      isActive: e => e.isActive("heading", { level }), run: e => on(e).toggleHeading({ level }).run(),
    })),
    { name: "bulletList", sign: "•", shortcut: "Ctrl+Shift+8", block: true, bar: true, isActive: e => e.isActive("bulletList"), run: e => on(e).toggleBulletList().run() },
    { name: "orderedList", sign: "1.", shortcut: "Ctrl+Shift+7", block: true, bar: true, isActive: e => e.isActive("orderedList"), run: e => on(e).toggleOrderedList().run() },
    { name: "blockquote", sign: "❝", shortcut: "Ctrl+Shift+B", block: true, bar: true, isActive: e => e.isActive("blockquote"), run: e => on(e).toggleBlockquote().run() },
    { name: "image", sign: "▣", block: true, bar: true, run: image },
    { name: "pullQuote", sign: "❞", block: true, run: put("pullQuote") },
    { name: "gallery", sign: "▦", block: true, run: gallery },
    { name: "turn", sign: "?", block: true, run: put("turn", { role: "question" }, paragraph) },
    { name: "table", sign: "⊞", block: true, run: e => on(e).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() },
    { name: "linkCard", sign: "▤", block: true, run: card },
    { name: "embed", sign: "▶", block: true, run: embed },
    { name: "rate", sign: "¤", inline: true, run: async e => { const given = await askRate(); if (given) put("rate", given)(e); } },
    { name: "file", sign: "⇩", block: true, run: put("file") },
    { name: "note", sign: "☐", block: true, run: put("note", {}, paragraph) },
    { name: "horizontalRule", sign: "—", block: true, run: e => on(e).setHorizontalRule().run() },
    { name: "codeBlock", sign: "</>", block: true, run: e => on(e).toggleCodeBlock().run() },
    { name: "strike", sign: "S", shortcut: "Ctrl+Shift+S", inline: true, isActive: e => e.isActive("strike"), run: e => on(e).toggleStrike().run() },
    { name: "subscript", sign: "x₂", shortcut: "Ctrl+,", inline: true, isActive: e => e.isActive("subscript"), run: e => on(e).toggleMark("subscript").run() },
    { name: "superscript", sign: "x²", shortcut: "Ctrl+.", inline: true, isActive: e => e.isActive("superscript"), run: e => on(e).toggleMark("superscript").run() },
    { name: "code", sign: "`", shortcut: "Ctrl+E", inline: true, isActive: e => e.isActive("code"), run: e => on(e).toggleCode().run() },
    { name: "language", sign: "文", inline: true, isActive: e => e.isActive("language"), run: passage },
    { name: "undo", sign: "↶", shortcut: "Ctrl+Z", bar: true, run: e => e.commands.undoInputRule() || on(e).undo().run() },
    { name: "redo", sign: "↷", shortcut: "Ctrl+Shift+Z", bar: true, run: e => on(e).redo().run() },
    { name: "find", sign: "⌕", shortcut: "Ctrl+F", run: openFind },
    { name: "typography", sign: "«»", run: e => { const tr = setAll(e.state, language); if (tr) e.view.dispatch(tr); } },
  ];
}

async function link(editor: Editor): Promise<void> {
  const before = String(editor.getAttributes("link").href ?? "");
  const given = await ask(say("editor.link"), [{ name: "href", label: say("editor.link.href"), value: before, search: findStories }], say("editor.done"), say("editor.cancel"));
  if (!given) return;
  const chain = on(editor).extendMarkRange("link");
  if (!given.href) chain.unsetLink().run();
  else if (editor.state.selection.empty && !before) chain.insertContent({ type: "text", text: given.href, marks: [{ type: "link", attrs: { href: given.href } }] }).run();
  else chain.setLink({ href: given.href }).run();
}

async function card(editor: Editor): Promise<void> {
  const given = await ask(say("editor.linkCard"), [{ name: "href", label: say("editor.link.href"), search: findStories }], say("editor.done"), say("editor.cancel"));
  if (!given?.href) return;
  const own = (await findStories(given.href)).find(story => story.value === given.href);
  put("linkCard", own ? { article: own.id } : { href: given.href })(editor);
}

async function embed(editor: Editor): Promise<void> {
  const given = await ask(say("editor.embed"), [{ name: "url", label: say("editor.embed.url"), kind: "url" }], say("editor.done"), say("editor.cancel"));
  if (given?.url) put("embed", { provider: providerOf(given.url), url: given.url })(editor);
}

function providerOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^(www|m|mobile)\./, "") : "";
  const known: Record<string, string> = {
    "youtube.com": "youtube", "youtu.be": "youtube", "x.com": "x", "twitter.com": "x", "t.me": "telegram", "instagram.com": "instagram",
    "facebook.com": "facebook", "fb.watch": "facebook", "tiktok.com": "tiktok", "openstreetmap.org": "map", "maps.google.com": "map",
  };
  return known[host] ?? "other";
}

async function image(editor: Editor): Promise<void> {
  const picture = await choosePicture(say("editor.image"));
  if (picture) put("image", imageOf(picture))(editor);
}

async function gallery(editor: Editor): Promise<void> {
  const picture = await choosePicture(say("editor.gallery"));
  if (picture) put("gallery", {}, [{ type: "image", attrs: imageOf(picture) }])(editor);
}

async function passage(editor: Editor): Promise<void> {
  if (editor.isActive("language")) { on(editor).extendMarkRange("language").unsetMark("language").run(); return; }
  const given = await ask(say("editor.language"), [{ name: "lang", label: say("editor.language.lang"), value: "ky" }], say("editor.done"), say("editor.cancel"));
  if (given?.lang) on(editor).setMark("language", { lang: given.lang }).run();
}
