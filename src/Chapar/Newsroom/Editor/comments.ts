// What is said about passages of the text: marked in it for everybody who has the story open, listed beside it. A comment changes nothing in
// the shared text, so that also who only reads can write one.
import { Extension, type Editor } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { XmlFragment } from "yjs";
import { anchorOf, isInStep, placeOf, quoteOf, type Anchor, type Place } from "./anchors.ts";
import { get, keysIn, make } from "./dom.ts";
import { mentionField } from "./mention.ts";
import { read, send } from "./server.ts";
import type { Comments as Given, Thread } from "./story.ts";
import { say } from "./words.ts";

const key = new PluginKey<DecorationSet>("comments");
const afterTyping = 150;

export class Comments {
  private editor: Editor | null = null;
  private threads: Thread[] = [];
  private stamp = "";
  private chosen: string | null = null;
  private isAsking = false;
  private readonly section = get("comments");
  private readonly form = make("div", { className: "comment-form", hidden: true });
  private readonly list = make("div", {});
  private answer: { thread: string; form: HTMLElement } | null = null;

  /**
   * @param fragment the text in the shared document
   * @param colleagues who may read the story
   * @param changed what is open may be another number
   */
  constructor(private readonly fragment: XmlFragment, private readonly colleagues: string[], private readonly changed: () => void) {
    this.section.append(this.form, this.list);
  }

