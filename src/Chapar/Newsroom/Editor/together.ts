// One text in several browsers. All typing goes into a shared document (Yjs); its changes go to the server's log and come from there.
// What the server has not confirmed is kept in this browser too, and merged when it is back. A page that cannot have a socket goes
// apart: it saves as if it were alone, and the server asks when somebody else has saved.
import type { Schema } from "@tiptap/pm/model";
import * as Y from "yjs";
import { bringIn, filingIn, filingOf, fold, fromBase64, lineOf, own, putFiling, putLine, sameBytes, put, toBase64, type Entry } from "./merge.ts";
import { read, send } from "./server.ts";
import { Socket, type Message, type Person } from "./socket.ts";
import type { Opening, Particulars, Text, Version } from "./story.ts";

const betweenChanges = 60;
const patience = 6_000;
const longestLoss = 30_000;
const mostEntries = 200;
/** Changes that came from elsewhere carry this as their origin. */
const remote = "remote";

export interface Page {
  /** Something was typed, sent, kept, or came. */
  moved(): void;
  line(name: "headline" | "deck", delta: { retain?: number; insert?: unknown; delete?: number }[]): void;
  filing(given: Particulars): void;
  people(others: Person[]): void;
  cursor(seat: number, bytes: Uint8Array): void;
  writable(mayWrite: boolean): void;
  /** A text that is another one when the comments have changed. */
  comments(stamp: string): void;
  /** No socket is to be had: from now on the page saves for itself. */
  apart(): void;
  /** Who is signed in is not any more. */
  signedOut(): void;
}

export class Together {
  readonly doc = new Y.Doc();
  private readonly socket: Socket;
  private entries: Entry[] = [];
  private lineage: string | null = null;
  private shared = "";
  private standing: string;
  private bringing: { key: string; bytes: Uint8Array } | null = null;
  private unsent: Uint8Array[] = [];
  private inFlight: { number: number; bytes: Uint8Array }[] = [];
  private numbers = 0;
  private lastOwn = 0;
  private timer = 0;
  private lostAt = Date.now();
  private readonly tab = Math.random().toString(36).slice(2);
  people: Person[] = [];
  you = 0;
  savedThrough = 0;
  through = 0;
  isApart = false;
  mayWrite: boolean;
  /** Whether this browser held words of before that the server did not have. */
  readonly hadKept: boolean;

  constructor(private readonly opening: Opening, private readonly schema: Schema, private readonly program: string, private readonly page: Page) {
    this.mayWrite = !opening.closed;
    this.standing = opening.key;
    const given = opening.shared;
    if (given) {
      this.lineage = given.lineage;
      this.shared = given.key;
      this.savedThrough = given.savedThrough;
      for (const change of given.changes) this.add({ ...change, bytes: fromBase64(change.bytes) });
    }
    if (this.shared !== opening.key) this.bring(opening.key, opening);
    this.doc.on("update", (bytes: Uint8Array, origin: unknown) => { if (origin !== remote) this.queue(bytes); });
    this.hadKept = this.readPending();
    for (const name of ["headline", "deck"] as const)
      lineOf(this.doc, name).observe(event => { if (event.transaction.origin === remote) this.page.line(name, event.delta); });
    filingOf(this.doc).observe(event => { if (event.transaction.origin === remote) this.page.filing(filingIn(this.doc)); });
    this.socket = new Socket(`/newsroom/stories/${opening.id}/together`, {
      message: message => this.take(message), entry: entry => this.came(entry), cursor: (seat, bytes) => this.page.cursor(seat, bytes),
      lost: () => this.lost(), through: () => this.through,
    });
  }

  /** Begins to listen; before, the page must be able to take what comes. */
  start(): void {
    if (!Socket.isKnown) { this.goApart(); return; }
    this.socket.open();
    const watch = window.setInterval(() => {
      if (this.isApart) clearInterval(watch);
      else if (!this.socket.isReady && Date.now() - this.lostAt > (this.you === 0 ? patience : longestLoss)) void this.tryApart();
    }, 2_000);
  }

  get isConnected(): boolean { return this.socket.isReady; }

  /** Whether the server lacks something that was typed here. */
  get isHeld(): boolean { return this.unsent.length > 0 || this.inFlight.length > 0; }

  /** Whether the working copy lacks something that was typed here. */
  get isMineDirty(): boolean { return this.isHeld || this.lastOwn > this.savedThrough; }

  /** Whether the working copy lacks something that anyone typed. */
  get isDirty(): boolean { return this.isHeld || this.entries.some(entry => !entry.state && entry.sequence > this.savedThrough); }

