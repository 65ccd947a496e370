// The checklist beside the text. A spelling that is not the house's is put right with one click, wherever it stands, and taken back with another.
import type { Editor } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { get, keysIn, make } from "./dom.ts";
import type { Lines } from "./lines.ts";
import type { Check, Spelled } from "./story.ts";
import { leave } from "./server.ts";
import { say } from "./words.ts";

/** What is said of a piece in fields, and is read by readers. */
const fields = ["caption", "alt", "attribution", "speaker", "title"];

/** Links of other sites are being asked: so long until one looks what came of it, and ever longer. */
const firstLook = 2_000;
const lastLook = 60_000;

/** One letter for each piece within a line, as the server counts. */
const piece = "\ufffc";

/** Letters around a place by which it is found again. */
const around = 24;

/** Where a place stands now: in a line of the text, in a field of a piece, in headline or deck. */
type Target = { part: "headline" | "deck"; from: number } | { part: "text"; from: number } | { part: "field"; node: number; name: string; from: number };

export class Checklist {
  private readonly list = get("checks");
  private readonly told = make("p", { className: "quiet checked", role: "status" });
  private look = 0;
  private pause = firstLook;
  private done: { places: Spelled[]; to: string } | null = null;

  /** @param again asks the server for the list once more */
  constructor(private readonly editor: Editor, private readonly lines: Lines, private readonly mayWrite: () => boolean, private readonly again: () => void) {
    this.list.before(this.told);
  }

  show(checks: Check[]): void {
    clearTimeout(this.look);
    if (checks.some(check => check.isPending)) {
      this.look = window.setTimeout(this.again, this.pause);
      this.pause = Math.min(2 * this.pause, lastLook);
    } else this.pause = firstLook;
    const stay = keysIn(this.list);
    this.list.replaceChildren(...checks.map(check => this.line(check)));
    // What had the focus is gone: what follows is nearer than the beginning of the page.
    if (!stay()) (this.list.querySelector("button") ?? this.told.querySelector("button"))?.focus();
  }

  private line(check: Check): HTMLElement {
    const { places, replacement, way, isLeft } = check;
    const line = make("li", { "data-bar": check.isBar || null, "data-id": places?.[0]?.written }, check.text);
    if (!places || places.length === 0) return line;
    const acts = make("span", { className: "check-acts" });
    if (replacement !== null && this.mayWrite()) acts.append(make("button", { type: "button", className: "plain", onclick: () => this.replace(places, replacement) }, say("editor.spelling.replace", replacement)));
    acts.append(make("button", { type: "button", className: "plain", "aria-label": `${say("editor.spelling.show")}: ${places[0]!.written}`, onclick: () => this.find(places[0]!) }, say("editor.spelling.show")));
    if (way !== null && this.mayWrite()) {
      const name = say(isLeft ? "editor.name.ask" : "editor.name.leave");
      acts.append(make("button", { type: "button", className: "plain", "aria-label": `${name}: ${way}`, onclick: () => void this.leave(way, isLeft) }, name));
    }
    line.append(acts);
    return line;
  }

  private replace(places: Spelled[], replacement: string): void {
    const written = places[0]!.written;
    const replaced = this.write(places, replacement);
    if (replaced.length === 0) { this.tell(say("editor.spelling.gone")); return; }
    this.done = { places: replaced, to: written };
    this.tell(say("editor.spelling.done", written, replacement), make("button", { type: "button", className: "plain", onclick: () => this.undo() }, say("editor.spelling.undo")));
    this.told.querySelector("button")?.focus();
  }

  /** A name stands as it is written, by the writer's word; or is asked about again. */
  private async leave(way: string, asked: boolean): Promise<void> {
    const answer = await leave(way, asked).catch(() => null);
    if (!answer) { this.tell(say("editor.name.failed")); return; }
    this.show(answer);
    if (asked) this.tell("");
    else this.tell(say("editor.name.left", way), make("button", { type: "button", className: "plain", onclick: () => void this.leave(way, true) }, say("editor.spelling.undo")));
    if (!asked) this.told.querySelector("button")?.focus();
  }

  private undo(): void {
    const { done } = this;
    if (!done) return;
    this.done = null;
    this.tell(this.write(done.places, done.to).length === 0 ? say("editor.spelling.gone") : "");
  }

  private tell(...said: (string | Node)[]): void { this.told.replaceChildren(...said.flatMap((part, index) => index === 0 ? [part] : [" ", part])); }

