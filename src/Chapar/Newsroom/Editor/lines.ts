// Headline and deck: two fields that grow with their text, each bound to a line of the shared document.
import { get } from "./dom.ts";
import { lineOf } from "./merge.ts";
import type { Together } from "./together.ts";
import { signTyped } from "./typography.ts";

type Name = "headline" | "deck";
type Delta = { retain?: number; insert?: unknown; delete?: number }[];

export class Lines {
  private readonly areas: Record<Name, HTMLTextAreaElement> = { headline: get("headline"), deck: get("deck") };

  constructor(together: Together, closed: boolean, changed: () => void, next: () => void) {
    this.setWritable(!closed);
    for (const name of ["headline", "deck"] as const) {
      const area = this.areas[name];
      area.value = lineOf(together.doc, name).toString();
      area.addEventListener("input", () => { this.grow(); together.setLine(name, area.value); changed(); });
      area.addEventListener("beforeinput", event => {
        if (event.inputType !== "insertText" || event.isComposing || !event.data) return;
        const set = signTyped(area.value.slice(0, area.selectionStart), event.data, area.closest<HTMLElement>("[lang]")!.lang);
        if (set === event.data) return;
        event.preventDefault();
        // Deprecated, and the only way in which the browser can take it back.
        document.execCommand("insertText", false, set);
      });
      area.addEventListener("keydown", event => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        if (name === "headline") this.areas.deck.focus(); else next();
      });
    }
    this.grow();
  }

  get headline(): string { return said(this.areas.headline); }
  get deck(): string { return said(this.areas.deck); }

  /** Another has typed in it: the cursor stays between the same letters. */
  came(name: Name, delta: Delta): void {
    const area = this.areas[name];
    const old = area.value;
    let [start, end] = [area.selectionStart, area.selectionEnd];
    let [text, at, from] = ["", 0, 0];
    for (const part of delta) {
      if (part.retain) { text += old.slice(from, from + part.retain); from += part.retain; at += part.retain; }
      if (typeof part.insert === "string") {
        text += part.insert;
        if (at < start) start += part.insert.length;
        if (at < end) end += part.insert.length;
        at += part.insert.length;
      }
      if (part.delete) {
        from += part.delete;
        const behind = (place: number) => place > at ? Math.max(at, place - part.delete!) : place;
        [start, end] = [behind(start), behind(end)];
      }
    }
    area.value = text + old.slice(from);
    if (document.activeElement === area) area.setSelectionRange(start, end);
    this.grow();
  }

  show(headline: string, deck: string): void {
    this.areas.headline.value = headline;
    this.areas.deck.value = deck;
    this.grow();
  }

  /** Puts one text in the place of another, as if it had been typed. */
  replace(name: Name, from: number, to: number, text: string): void {
    const area = this.areas[name];
    area.setRangeText(text, from, to, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  /** The text as it stands in its field. */
  textOf(name: Name): string { return this.areas[name].value; }

  /** Shows a place, selected. */
  select(name: Name, from: number, to: number): void {
    this.areas[name].focus();
    this.areas[name].setSelectionRange(from, to);
  }

  setWritable(mayWrite: boolean): void { for (const area of Object.values(this.areas)) area.readOnly = !mayWrite; }

  private grow(): void {
    for (const area of Object.values(this.areas)) {
      area.style.blockSize = "auto";
      area.style.blockSize = `${area.scrollHeight}px`;
    }
  }
}

const said = (area: HTMLTextAreaElement) => area.value.replace(/\s+/g, " ").trim();
