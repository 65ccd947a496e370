// The desk of a translation: beside each paragraph the one of the source that it says, with what was changed in it. The source stands in the
// editor as something that nobody can write in, so that both are in step whatever is typed.
import { Extension, type Editor } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { get, make } from "./dom.ts";
import type { Lines } from "./lines.ts";
import { blocksOf, fill, isMachine, stateOf, wordsOf, type Block, type Unit, type UnitState } from "./pairs.ts";
import { read, send } from "./server.ts";
import { wrap } from "./unknown.ts";
import { say } from "./words.ts";

export interface Translating { stamp: string; language: string; hasMachine: boolean; units: Unit[] }

const key = new PluginKey<DecorationSet>("translating");
const lookEvery = 10_000;
/** Paragraphs that a machine is asked for at once. */
const atOnce = 10;
const lineNames = ["headline", "deck"] as const;

/** A unit with what is to be done, and where its blocks stand. */
interface Row { unit: Unit; state: UnitState; blocks: Block[] }

export class TranslationDesk {
  private editor: Editor | null = null;
  private isAsking = false;

  /**
   * @param given what the page was opened with
   * @param lines headline and deck
   * @param mayWrite whether something can be done here
   */
  constructor(private given: Translating, private readonly lines: () => Lines, private readonly mayWrite: () => boolean) {}

