// Find and replace in the text. What is found is marked while one types; all replacements are one step, which one undo takes back.
import { Extension, type Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { get, make } from "./dom.ts";
import { say } from "./words.ts";

interface Match { from: number; to: number }
interface Found { sought: RegExp | null; matches: Match[]; at: number }

const key = new PluginKey<Found>("find");
const panels = new WeakMap<Editor, Panel>();

/** Opens the panel of this editor; what is selected is looked for. */
export const openFind = (editor: Editor) => panels.get(editor)?.open();

/** Where a text stands in a document; a space also finds one that does not break. */
export function matchesIn(doc: Node, sought: RegExp): Match[] {
  const found: Match[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return;
    // One letter for each piece within the line, so that places in the text are places in the document.
    for (const match of node.textBetween(0, node.content.size, undefined, "\ufffc").matchAll(sought))
      if (match[0].length > 0) found.push({ from: at + 1 + match.index, to: at + 1 + match.index + match[0].length });
    return false;
  });
  return found;
}

export function soughtOf(text: string, isExact: boolean): RegExp | null {
  if (text === "") return null;
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/[ \u00a0]/g, "[ \\u00a0]"), isExact ? "gu" : "giu");
}

export const Find = Extension.create({
  name: "find",
  onCreate() { panels.set(this.editor, new Panel(this.editor)); },
  addKeyboardShortcuts() { return { "Mod-f": () => { openFind(this.editor); return true; } }; },
  addProseMirrorPlugins: () => [new Plugin<Found>({
    key,
    state: {
      init: () => ({ sought: null, matches: [], at: 0 }),
      apply(tr, old, _, state) {
        const asked = tr.getMeta(key) as Partial<Found> | undefined;
        if (!asked && !tr.docChanged) return old;
        const sought = asked?.sought === undefined ? old.sought : asked.sought;
        const matches = sought ? matchesIn(state.doc, sought) : [];
        return { sought, matches, at: matches.length === 0 ? 0 : Math.min(asked?.at ?? old.at, matches.length - 1) };
      },
    },
    props: {
      decorations(state) {
        const { matches, at } = key.getState(state)!;
        return DecorationSet.create(state.doc, matches.map((match, index) => Decoration.inline(match.from, match.to, { class: index === at ? "found-here" : "found-too" })));
      },
    },
  })],
});

class Panel {
  private readonly what = make("input", { type: "text", autocomplete: "off", enterKeyHint: "search" });
  private readonly other = make("input", { type: "text", autocomplete: "off" });
  private readonly exact = make("input", { type: "checkbox" });
  private readonly told = make("span", { className: "find-count", role: "status" });
  private readonly replacing: HTMLElement;
  private readonly panel: HTMLElement;

  constructor(private readonly editor: Editor) {
    const button = (name: string, act: () => void) => make("button", { type: "button", className: "plain", onclick: act }, say(`editor.find.${name}`));
    this.replacing = make("div", { className: "find-row" }, make("label", {}, make("span", {}, say("editor.find.with")), this.other), button("once", () => this.replace()), button("all", () => this.replaceAll()));
    this.panel = make("search", { className: "find-panel", hidden: true, "aria-label": say("editor.find") },
      make("div", { className: "find-row" }, make("label", {}, make("span", {}, say("editor.find.what")), this.what), this.told, button("previous", () => this.step(-1)), button("next", () => this.step(1)),
        make("label", { className: "find-case" }, this.exact, make("span", {}, say("editor.find.case"))), button("close", () => this.close())),
      this.replacing);
    get("toolbar").after(this.panel);
    this.what.addEventListener("input", () => this.seek());
    this.exact.addEventListener("change", () => this.seek());
    this.panel.addEventListener("keydown", event => {
      if (event.key === "Escape") { event.preventDefault(); this.close(); }
      if (event.key !== "Enter" || event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      if (event.target === this.other) this.replace(); else this.step(event.shiftKey ? -1 : 1);
    });
    editor.on("transaction", () => { if (!this.panel.hidden) this.tell(); });
  }

  open(): void {
    const { from, to, $from } = this.state.selection;
    if (from < to && to <= $from.end()) this.what.value = this.state.doc.textBetween(from, to, " ", "");
    this.panel.hidden = false;
    this.replacing.hidden = !this.editor.isEditable;
    this.seek();
    this.what.select();
    this.what.focus();
  }

  private get state(): EditorState { return this.editor.state; }
  private get found(): Found { return key.getState(this.state)!; }

  /** From the cursor on, as one reads. */
  private seek(): void {
    const sought = soughtOf(this.what.value, this.exact.checked);
    const cursor = this.state.selection.from;
    const next = sought ? matchesIn(this.state.doc, sought).findIndex(match => match.from >= cursor) : 0;
    this.editor.view.dispatch(this.state.tr.setMeta(key, { sought, at: Math.max(0, next) }));
    this.show();
  }

  private step(by: number): void {
    const { matches, at } = this.found;
    if (matches.length === 0) return;
    this.editor.view.dispatch(this.state.tr.setMeta(key, { at: (at + by + matches.length) % matches.length }));
    this.show();
  }

  private replace(): void {
    const { matches, at } = this.found;
    const match = matches[at];
    if (!match || !this.editor.isEditable) return;
    this.inOneStep(() => this.editor.view.dispatch(this.replaced(match).setMeta(key, { at: this.isFoundAgain ? at + 1 : at })));
    this.show();
  }

  private replaceAll(): void {
    const { matches } = this.found;
    if (matches.length === 0 || !this.editor.isEditable) return;
    this.inOneStep(() => {
      const { tr } = this.state;
      for (const match of [...matches].reverse()) this.replaced(match, tr);
      this.editor.view.dispatch(tr);
    });
    this.told.textContent = say("editor.find.done", matches.length);
  }

  /** Whether what is put in contains what is looked for: then the next one is behind it. */
  private get isFoundAgain(): boolean { return soughtOf(this.what.value, this.exact.checked)?.test(this.other.value) ?? false; }

  private replaced({ from, to }: Match, tr = this.state.tr) { return this.other.value === "" ? tr.delete(from, to) : tr.insertText(this.other.value, from, to); }

  private inOneStep(act: () => void): void {
    const undo = yUndoPluginKey.getState(this.state)?.undoManager;
    undo?.stopCapturing();
    act();
    undo?.stopCapturing();
  }

  private show(): void {
    this.editor.view.dom.querySelector(".found-here")?.scrollIntoView({ block: "nearest" });
    this.tell();
  }

  private tell(): void {
    const { sought, matches, at } = this.found;
    this.told.textContent = !sought ? "" : matches.length === 0 ? say("editor.find.none") : say("editor.find.count", at + 1, matches.length);
  }

  private close(): void {
    const match = this.found.matches[this.found.at];
    this.panel.hidden = true;
    const tr = this.state.tr.setMeta(key, { sought: null });
    if (match) tr.setSelection(TextSelection.create(tr.doc, match.from, match.to));
    this.editor.view.dispatch(tr);
    this.editor.view.focus();
  }
}