  /** Writes something in all these places, in the text as one step; where it stands then. */
  private write(places: Spelled[], text: string): Spelled[] {
    const { length } = places[0]!.written;
    const { tr } = this.editor.state;
    // All are looked for before any is written: each is found by what is around it, and that may be another of them.
    const targets = this.targets(places).sort((a, b) => b.from - a.from);
    for (const target of targets) {
      if (target.part === "text") tr.insertText(text, target.from, target.from + length);
      else if (target.part === "field") tr.setNodeAttribute(tr.mapping.map(target.node), target.name, spliced(String(tr.doc.nodeAt(tr.mapping.map(target.node))!.attrs[target.name]), target.from, length, text));
      else this.lines.replace(target.part, target.from, target.from + length, text);
    }
    // How far those before it in its line have moved it.
    const shift = (target: Target) => (text.length - length) * targets.filter(other => lineOf(other) === lineOf(target) && other.from < target.from).length;
    const lineOf = (target: Target) => target.part === "text" ? this.editor.state.doc.resolve(target.from).start() : target.part === "field" ? `${target.node} ${target.name}` : target.part;
    const moved = targets.map(target => {
      const from = shift(target) + (target.part === "text" ? target.from - this.editor.state.doc.resolve(target.from).start() : target.from);
      const line = target.part === "text" ? textOf(tr.doc.resolve(tr.mapping.map(target.from, -1)).parent)
        : target.part === "field" ? String(tr.doc.nodeAt(tr.mapping.map(target.node))!.attrs[target.name]) : this.lines.textOf(target.part);
      return { part: target.part === "field" ? "text" : target.part, before: line.slice(Math.max(0, from - around), from), written: text, after: line.slice(from + text.length, from + text.length + around) } satisfies Spelled;
    });
    if (tr.docChanged) {
      const undo = yUndoPluginKey.getState(this.editor.state)?.undoManager;
      undo?.stopCapturing();
      this.editor.view.dispatch(tr);
      undo?.stopCapturing();
    }
    return moved;
  }

  private find(place: Spelled): void {
    const [target] = this.targets([place]);
    if (!target) { this.tell(say("editor.spelling.gone")); return; }
    const to = target.from + place.written.length;
    const { view } = this.editor;
    if (target.part === "text") {
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, target.from, to)).scrollIntoView());
      view.focus();
    } else if (target.part === "field") {
      const shown = view.nodeDOM(target.node);
      if (shown instanceof HTMLElement) [...shown.querySelectorAll<HTMLInputElement>("input, textarea")].find(input => input.value.includes(place.written))?.focus();
    } else this.lines.select(target.part, target.from, to);
  }

  /** Where these places stand now, each once; those that are gone are left out. */
  private targets(places: Spelled[]): Target[] {
    const found: Target[] = [];
    const isNew = (target: Target) => !found.some(other => JSON.stringify(other) === JSON.stringify(target));
    const { doc } = this.editor.state;
    for (const place of places) {
      const candidates: Target[] = [];
      if (place.part !== "text") {
        const { part } = place;
        candidates.push(...placesIn(this.lines.textOf(part), place, true).map(from => ({ part, from })));
      } else {
        doc.descendants((node, at) => {
          for (const name of fields) {
            const said = node.attrs[name] as unknown;
            if (typeof said === "string") candidates.push(...placesIn(said, place, false).map(from => ({ part: "field" as const, node: at, name, from })));
          }
          if (node.isTextblock) candidates.push(...placesIn(textOf(node), place, false).map(from => ({ part: "text" as const, from: at + 1 + from })));
          return !node.isTextblock;
        });
      }
      const target = candidates.find(isNew);
      if (target) found.push(target);
    }
    return found;
  }
}

const textOf = (line: PmNode) => line.textBetween(0, line.content.size, undefined, piece);

const spliced = (text: string, from: number, length: number, other: string) => text.slice(0, from) + other + text.slice(from + length);

/** Where in a line something stands between these letters. Headline and deck are saved with their spaces put right: there it is enough that it stands at all. */
function placesIn(line: string, { before, written, after }: Spelled, isTidied: boolean): number[] {
  const all = (sought: string, skip: number) => {
    const found: number[] = [];
    for (let at = line.indexOf(sought); at >= 0; at = line.indexOf(sought, at + 1)) found.push(at + skip);
    return found;
  };
  const exactly = all(before + written + after, before.length);
  return exactly.length === 0 && isTidied ? all(written, 0) : exactly;
}
