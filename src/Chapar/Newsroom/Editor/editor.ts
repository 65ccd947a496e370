// The page of a story: puts editor, panel and saving together.
import { Editor } from "@tiptap/core";
import { CharacterCount, Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from "@tiptap/extensions";
import { commands } from "./commands.ts";
import { showConflict } from "./conflict.ts";
import { get, make } from "./dom.ts";
import { Filing } from "./filing.ts";
import { fillToolbar, slashMenu } from "./menus.ts";
import { Paste } from "./paste.ts";
import { Pictures } from "./pictures.ts";
import { Saving, type Status } from "./saving.ts";
import { nodesAndMarks } from "./schema.ts";
import { read, rights, send } from "./server.ts";
import type { Opening, Text, Version } from "./story.ts";
import { Typography } from "./typography.ts";
import { unwrap, wrap } from "./unknown.ts";
import { say } from "./words.ts";

const presenceEvery = 10_000;
const wordsPerMinute = 200;

const opening = JSON.parse(get("story").textContent!) as Opening;
const headline = get<HTMLTextAreaElement>("headline");
const deck = get<HTMLTextAreaElement>("deck");
const status = get("save-status");
const all = commands(opening.language);
const { closed } = opening;

for (const [picture, said] of Object.entries(opening.rights)) rights.set(picture, said);
headline.value = opening.headline;
deck.value = opening.deck;
headline.readOnly = deck.readOnly = closed;

const editor = new Editor({
  element: get("body"),
  injectCSS: false,
  editable: !closed,
  extensions: [
    ...nodesAndMarks, UndoRedo, Dropcursor.configure({ class: "drop-here" }), Gapcursor, CharacterCount, TrailingNode,
    Placeholder.configure({ placeholder: say("editor.placeholder") }),
    Typography.configure({ language: opening.language }),
    Pictures.configure({ told: notes => tell(notes) }), Paste.configure({ told: notes => tell(notes) }),
    slashMenu(all),
  ],
  editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-label": say("editor.body"), lang: opening.language, spellcheck: "true", class: "prose" } },
});
editor.commands.setContent(wrap(opening.body, editor.schema), { emitUpdate: false });

// A trailing empty paragraph is for the cursor, not for readers.
function current(): Text {
  const body = unwrap(editor.getJSON());
  while (body.content!.length > 0 && body.content!.at(-1)!.type === "paragraph" && !body.content!.at(-1)!.content) body.content!.pop();
  return { headline: headline.value.replace(/\s+/g, " ").trim(), deck: deck.value.replace(/\s+/g, " ").trim(), body, particulars: filing.value };
}

const filing = new Filing(opening, () => saving.changed(), closed);
const saving = new Saving(opening.id, { ...opening, ...current(), key: opening.key }, current, showStatus, (mine, theirs) =>
  showConflict(get("conflict"), mine, theirs,
    () => { show(mine); void saving.overwrite(theirs); },
    () => void saving.take(mine, theirs).then(taken => { if (taken) show(theirs); })),
  checks => get("checks").replaceChildren(...checks.map(check => make("li", { "data-bar": check.isBar || null }, check.text))));

function show(text: Text): void {
  headline.value = text.headline;
  deck.value = text.deck;
  filing.value = text.particulars;
  editor.commands.setContent(wrap(text.body, editor.schema), { emitUpdate: false });
  grow();
  count();
}

function showStatus(given: Status): void {
  status.dataset.kind = given.kind;
  status.textContent = given.kind === "saved" ? say("editor.saved", given.at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }))
    : given.kind === "refused" ? given.why
    : say(`editor.${given.kind}`);
}

function tell(notes: string[]): void {
  const place = get("notes");
  place.replaceChildren(...notes.map(note => make("li", {}, note)));
  place.hidden = notes.length === 0;
}

function grow(): void {
  for (const area of [headline, deck]) {
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight}px`;
  }
}

function count(): void {
  const words = editor.getText({ blockSeparator: "\n" }).match(/[\p{L}\p{N}]+(?:['’ʼʻ.,\u0301-]+[\p{L}\p{N}]+)*/gu)?.length ?? 0;
  get("word-count").textContent = say("editor.count", words.toLocaleString(), Math.max(1, Math.round(words / wordsPerMinute)));
  get("headline-count").textContent = String(headline.value.trim().length);
}

function start(): void {
  if (!closed) fillToolbar(get("toolbar"), editor, all);
  const kept = closed ? null : saving.kept({ ...opening, ...current() });
  if (kept) { show(kept); saving.changed(); tell([say("editor.kept")]); } else if (!saving.isDirty) showStatus({ kind: "saved", at: new Date(opening.at) });
  for (const area of [headline, deck]) {
    area.addEventListener("input", () => { grow(); count(); saving.changed(); });
    area.addEventListener("keydown", event => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (area === headline) deck.focus();
      else {
        // At once: the editor's own command gives the focus a frame later, and what is typed meanwhile would stand in the deck.
        editor.view.focus();
        editor.commands.focus("start");
      }
    });
  }
  editor.on("update", () => { count(); saving.changed(); });
  document.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey)) return;
    if (event.key === "s") { event.preventDefault(); void saving.save(); }
    if (event.key === "k" && editor.isFocused) { event.preventDefault(); all.find(command => command.name === "link")!.run(editor); }
    if (event.key === "." && event.shiftKey) { event.preventDefault(); document.body.classList.toggle("full-screen"); }
  });
  get("full").addEventListener("click", () => document.body.classList.toggle("full-screen"));
  // An act concerns what stands on the screen: it waits until that is on the server.
  document.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    if (form.method !== "post" || !saving.isDirty) return;
    event.preventDefault();
    const submitter = event.submitter;
    void saving.save().then(saved => { if (saved) form.requestSubmit(submitter); else status.scrollIntoView({ block: "nearest" }); });
  });
  grow();
  count();
  void present();
  window.setInterval(() => void present(), presenceEvery);
  editor.commands.blur();
}

/** Says that this page is open, and shows who else has it open and whether they have saved. */
async function present(): Promise<void> {
  if (document.visibilityState === "hidden") return;
  try {
    const answer = await send("Here", {});
    if (!answer.ok || answer.redirected) return;
    const { others, key, by } = await answer.json() as { others: string[]; key: string; by: string };
    get("others").textContent = others.length > 0 ? say("editor.others", others.join(", ")) : "";
    const news = get("newer");
    news.hidden = saving.knows(key) || saving.isDirty;
    if (!news.hidden) news.replaceChildren(say("editor.newer", by), " ", make("button", { type: "button", onclick: () => void showNewer() }, say("editor.newer.show")));
  } catch {
    // Without a network nobody is seen; the status of saving says that.
  }
}

async function showNewer(): Promise<void> {
  const version = await read<Version>("State", {});
  if (saving.isDirty) { await saving.save(); return; }
  show(version);
  saving.opened(version);
  get("newer").hidden = true;
}

start();
