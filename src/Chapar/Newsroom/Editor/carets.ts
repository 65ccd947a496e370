// Where the others write: their names at their cursors. Names are the server's, not what a browser says of itself. Screen readers are
// told who is here by the line above the text, and nothing of each move.
import { Extension } from "@tiptap/core";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import type { Doc } from "yjs";
import { make } from "./dom.ts";
import type { Person } from "./socket.ts";

const hues = 6;

export class Carets {
  private readonly awareness: Awareness;
  private readonly seats = new Map<number, number>();
  private people: Person[] = [];

  constructor(private readonly doc: Doc, private readonly send: (bytes: Uint8Array) => void) {
    this.awareness = new Awareness(doc);
    this.awareness.on("update", (changed: { added: number[]; updated: number[] }, origin: unknown) => {
      if (typeof origin !== "number") this.tell();
      else for (const client of [...changed.added, ...changed.updated]) this.seats.set(client, origin);
    });
  }

  came(seat: number, bytes: Uint8Array): void { applyAwarenessUpdate(this.awareness, bytes, seat); }

  /** Who is here now: cursors of those who left are gone, and who has come is told ours. */
  show(others: Person[]): void {
    this.people = others;
    const gone = [...this.seats].filter(([, seat]) => !others.some(one => one.seat === seat)).map(([client]) => client);
    removeAwarenessStates(this.awareness, gone, -1);
    for (const client of gone) this.seats.delete(client);
    this.tell();
  }

  get extension(): Extension {
    const { awareness } = this;
    return Extension.create({
      name: "carets",
      addProseMirrorPlugins: () => [yCursorPlugin(awareness, {
        cursorBuilder: (_: unknown, client: number) => this.caret(client),
        selectionBuilder: (_: unknown, client: number) => ({ class: "passage-of-other", "data-hue": this.hue(client) }),
      } as never)],
    });
  }

  private tell(): void {
    if (this.people.length > 0) this.send(encodeAwarenessUpdate(this.awareness, [this.doc.clientID]));
  }

  private caret(client: number): HTMLElement {
    const name = this.people.find(one => one.seat === this.seats.get(client))?.name ?? "";
    return make("span", { className: "caret", "data-hue": this.hue(client), "aria-hidden": "true" }, make("span", { className: "caret-name" }, name));
  }

  private hue(client: number): string { return hueOf(this.seats.get(client) ?? 0); }
}

/** The colour of a seat; the name beside it tells two of the same apart. */
export const hueOf = (seat: number) => String(seat % hues);
