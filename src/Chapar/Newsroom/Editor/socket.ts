// The socket of a story: frames out and in, and coming back after it was lost. What is said in it stands in Writing/Together.
import type { Entry } from "./merge.ts";

export interface Person { seat: number; name: string; mayWrite: boolean }
export interface RoomState { shared: string; standing: string; savedThrough: number; mayWrite: boolean; fold: boolean; comments: string }

export type Message =
  | { kind: "hello"; you: number; lineage: string }
  | { kind: "caughtUp" }
  | { kind: "people"; people: Person[] }
  | { kind: "kept"; number: number; sequence: number }
  | { kind: "refused"; number: number }
  | { kind: "dismissed"; code: number; reason: string }
  | ({ kind: "state" } & RoomState);

const sent = { change: 1, cursor: 2, state: 3, folded: 4 };
const firstPause = 500;
const longestPause = 15_000;

export interface Listener {
  message(message: Message): void;
  entry(entry: Entry): void;
  cursor(seat: number, bytes: Uint8Array): void;
  lost(): void;
  /** The last change that the page has. */
  through(): number;
}

export class Socket {
  private socket: WebSocket | null = null;
  private failures = 0;
  private timer = 0;
  private code = 0;
  isReady = false;

  constructor(private readonly path: string, private readonly listener: Listener) {
    addEventListener("online", () => this.open());
    // Some browsers keep a dead socket open for minutes; what the page is told of its network is quicker.
    addEventListener("offline", () => this.drop());
  }

  static get isKnown(): boolean { return typeof WebSocket === "function"; }

  open(): void {
    clearTimeout(this.timer);
    if (this.socket || !navigator.onLine) return;
    const url = new URL(`${this.path}?through=${this.listener.through()}`, location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = this.socket = new WebSocket(url);
    socket.binaryType = "arraybuffer";
    this.code = 0;
    socket.onmessage = event => { if (this.socket === socket) this.take(event.data as string | ArrayBuffer); };
    socket.onclose = () => { if (this.socket === socket) this.drop(); };
  }

  /** Closes for good. */
  end(): void {
    this.code = 4403;
    this.drop();
  }

  change(number: number, bytes: Uint8Array): void { this.send(sent.change, number, bytes); }
  state(number: number, key: string, bytes: Uint8Array): void { this.send(sent.state, number, idBytes(key), bytes); }
  folded(through: number, bytes: Uint8Array): void { this.send(sent.folded, through, bytes); }
  cursor(bytes: Uint8Array): void { this.send(sent.cursor, null, bytes); }

  private send(kind: number, number: number | null, ...parts: Uint8Array[]): void {
    if (!this.isReady) return;
    const head = new Uint8Array(number === null ? 1 : 5);
    head[0] = kind;
    if (number !== null) new DataView(head.buffer).setUint32(1, number, true);
    const frame = new Uint8Array(parts.reduce((length, part) => length + part.length, head.length));
    let at = 0;
    for (const part of [head, ...parts]) { frame.set(part, at); at += part.length; }
    this.socket!.send(frame);
  }

  private take(data: string | ArrayBuffer): void {
    if (typeof data === "string") {
      const message = JSON.parse(data) as Message;
      if (message.kind === "dismissed") this.code = message.code;
      if (message.kind === "caughtUp") { this.isReady = true; this.failures = 0; }
      this.listener.message(message);
      return;
    }
    const view = new DataView(data);
    const number = view.getUint32(1, true);
    if (view.getUint8(0) === sent.cursor) { this.listener.cursor(number, new Uint8Array(data, 5)); return; }
    const state = view.getUint8(5) === 1 ? idOf(new Uint8Array(data, 6, 16)) : null;
    this.listener.entry({ sequence: number, state, bytes: new Uint8Array(data, state ? 22 : 6) });
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = null;
    this.isReady = false;
    socket?.close();
    this.listener.lost();
    if (this.code === 4403 || !navigator.onLine) return;
    // With some chance in it, so that not all pages knock at once when the server is back.
    const pause = Math.min(longestPause, firstPause * 2 ** this.failures++) * (0.5 + Math.random() / 2);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.open(), this.code === 0 ? pause : longestPause);
  }
}

const idBytes = (id: string) => Uint8Array.from(id.replaceAll("-", "").match(/../g)!, pair => parseInt(pair, 16));

function idOf(bytes: Uint8Array): string {
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