  get extension(): Extension {
    const self = this;
    let timer = 0;
    return Extension.create({
      name: "comments",
      onBeforeCreate() { self.editor = this.editor; },
      addProseMirrorPlugins: () => [new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, old, _, state) {
            if (tr.docChanged) {
              clearTimeout(timer);
              timer = window.setTimeout(() => self.redraw(), afterTyping);
            }
            const isShared = tr.getMeta(key) || tr.getMeta(ySyncPluginKey)?.isChangeOrigin;
            // What is typed here reaches the shared document a moment later: until then the marks go along with the text.
            return (isShared && self.decorate(state.doc)) || old.map(tr.mapping, tr.doc);
          },
        },
        props: {
          decorations: state => key.getState(state),
          handleClick: (view, at) => { self.choose((key.getState(view.state)!.find(at, at)[0]?.spec as { id?: string } | undefined)?.id ?? null, false); return false; },
        },
      })],
    });
  }

  /** What the page was opened with, or another page has changed. */
  show(given: Given): void {
    this.stamp = given.stamp;
    this.threads = given.threads;
    this.relist();
    this.redraw();
  }

  /** Asks for the comments when they are others than these. */
  async told(stamp: string): Promise<void> {
    if (stamp === this.stamp || this.isAsking) return;
    this.isAsking = true;
    await read<Given>("Comments", {}).then(given => { this.show(given); this.changed(); }, () => undefined).finally(() => { this.isAsking = false; });
  }

  /** A comment on what is selected; with nothing selected, the one in which the cursor stands. */
  begin(): void {
    const editor = this.editor!;
    const { from, to, empty } = editor.state.selection;
    if (empty) {
      const here = key.getState(editor.state)!.find(from, from)[0]?.spec as { id: string } | undefined;
      if (here) this.choose(here.id, true);
      else this.hint(say("editor.comment.select"));
      return;
    }
    this.hint("");
    const quote = quoteOf(editor.state.doc, { from, to });
    const anchor = JSON.stringify(anchorOf(this.fragment, editor.state.doc, { from, to }));
    this.form.replaceChildren(make("p", { className: "passage" }, quote), ...this.inputs(say("editor.comment.new"), say("editor.comment.send"),
      text => this.act("Comment", { text, quote, anchor }), () => {
        this.form.hidden = true;
        // A text that is closed takes no focus.
        if (editor.isEditable) editor.commands.focus(); else get("comment-new").focus();
      }));
    this.form.hidden = false;
    this.form.querySelector("textarea")!.focus();
  }

  /** The page was opened at a comment. No element has its name: the browser would take the focus there, and away from what is not focusable. */
  openLinked(): void {
    const id = /^#comment-([\w-]+)$/.exec(location.hash)?.[1];
    const thread = this.threads.find(one => one.said.some(said => said.id === id));
    if (thread) this.choose(idOf(thread), true);
    else if (id) this.hint(say("editor.comment.gone"));
  }

  private hint(text: string): void {
    get("comment-hint").textContent = text;
  }

  private placeOf(thread: Thread, doc = this.editor!.state.doc): Place | null {
    try { return placeOf(this.fragment, doc, JSON.parse(thread.anchor) as Anchor, thread.quote); } catch { return null; }
  }

  private decorate(doc: Editor["state"]["doc"]): DecorationSet | null {
    if (!isInStep(this.fragment, doc)) return null;
    const found: Decoration[] = [];
    for (const thread of this.threads.filter(one => !one.resolved)) {
      const id = idOf(thread);
      const place = this.placeOf(thread, doc);
      if (!place) continue;
      const look = { class: id === this.chosen ? "commented commented-here" : "commented" };
      found.push(Decoration.inline(place.from, place.to, look, { id }));
      doc.nodesBetween(place.from, place.to, (node, at) => { if (node.isBlock && node.isLeaf) found.push(Decoration.node(at, at + node.nodeSize, look, { id })); });
    }
    return DecorationSet.create(doc, found);
  }

  private redraw(): void {
    const editor = this.editor;
    if (!editor || editor.isDestroyed) return;
    editor.view.dispatch(editor.state.tr.setMeta(key, true));
    for (const thread of this.threads.filter(one => !one.resolved)) {
      const isGone = !this.placeOf(thread);
      const item = this.itemOf(idOf(thread));
      if (item) item.querySelector<HTMLElement>(".passage-gone")!.hidden = !isGone;
    }
  }

  private itemOf(id: string): HTMLElement | null { return this.list.querySelector(`[data-thread="${id}"]`); }

  /** Shows which one is meant, in the text and beside it; whoever is mentioned in it has opened it. */
  private choose(id: string | null, isFocus: boolean): void {
    if (id === null && this.chosen === null) return;
    const thread = this.threads.find(one => idOf(one) === id);
    this.chosen = id;
    for (const item of this.list.querySelectorAll<HTMLElement>("[data-thread]")) item.toggleAttribute("data-chosen", item.dataset.thread === id);
    this.redraw();
    if (!thread) return;
    const item = this.itemOf(id!)!;
    item.closest("details")?.setAttribute("open", "");
    item.scrollIntoView({ block: "nearest" });
    if (isFocus) item.focus({ preventScroll: true });
    if (thread.said.some(said => said.isForMe)) void this.act("Opened", { comment: id! });
  }

  /** Selects the passage, so that it is seen, and heard. */
  private goTo(thread: Thread): void {
    const editor = this.editor!;
    this.choose(idOf(thread), false);
    const place = this.placeOf(thread);
    if (!place) return;
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.between(editor.state.doc.resolve(place.from), editor.state.doc.resolve(place.to))).scrollIntoView());
    editor.view.focus();
  }

  /** True when it was done; the comments are those of the answer then. */
  private async act(handler: string, body: Record<string, string>): Promise<boolean> {
    let reason = say("editor.comment.failed");
    try {
      const answer = await send(handler, body);
      if (answer.redirected) reason = say("editor.signedOut");
      else if (answer.ok) { this.hint(""); this.show(await answer.json() as Given); this.changed(); return true; }
      else reason = (await answer.json() as { reason?: string }).reason ?? reason;
    } catch {
      // Without a network: said below, and what was written stands there still.
    }
    this.hint(reason);
    return false;
  }

  private inputs(label: string, done: string, sendIt: (text: string) => Promise<boolean>, close: () => void): HTMLElement[] {
    const { area, field } = mentionField(label, this.colleagues);
    const submit = async () => { if (area.value.trim() && await sendIt(area.value)) close(); };
    area.addEventListener("keydown", event => {
      if (event.defaultPrevented) return;
      if (event.key === "Escape") { event.preventDefault(); close(); }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void submit(); }
    });
    return [field, make("p", { className: "acts" }, make("button", { type: "button", className: "main", onclick: () => void submit() }, done),
      make("button", { type: "button", onclick: close }, say("editor.cancel")))];
  }

  /** The list anew; what somebody is answering stays as it stands, and the keys stay at the button where they were. */
  private relist(): void {
    const typed = document.activeElement instanceof HTMLTextAreaElement && this.list.contains(document.activeElement) ? document.activeElement : null;
    const held = typed ? null : document.activeElement?.closest<HTMLElement>("[data-thread]");
    const stay = keysIn(this.list);
    const resolved = this.threads.filter(one => one.resolved);
    // In the order of the text, what has no place in it any more at the end.
    const open = this.threads.filter(one => !one.resolved).map(one => ({ one, at: this.placeOf(one)?.from ?? Infinity })).sort((a, b) => a.at === b.at ? 0 : a.at - b.at).map(({ one }) => one);
    const isUnfolded = this.list.querySelector("details")?.open ?? false;
    this.list.replaceChildren(
      ...open.length > 0 ? [make("ol", { className: "threads" }, ...open.map(one => this.item(one)))] : [make("p", { className: "quiet" }, say("editor.comment.none"))],
      ...resolved.length > 0 ? [make("details", { className: "resolved", open: isUnfolded }, make("summary", {}, say("editor.comment.resolved", resolved.length)),
        make("ol", { className: "threads" }, ...resolved.map(one => this.item(one))))] : []);
    if (typed?.isConnected) typed.focus();
    else if (held && !stay()) (this.itemOf(held.dataset.thread!) ?? get("comments-heading")).focus({ preventScroll: true });
  }

  private item(thread: Thread): HTMLElement {
    const id = idOf(thread);
    const last = thread.said.at(-1)!;
    const button = (name: string, act: () => void) => make("button", { type: "button", className: "plain", onclick: act }, say(`editor.comment.${name}`));
    const item = make("li", { className: "thread", tabIndex: -1, "data-thread": id, "data-chosen": id === this.chosen ? "" : null },
      make("button", { type: "button", className: "passage", title: say("editor.comment.show"), onclick: () => this.goTo(thread) }, thread.quote),
      make("p", { className: "quiet passage-gone", hidden: true }, say("editor.comment.passageGone")),
      ...thread.said.map(said => make("div", { className: "said" },
        make("p", { className: "quiet" }, make("b", {}, said.by), " ", make("time", { dateTime: said.at }, said.when)),
        make("p", { className: "said-text" }, ...named(said.text, said.mentions)))),
      thread.resolved ? make("p", { className: "quiet" }, thread.resolved) : null,
      make("p", { className: "acts" },
        button("answer", () => this.beginAnswer(id)),
        thread.resolved ? button("reopen", () => void this.act("Reopen", { comment: id })) : button("resolve", () => void this.act("Resolve", { comment: id })),
        last.isMine ? button("takeBack", () => void this.act("TakeBackComment", { comment: last.id })) : null));
    if (this.answer?.thread === id) item.append(this.answer.form);
    return item;
  }

  private beginAnswer(thread: string): void {
    if (this.answer?.thread !== thread) {
      this.answer?.form.remove();
      const form = make("div", { className: "comment-form" });
      const close = () => { form.remove(); this.answer = null; this.itemOf(thread)?.focus({ preventScroll: true }); };
      form.append(...this.inputs(say("editor.comment.answer"), say("editor.comment.send"), text => this.act("Comment", { text, comment: thread }), close));
      this.answer = { thread, form };
      this.itemOf(thread)!.append(form);
    }
    this.answer.form.querySelector("textarea")!.focus();
  }
}

const idOf = (thread: Thread) => thread.said[0]!.id;

/** The text with the names in it that ask for somebody. */
function named(text: string, names: string[]): (string | HTMLElement)[] {
  if (names.length === 0) return [text];
  const sought = new RegExp(`(@(?:${[...names].sort((a, b) => b.length - a.length).map(name => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")}))`, "giu");
  return text.split(sought).map((part, index) => index % 2 === 1 ? make("b", {}, part) : part);
}