  get extension(): Extension {
    const self = this;
    return Extension.create({
      name: "translating",
      // Above the line break, of which these keys are as well.
      priority: 1002,
      onBeforeCreate() { self.editor = this.editor; },
      addKeyboardShortcuts: () => ({ "Mod-Enter": () => { self.doneHere(); return true; } }),
      addProseMirrorPlugins: () => [new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, state) => self.decorate(state.doc),
          apply: (tr, old, _, state) => tr.docChanged || tr.getMeta(key) ? self.decorate(state.doc) : old,
        },
        props: { decorations: state => key.getState(state) },
      })],
    });
  }

  /** Begins to listen. */
  start(): void {
    get("translation-next").addEventListener("click", () => this.go(1));
    get("translation-all").addEventListener("click", () => void this.sayDone(null));
    document.getElementById("translation-machine")?.addEventListener("click", () => void this.suggest(this.rows().filter(row => row.state === "missing" && row.unit.lines.length > 0)));
    document.addEventListener("keydown", event => {
      if (event.key === "F8") { event.preventDefault(); this.go(event.shiftKey ? -1 : 1); }
      const line = document.activeElement?.id;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && (line === "headline" || line === "deck")) { event.preventDefault(); this.doneHere(); }
    }, { capture: true });
    window.setInterval(() => { if (document.visibilityState === "visible") void this.look(); }, lookEvery);
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") void this.look(); });
    this.count();
  }

  /** Headline or deck was typed. */
  count(): void {
    const rows = this.rows();
    const of = (...states: UnitState[]) => rows.filter(row => states.includes(row.state)).length;
    const live = rows.filter(row => row.unit.isThere);
    const changed = of("added", "edited", "removed");
    get("translation-count").textContent = [
      say("editor.translation.done", live.filter(row => row.state === "done").length, live.length),
      changed > 0 && say("editor.translation.changed", changed), of("machine") > 0 && say("editor.translation.unseen", of("machine")),
    ].filter(Boolean).join(" · ");
    get("translation-all").hidden = changed === 0 || !this.mayWrite();
    const machine = document.getElementById("translation-machine");
    if (machine) machine.hidden = of("missing") === 0 || !this.mayWrite();
    for (const name of lineNames) {
      const row = rows.find(one => one.unit.id === name);
      get(`source-${name}`).replaceChildren(...row && (row.unit.isThere || row.state === "removed") ? [this.show(row)] : []);
    }
  }

  private rows(doc: Node = this.editor!.state.doc): Row[] {
    const blocks = blocksOf(doc);
    return this.given.units.map(unit => {
      const isLine = lineNames.find(name => name === unit.id);
      const own = isLine ? [] : blocks.filter(block => block.names.includes(unit.id));
      const words = isLine ? this.lines()[isLine] : own.map(block => wordsOf(block.node)).filter(text => text !== "").join("\n");
      return { unit, blocks: own, state: stateOf(unit, isLine ? words !== "" : own.length > 0, words, own.some(block => isMachine(block.node))) };
    });
  }

  private decorate(doc: Node): DecorationSet {
    const rows = this.rows(doc).filter(row => !lineNames.some(name => name === row.unit.id) && (row.unit.isThere || row.state === "removed"));
    const sides = new Map<string, { at: number; side: number; rows: Row[]; span: number }>();
    let end = 0;
    for (const row of rows) {
      const first = row.blocks[0];
      const at = first ? first.at : end;
      const place = `${at} ${first ? "" : row.unit.id}`;
      const span = first ? row.blocks.filter((block, index) => index === 0 || block.at === row.blocks[index - 1]!.at + row.blocks[index - 1]!.node.nodeSize && block.names.length === 1).length : 1;
      const side = sides.get(place) ?? { at, side: first ? -1 : -2, rows: [], span: 1 };
      side.rows.push(row);
      side.span = Math.max(side.span, span);
      sides.set(place, side);
      const last = row.blocks.at(-1);
      if (last) end = last.at + last.node.nodeSize;
    }
    const decorations = [...sides.values()].map(({ at, side, rows: those, span }) => Decoration.widget(at, () => {
      const box = make("div", { className: "source-side" }, ...those.map(row => this.show(row)));
      box.style.setProperty("--span", String(span));
      return box;
    }, { side, key: `${span} ${this.mayWrite()} ${JSON.stringify(those.map(({ unit, state, blocks }) => [unit, state, blocks.length > 0]))}`, ignoreSelection: true, stopEvent: () => true }));
    if (this.editor?.view) queueMicrotask(() => this.count());
    return DecorationSet.create(doc, decorations);
  }

  private show({ unit, state, blocks }: Row): HTMLElement {
    const text = make("div", { className: "source-text", lang: this.given.language });
    if (unit.changes) text.append(make("p", {}, ...unit.changes.map(piece => piece.change === "same" ? piece.text : make(piece.change === "added" ? "ins" : "del", {}, piece.text))));
    else text.innerHTML = unit.html;
    const box = make("div", { className: "source-unit", "data-unit": unit.id, "data-state": state }, text);
    const button = (label: string, act: () => void) => make("button", { type: "button", className: "plain", onclick: act }, say(label));
    const acts: (HTMLElement | string)[] = [];
    if (state !== "done" && state !== "missing") acts.push(make("b", {}, say(`editor.translation.is.${state}`)));
    if (this.mayWrite()) {
      if (state === "edited" || state === "removed" || state === "added") acts.push(button("editor.translation.doneHere", () => void this.sayDone([unit.id])));
      if (state === "machine") acts.push(button("editor.translation.accept", () => this.accept(unit.id)));
      if (unit.node && unit.isThere && blocks.length === 0) acts.push(button("editor.translation.insert", () => this.insert(unit)));
      if (state === "missing" && this.given.hasMachine && unit.lines.length > 0 && blocks.length > 0) acts.push(button("editor.translation.suggest", () => void this.suggest([{ unit, state, blocks }])));
      if (state === "missing") acts.push(button("editor.translation.asItIs", () => void this.sayDone([unit.id])));
      if (unit.act && state === "done") acts.push(button("editor.translation.undo", () => void this.undo(unit.act!)));
    }
    if (acts.length > 0) box.append(make("p", { className: "source-acts", lang: document.documentElement.lang }, ...acts));
    return box;
  }

  /** To the next paragraph at which something is to be done, or to the one before. */
  private go(step: 1 | -1): void {
    const { state } = this.editor!;
    const order = [...lineNames as readonly string[]];
    const open = this.rows().filter(row => row.state !== "done");
    if (open.length === 0) { this.tell(say("editor.translation.nothing")); return; }
    // Places of headline and deck lie before those of the text; what has no block is at the end of what stands before it.
    const place = (row: Row): number => {
      const line = order.indexOf(row.unit.id);
      if (line >= 0) return line - order.length;
      if (row.blocks[0]) return row.blocks[0].at;
      const rows = this.rows();
      const before = rows.slice(0, rows.findIndex(one => one.unit.id === row.unit.id)).reverse().find(one => one.blocks.length > 0)?.blocks.at(-1);
      return before ? before.at + before.node.nodeSize - 1 : 0;
    };
    const focused = document.activeElement?.closest<HTMLElement>("[data-unit]")?.dataset.unit;
    const here = order.includes(document.activeElement?.id ?? "") ? order.indexOf(document.activeElement!.id) - order.length
      : focused ? place(this.rows().find(row => row.unit.id === focused)!) : this.editor!.isFocused ? state.selection.$from.depth > 0 ? state.selection.$from.before(1) : state.selection.from : -order.length - 1;
    const sorted = open.map(row => ({ row, at: place(row) })).sort((a, b) => a.at - b.at);
    const next = step === 1 ? sorted.find(one => one.at > here) ?? sorted[0]! : sorted.filter(one => one.at < here).at(-1) ?? sorted.at(-1)!;
    this.visit(next.row);
  }

  private visit({ unit, blocks }: Row): void {
    const editor = this.editor!;
    const line = lineNames.find(name => name === unit.id);
    if (line) { get(line).focus(); get(line).scrollIntoView({ block: "center" }); return; }
    const first = blocks[0];
    if (!first) {
      const box = document.querySelector<HTMLElement>(`.source-side [data-unit="${unit.id}"]`);
      box?.querySelector("button")?.focus();
      box?.scrollIntoView({ block: "center" });
      return;
    }
    editor.view.focus();
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(first.at + 1))));
    const dom = editor.view.nodeDOM(first.at);
    if (dom instanceof HTMLElement) dom.scrollIntoView({ block: "center" });
  }

  /** Says that the paragraph at the cursor is done, and goes on. */
  private doneHere(): void {
    const { $from } = this.editor!.state.selection;
    const id = document.activeElement?.id;
    const names = id === "headline" || id === "deck" ? [id] : $from.depth > 0 ? blocksOf(this.editor!.state.doc).find(block => block.at === $from.before(1))?.names ?? [] : [];
    const here = this.rows().filter(row => names.includes(row.unit.id));
    for (const row of here.filter(one => one.state === "machine")) this.accept(row.unit.id);
    const changed = here.filter(row => row.state === "edited" || row.state === "removed").map(row => row.unit.id);
    if (changed.length > 0 && this.mayWrite()) void this.sayDone(changed);
    this.go(1);
  }

  private accept(id: string): void {
    const { tr } = this.editor!.state;
    for (const { node, at, names } of blocksOf(tr.doc)) {
      if (!names.includes(id)) continue;
      if (node.attrs.machine === true) tr.setNodeAttribute(at, "machine", null);
      node.descendants((part, place) => { if (part.attrs.machine === true) tr.setNodeAttribute(at + 1 + place, "machine", null); });
    }
    this.editor!.view.dispatch(tr);
  }

  /** Makes room for a paragraph that came into the source. */
  private insert(unit: Unit): void {
    const editor = this.editor!;
    const rows = this.rows();
    const before = rows.slice(0, rows.findIndex(row => row.unit.id === unit.id)).reverse().find(row => row.blocks.length > 0)?.blocks.at(-1);
    const at = before ? before.at + before.node.nodeSize : 0;
    const node = Node.fromJSON(editor.schema, wrap({ type: "doc", content: [unit.node!] }, editor.schema).content![0]!);
    const { tr } = editor.state;
    tr.insert(at, node);
    editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))));
    editor.view.focus();
  }

  private async sayDone(ids: string[] | null): Promise<void> {
    const act = await this.send("PartDone", { ids });
    if (act) this.offerBack(act);
  }

  private async undo(act: string): Promise<void> {
    if (await this.send("PartUndo", { act })) this.tell("");
  }

  private offerBack(act: string): void {
    get("translation-said").replaceChildren(say("editor.translation.saidDone"), " ", make("button", { type: "button", className: "plain", onclick: () => void this.undo(act) }, say("editor.translation.undo")));
  }

  /** Asks a machine for paragraphs, some at a time; what came is put in at once, and one can write on meanwhile. */
  private async suggest(rows: Row[]): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    let done = 0;
    try {
      for (let from = 0; from < rows.length; from += atOnce) {
        this.tell(say("editor.translation.asking", from, rows.length));
        const answer = await send("Suggest", { ids: rows.slice(from, from + atOnce).map(row => row.unit.id) });
        const given = await answer.json().catch(() => ({ reason: String(answer.status) })) as { reason?: string; texts?: Record<string, string[]> };
        if (!given.texts) { this.tell(given.reason ?? say("editor.offline")); return; }
        done += this.put(given.texts);
      }
      this.tell(say("editor.translation.suggested", done));
    } catch {
      this.tell(say("editor.offline"));
    } finally {
      this.isAsking = false;
    }
  }

  private put(texts: Record<string, string[]>): number {
    let done = 0;
    for (const [id, lines] of Object.entries(texts)) {
      const row = this.rows().find(one => one.unit.id === id);
      const { tr } = this.editor!.state;
      // Somebody may have begun it meanwhile.
      if (row?.state !== "missing" || !fill(tr, row.blocks, row.unit, lines)) continue;
      this.editor!.view.dispatch(tr);
      done++;
    }
    return done;
  }

  private async look(): Promise<void> {
    const given = await read<Translating | null>("Translation", { stamp: this.given.stamp }).catch(() => null);
    if (given) this.take(given);
  }

  /** Sends something; the name of the act when it was taken. */
  private async send(handler: string, body: object): Promise<string | null> {
    const answer = await send(handler, body).catch(() => null);
    const given = await answer?.json().catch(() => null) as (Translating & { act: string; reason?: string }) | null;
    if (!answer?.ok || !given) { this.tell(given?.reason ?? say("editor.offline")); return null; }
    this.take(given);
    return given.act;
  }

  private take(given: Translating): void {
    this.given = given;
    this.editor!.view.dispatch(this.editor!.state.tr.setMeta(key, true));
    this.count();
  }

  private tell(said: string): void { get("translation-said").replaceChildren(said); }
}