  /** Of those who may write, one saves for all. */
  get isSaver(): boolean { return this.people.filter(one => one.mayWrite).every(one => one.seat >= this.you); }

  /** The state of the working copy that this page has seen. */
  get seen(): string { return this.bringing?.key ?? this.shared; }

  get place(): { lineage: string; through: number } | null { return this.lineage ? { lineage: this.lineage, through: this.through } : null; }

  setLine(name: "headline" | "deck", text: string): void { this.doc.transact(() => putLine(lineOf(this.doc, name), text), name); }

  setFiling(given: Particulars): void { this.doc.transact(() => putFiling(this.doc, given), "filing"); }

  /** Brings in a text that its author wrote upon the state with which the page came. */
  merge(text: Text): void {
    const upon = this.bringing ? [...this.entries, { sequence: Infinity, state: this.bringing.key, bytes: this.bringing.bytes }] : this.entries;
    Y.applyUpdate(this.doc, own(upon, this.savedThrough, text, this.schema), "kept");
  }

  /** Makes the whole document say a text, whatever it said. */
  overwrite(text: Text): void { this.doc.transact(() => put(this.doc, text, this.schema), "kept"); }

  moveCursor(bytes: Uint8Array): void { this.socket.cursor(bytes); }

  /** The page has saved the working copy. */
  saved(key: string, through: number): void {
    [this.shared, this.standing] = [key, key];
    this.savedThrough = Math.max(this.savedThrough, through);
    this.shorten();
    this.page.moved();
  }

  /** Sends what is typed; when it answers true the server has all of it. */
  async flush(): Promise<boolean> {
    this.sendUnsent();
    for (let wait = 0; this.isHeld && this.socket.isReady && wait < 100; wait++) await new Promise(resolve => setTimeout(resolve, 50));
    return !this.isHeld;
  }

  private add(entry: Entry): void {
    this.entries.push(entry);
    this.through = Math.max(this.through, entry.sequence);
    Y.applyUpdate(this.doc, entry.bytes, remote);
  }

