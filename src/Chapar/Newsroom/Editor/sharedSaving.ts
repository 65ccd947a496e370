// Saving a text that several write at once. One of their pages does it for all, two seconds after the last key of any; another takes its
// place when it does not. "Saved" means that what this page typed is in the working copy on the server.
import type { Status } from "./saving.ts";
import { read, send } from "./server.ts";
import { newKey, type Check, type Text } from "./story.ts";
import type { Together } from "./together.ts";
import { say } from "./words.ts";

const afterLastKey = 2_000;
const atMost = 6_000;
const ifNobodyDoes = 7_000;
const again = 1_500;

export class SharedSaving {
  private timer = 0;
  private due = 0;
  private changedSince = 0;
  private running: Promise<void> | null = null;
  private savedAt = new Date();
  private savedThrough: number;
  private isHalted = false;

  constructor(private readonly together: Together, private readonly current: () => Text, private readonly tell: (status: Status) => void, private readonly checked: (checks: Check[]) => void) {
    this.savedThrough = together.savedThrough;
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && this.isDirty) void this.save(true); });
    addEventListener("pagehide", () => { if (this.isDirty && !together.isHeld) void this.sendNow(true); });
  }

  get isDirty(): boolean { return this.together.mayWrite && this.together.isDirty; }

  /** Something was typed, here or elsewhere, or reached the server. */
  moved(): void {
    const { together } = this;
    if (together.isApart) { clearTimeout(this.timer); return; }
    if (together.savedThrough > this.savedThrough) this.savedElsewhere();
    if (this.running) return;
    if (!together.mayWrite) {
      if (together.isHeld) this.halt({ kind: "refused", why: say("editor.closed.held") });
      return;
    }
    if (!together.isDirty) {
      this.changedSince = 0;
      clearTimeout(this.timer);
      this.due = 0;
      this.isHalted = false;
      this.tell({ kind: "saved", at: this.savedAt });
      return;
    }
    if (together.isMineDirty && !this.isHalted) this.tell({ kind: together.isConnected || together.you === 0 ? "changed" : "offline" });
    // Without a socket there is nothing to save: it is told when there is one again.
    if (!together.isConnected) { clearTimeout(this.timer); this.due = 0; return; }
    const now = Date.now();
    if (this.changedSince === 0) this.changedSince = now;
    if (this.isHalted) { if (this.due === 0) this.schedule(ifNobodyDoes); }
    else if (together.isSaver) this.schedule(Math.max(0, Math.min(afterLastKey, this.changedSince + atMost - now)));
    else if (this.due === 0) this.schedule(ifNobodyDoes);
  }

  /** Saves now; true when all that stands in the page is in the working copy. */
  async save(leaving = false): Promise<boolean> {
    clearTimeout(this.timer);
    this.due = 0;
    while (this.running) await this.running;
    if (this.isDirty) {
      this.running = this.sendAll(leaving).finally(() => { this.running = null; });
      await this.running;
      this.moved();
    }
    return !this.isDirty;
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer);
    this.due = Date.now() + pause;
    this.timer = window.setTimeout(() => void this.save(), pause);
  }

  private async sendAll(leaving: boolean): Promise<void> {
    // Whatever becomes of this attempt, the next one keeps its distance.
    this.changedSince = Date.now();
    if (!await this.together.flush() || !this.together.isConnected) {
      if (this.together.you > 0) this.tell({ kind: "offline" });
      return;
    }
    await this.sendNow(leaving);
  }

  private async sendNow(leaving: boolean): Promise<void> {
    const { together } = this;
    // Text and place in one go: nothing may come between them.
    const [text, place, key] = [this.current(), together.place, newKey()];
    if (!place || together.isHeld) return;
    if (together.isMineDirty) this.tell({ kind: "saving" });
    let answer: Response;
    try {
      answer = await send("Save", { key, ...place, ...text }, leaving);
    } catch {
      this.tell({ kind: "offline" });
      this.schedule(again);
      return;
    }
    this.isHalted = false;
    if (answer.ok && !answer.redirected) {
      const saved = await answer.json() as { key: string; at: string; through: number; checks: Check[] };
      this.savedAt = new Date(saved.at);
      this.savedThrough = saved.through;
      this.changedSince = 0;
      this.checked(saved.checks);
      together.saved(saved.key, saved.through);
    } else if (answer.status === 412) {
      // Another state stands, and is on its way into the shared text.
      this.schedule(again);
    } else if (answer.redirected || answer.status === 401 || answer.status === 403) {
      this.halt({ kind: "signedOut" });
    } else if (answer.status === 400 || answer.status === 413 || answer.status === 423) {
      this.halt({ kind: "refused", why: (await answer.json().catch(() => ({ reason: String(answer.status) })) as { reason: string }).reason });
    } else {
      this.tell({ kind: "offline" });
      this.schedule(again * 4);
    }
  }

  private halt(status: Status): void {
    this.isHalted = true;
    this.tell(status);
  }

  private savedElsewhere(): void {
    this.savedThrough = this.together.savedThrough;
    this.savedAt = new Date();
    this.changedSince = 0;
    void read<Check[]>("Checks", {}).then(this.checked, () => undefined);
  }
}
