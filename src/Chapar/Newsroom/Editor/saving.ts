// Nothing typed is lost: it is in the browser at once, on the server two seconds after the last key, and a save is taken only
// when its author has seen what it replaces. States are named by keys; `seen` holds the last state known to be on the server
// and those sent since of which no answer came, any of which may be there.
import { send } from "./server.ts";
import { newKey, same, textOf, type Check, type Text, type Version } from "./story.ts";

const afterLastKey = 2_000;
const atMost = 10_000;
const longestPause = 30_000;

export type Status = { kind: "saved"; at: Date } | { kind: "changed" | "saving" | "offline" | "signedOut" | "conflict" } | { kind: "refused"; why: string };

interface Kept extends Text { seen: string[]; at: string }

export class Saving {
  private seen: string[];
  private timer = 0;
  private changedSince = 0;
  private failures = 0;
  private running: Promise<void> | null = null;
  private dirty = false;
  private paused = false;
  private isActive = false;

  /**
   * @param id the story's
   * @param opened the state with which the page came
   * @param current what stands in the page now
   * @param tell shows a status
   * @param conflict shows that somebody else has saved
   * @param checked shows the checklist of what was saved
   */
  constructor(
    private readonly id: string,
    opened: Version,
    private readonly current: () => Text,
    private readonly tell: (status: Status) => void,
    private readonly conflict: (mine: Text, theirs: Version) => void,
    private readonly checked: (checks: Check[]) => void,
  ) {
    this.seen = [opened.key];
    addEventListener("online", () => { if (this.isActive && this.dirty) void this.save(); });
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") this.leave(); });
  }

  get isDirty(): boolean { return this.dirty; }

  /** Whether the author has seen this state. */
  knows(key: string): boolean { return this.seen.includes(key); }

  /** What this browser still holds of the story from before; null when all of it is on the server. */
  kept(opened: Version): Text | null {
    const kept = this.readKept();
    if (!kept) return null;
    if (same(kept, opened)) { this.forget(); return null; }
    if (kept.seen.includes(opened.key)) this.seen = [...new Set([...this.seen, ...kept.seen])];
    else { this.paused = true; this.dirty = true; this.tell({ kind: "conflict" }); this.conflict(textOf(kept), opened); return null; }
    return textOf(kept);
  }

  /** From here on this page saves for itself. */
  resume(seen: string, dirty: boolean): void {
    this.isActive = true;
    this.seen = [seen];
    if (dirty) this.changed();
  }

  /** Keeps what stands in the page in this browser. */
  keepNow(): void { this.keep(); }

  /** Something was typed. */
  changed(): void {
    this.dirty = true;
    this.keep();
    if (this.paused) return;
    this.tell({ kind: this.failures > 0 ? "offline" : "changed" });
    const now = Date.now();
    if (this.changedSince === 0) this.changedSince = now;
    this.schedule(Math.max(0, Math.min(afterLastKey, this.changedSince + atMost - now)));
  }

  /** Saves now; true when all that stands in the page is on the server. */
  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (this.dirty && !this.paused) {
      this.running = this.sendNow().finally(() => { this.running = null; });
      await this.running;
    }
    return !this.dirty;
  }

  /** The author has seen this state and writes over it. */
  async overwrite(theirs: Version): Promise<void> {
    this.seen.push(theirs.key);
    this.paused = false;
    this.dirty = true;
    await this.save();
  }

  /** The author takes this state; theirs own is kept by the server as a revision first. */
  async take(mine: Text, theirs: Version): Promise<boolean> {
    const answer = await send("Aside", mine).catch(() => null);
    if (!answer?.ok) { this.tell({ kind: "offline" }); return false; }
    this.opened(theirs);
    return true;
  }

  /** The page shows this state of the server now. */
  opened(version: Version): void {
    this.seen = [version.key];
    this.paused = this.dirty = false;
    this.changedSince = 0;
    this.forget();
    this.tell({ kind: "saved", at: new Date(version.at) });
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), pause);
  }

  private async sendNow(): Promise<void> {
    const text = this.current();
    const key = newKey();
    const seen = [...this.seen];
    // Before it is sent: when the answer is lost, the state may be there all the same.
    this.seen.push(key);
    this.keep();
    this.tell({ kind: "saving" });
    let answer: Response;
    try {
      answer = await send("Save", { key, seen, ...text });
    } catch {
      this.again();
      return;
    }
    if (answer.status === 409) {
      this.paused = true;
      this.tell({ kind: "conflict" });
      this.conflict(text, await answer.json() as Version);
    } else if (answer.redirected || answer.status === 401 || answer.status === 403) {
      this.tell({ kind: "signedOut" });
      this.schedule(longestPause);
    } else if (answer.status === 400 || answer.status === 413 || answer.status === 423) {
      this.tell({ kind: "refused", why: (await answer.json().catch(() => ({ reason: String(answer.status) })) as { reason: string }).reason });
    } else if (!answer.ok) {
      this.again();
    } else {
      const saved = await answer.json() as { at: string; checks: Check[] };
      this.checked(saved.checks);
      this.failures = 0;
      this.seen = [key];
      this.dirty = !same(text, this.current());
      this.changedSince = 0;
      if (this.dirty) { this.keep(); this.schedule(afterLastKey); this.tell({ kind: "changed" }); }
      else { this.forget(); this.tell({ kind: "saved", at: new Date(saved.at) }); }
    }
  }

  private again(): void {
    this.failures++;
    this.tell({ kind: "offline" });
    this.schedule(Math.min(longestPause, 1_000 * 2 ** this.failures));
  }

  /** The page goes: one last save that outlives it. Whether it arrived is found out when the story is opened again. */
  private leave(): void {
    if (!this.isActive || !this.dirty || this.paused || this.running) return;
    const key = newKey();
    const seen = [...this.seen];
    this.seen.push(key);
    this.keep();
    void send("Save", { key, seen, ...this.current() }, true).then(answer => { if (answer.ok) void this.save(); }, () => undefined);
  }

  private get name(): string { return `chapar:story:${this.id}`; }

  private keep(): void {
    try {
      localStorage.setItem(this.name, JSON.stringify({ ...this.current(), seen: this.seen, at: new Date().toISOString() } satisfies Kept));
    } catch {
      // Storage is full or forbidden: the server has what was saved, and the status says when that is not all.
    }
  }

  /** What was kept is on the server, or in the shared text. */
  forget(): void {
    try { localStorage.removeItem(this.name); } catch { /* see keep */ }
  }

  private readKept(): Kept | null {
    try { return JSON.parse(localStorage.getItem(this.name) ?? "null") as Kept | null; } catch { return null; }
  }
}