  private queue(bytes: Uint8Array): void {
    this.unsent.push(bytes);
    this.keepPending();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.sendUnsent(), betweenChanges);
    this.page.moved();
  }

  private sendUnsent(): void {
    // Not before the state that it is typed upon is in the log: alone it would mean nothing there.
    if (!this.socket.isReady || this.unsent.length === 0 || !this.mayWrite || this.bringing) return;
    const bytes = Y.mergeUpdates(this.unsent);
    this.unsent = [];
    this.inFlight.push({ number: ++this.numbers, bytes });
    this.socket.change(this.numbers, bytes);
  }

  private take(message: Message): void {
    switch (message.kind) {
      case "hello":
        if (this.lineage && this.lineage !== message.lineage) this.beginAgain();
        this.lineage = message.lineage;
        this.you = message.you;
        break;
      case "state":
        [this.shared, this.standing, this.savedThrough] = [message.shared, message.standing, Math.max(this.savedThrough, message.savedThrough)];
        if (this.mayWrite !== message.mayWrite) this.page.writable(this.mayWrite = message.mayWrite);
        if (this.socket.isReady) void this.compare();
        if (message.fold) this.fold();
        this.page.comments(message.comments);
        this.shorten();
        break;
      case "caughtUp":
        this.keepPending();
        if (this.bringing && this.standing === this.bringing.key && this.shared !== this.bringing.key) this.sendBringing();
        else void this.compare();
        this.sendUnsent();
        break;
      case "people":
        this.people = message.people;
        this.page.people(this.people.filter(one => one.seat !== this.you));
        break;
      case "kept":
        this.kept(message.number, message.sequence);
        break;
      case "refused": {
        // A state that another page brought in first has come as an entry; what was typed is held until it may be sent.
        const refused = this.inFlight.find(one => one.number === message.number);
        this.inFlight = this.inFlight.filter(one => one !== refused);
        if (refused && refused.bytes !== this.bringing?.bytes) this.unsent.unshift(refused.bytes);
        else this.sendUnsent();
        break;
      }
      case "dismissed":
        if (message.code === 4401) this.page.signedOut();
        break;
    }
    this.page.moved();
  }

  private kept(number: number, sequence: number): void {
    const one = this.inFlight.find(flying => flying.number === number);
    if (!one) return;
    this.inFlight = this.inFlight.filter(flying => flying !== one);
    const isState = one.bytes === this.bringing?.bytes;
    this.entries.push({ sequence, state: isState ? this.bringing!.key : null, bytes: one.bytes });
    this.through = Math.max(this.through, sequence);
    if (isState) [this.shared, this.bringing] = [this.bringing!.key, null];
    else this.lastOwn = sequence;
    this.keepPending();
    this.sendUnsent();
  }

  private came(entry: Entry): void {
    const mine = this.bringing;
    if (mine && entry.state && (entry.state !== mine.key || !sameBytes(entry.bytes, mine.bytes))) { this.beginAgain(); return; }
    if (mine && entry.state) { this.shared = mine.key; this.bringing = null; }
    this.add(entry);
    this.page.moved();
  }

  /** Something stands that did not come out of the shared text: it becomes a change of it. */
  private async compare(): Promise<void> {
    if (this.bringing) {
      if (this.standing !== this.bringing.key) this.beginAgain();
      return;
    }
    if (this.shared === this.standing) return;
    const version = await read<Version>("State", {}).catch(() => null);
    if (this.bringing || this.shared === this.standing) return;
    if (version?.key !== this.standing) { setTimeout(() => void this.compare(), 1_000); return; }
    this.bring(version.key, version);
    this.sendBringing();
  }

  private bring(key: string, text: Text): void {
    const bytes = bringIn(this.entries, this.savedThrough, key, text, this.schema, this.program);
    this.bringing = { key, bytes };
    Y.applyUpdate(this.doc, bytes, remote);
  }

  private sendBringing(): void {
    if (!this.mayWrite || !this.bringing || !this.socket.isReady) return;
    this.inFlight.push({ number: ++this.numbers, bytes: this.bringing.bytes });
    this.socket.state(this.numbers, this.bringing.key, this.bringing.bytes);
  }

  private fold(): void {
    const bytes = fold(this.entries, this.savedThrough);
    if (bytes) this.socket.folded(this.savedThrough, bytes);
  }

  /** The same for what this page remembers of the log. */
  private shorten(): void {
    const old = this.entries.filter(entry => entry.sequence <= this.savedThrough);
    if (old.length < mostEntries) return;
    const merged = { sequence: this.savedThrough, state: null, bytes: Y.mergeUpdates(old.map(entry => entry.bytes)) };
    this.entries = [merged, ...this.entries.filter(entry => entry.sequence > this.savedThrough)];
  }

  private lost(): void {
    if (this.people.length > 0) this.lostAt = Date.now();
    this.unsent = [...this.inFlight.filter(one => one.bytes !== this.bringing?.bytes).map(one => one.bytes), ...this.unsent];
    this.inFlight = [];
    this.people = [];
    this.page.people([]);
    this.page.moved();
  }

  /** The server answers, and a socket is not to be had: a proxy does not let it through. */
  private async tryApart(): Promise<void> {
    const answer = await send("Here", {}).catch(() => null);
    if (answer?.status === 401) this.page.signedOut();
    if (!answer?.ok || answer.redirected || this.socket.isReady || this.isApart) return;
    this.goApart();
  }

  private goApart(): void {
    this.isApart = true;
    this.socket?.end();
    this.forgetPending();
    this.page.apart();
  }

  /** This page's document and the log have parted in a way that cannot be merged: what was typed here stays in the browser, and is asked about. */
  private beginAgain(): void {
    this.socket.end();
    this.isApart = true;
    this.page.apart();
    this.forgetPending();
    location.reload();
  }

  private get pendingName(): string { return `chapar:held:${this.opening.id}:`; }

  /** Keeps in the browser what the server has not confirmed. */
  private keepPending(): void {
    if (!this.lineage || this.isApart) return;
    const held = [...this.inFlight.filter(one => one.bytes !== this.bringing?.bytes).map(one => one.bytes), ...this.unsent];
    try {
      if (held.length === 0) this.forgetPending();
      else localStorage.setItem(this.pendingName + this.tab, JSON.stringify({ lineage: this.lineage, bytes: toBase64(Y.mergeUpdates(held)) }));
    } catch {
      // Storage is full or forbidden: the status says that it is not on the server.
    }
  }

  private readPending(): boolean {
    let found = false;
    try {
      for (const name of Object.keys(localStorage).filter(one => one.startsWith(this.pendingName))) {
        const held = JSON.parse(localStorage.getItem(name)!) as { lineage: string; bytes: string };
        if (held.lineage !== this.lineage) continue;
        Y.applyUpdate(this.doc, fromBase64(held.bytes), "held");
        localStorage.removeItem(name);
        found ||= this.unsent.length > 0;
      }
      this.keepPending();
    } catch { /* see keepPending */ }
    return found;
  }

  private forgetPending(): void {
    try { localStorage.removeItem(this.pendingName + this.tab); } catch { /* see keepPending */ }
  }
}
