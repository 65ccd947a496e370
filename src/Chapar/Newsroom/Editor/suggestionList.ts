// The suggestions beside the text, each to be accepted or refused by whoever may write in the story.
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { get, keysIn, make } from "./dom.ts";
import { settle } from "./suggesting.ts";
import { suggestionsIn, type Suggestion } from "./suggestions.ts";
import { say } from "./words.ts";

const afterTyping = 150;
const longest = 120;

export class SuggestionList {
  private readonly section = get("suggestions");
  private readonly list = get("suggestion-list");
  private timer = 0;
  private shown = "";

  /**
   * @param editor the editor
   * @param maySettle whether this page may accept and refuse now
   * @param whenOf an instant as the staff reads it
   */
  constructor(private readonly editor: Editor, private readonly maySettle: () => boolean, private readonly whenOf: (at: string) => string) {
    editor.on("transaction", ({ transaction }) => {
      if (!transaction.docChanged) return;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.show(), afterTyping);
    });
    this.show();
  }

  show(): void {
    const all = suggestionsIn(this.editor.state.doc);
    const may = this.maySettle();
    // A list that says the same stays, with whoever is in it.
    const shown = JSON.stringify([may, all.map(({ id, added, removed }) => [id, added, removed])]);
    if (shown === this.shown) return;
    this.shown = shown;
    const stay = keysIn(this.list);
    this.section.hidden = all.length === 0;
    this.list.replaceChildren(make("ol", { className: "threads" }, ...all.map(one => this.item(one, may))),
      ...may && all.length > 1 ? [make("p", { className: "acts" }, this.button("acceptAll", null, true), this.button("refuseAll", null, false))] : []);
    if (!stay()) (this.list.querySelector<HTMLElement>("button") ?? this.editor.view.dom).focus({ preventScroll: true });
  }

  private item(one: Suggestion, may: boolean): HTMLElement {
    const words = (text: string) => text.length > longest ? `${text.slice(0, longest)}…` : text;
    return make("li", { className: "thread", "data-id": one.id },
      make("p", { className: "quiet" }, make("b", {}, one.by), " ", make("time", { dateTime: one.at }, this.whenOf(one.at))),
      make("button", { type: "button", className: "passage", title: say("editor.comment.show"), onclick: () => this.goTo(one.id) },
        one.removed ? make("del", {}, words(one.removed)) : null, one.removed && one.added ? " " : null, one.added ? make("ins", {}, words(one.added)) : null),
      may ? make("p", { className: "acts" }, this.button("accept", one, true), this.button("refuse", one, false)) : null);
  }

  private button(name: string, one: Suggestion | null, isAccepted: boolean): HTMLButtonElement {
    return make("button", { type: "button", className: "plain", "aria-label": one ? `${say(`editor.suggestion.${name}`)}: ${one.removed} ${one.added}` : null,
      onclick: () => { settle(this.editor, one?.id ?? null, isAccepted); this.show(); } }, say(`editor.suggestion.${name}`));
  }

  private goTo(id: string): void {
    const pieces = suggestionsIn(this.editor.state.doc).find(one => one.id === id)?.pieces;
    if (!pieces) return;
    const { state, view } = this.editor;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, pieces[0]!.from, pieces.at(-1)!.to)).scrollIntoView());
    view.focus();
  }
}
