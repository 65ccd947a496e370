// The page of a story: puts editor, panel, shared document and saving together.
import { Editor, getSchema } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CharacterCount, Dropcursor, Gapcursor, Placeholder, TrailingNode } from "@tiptap/extensions";
import { Carets, hueOf } from "./carets.ts";
import { Checklist } from "./checklist.ts";
import { commands, type Command } from "./commands.ts";
import { Comments } from "./comments.ts";
import { showConflict } from "./conflict.ts";
import { get, make } from "./dom.ts";
import { Filing } from "./filing.ts";
import { Find, openFind } from "./find.ts";
import { Lines } from "./lines.ts";
import { fillToolbar, slashMenu } from "./menus.ts";
import { bodyOf, filingIn } from "./merge.ts";
import { Paste } from "./paste.ts";
import { pairs } from "./pairs.ts";
import { Pictures } from "./pictures.ts";
import { Saving, type Status } from "./saving.ts";
import { SharedSaving } from "./sharedSaving.ts";
import { nodesAndMarks } from "./schema.ts";
import { read, rights, send } from "./server.ts";
import type { Person } from "./socket.ts";
import type { Check, Opening, Text, Version } from "./story.ts";
import { SuggestionList } from "./suggestionList.ts";
import { suggesting } from "./suggesting.ts";
import { suggestionsIn, without } from "./suggestions.ts";
import { Together } from "./together.ts";
import { TranslationDesk } from "./translating.ts";
import { Typed } from "./typed.ts";
import { Typography } from "./typography.ts";
import { unwrap, wrap } from "./unknown.ts";
import { say } from "./words.ts";

const presenceEvery = 10_000;
const wordsPerMinute = 200;

const opening = JSON.parse(get("story").textContent!) as Opening;
const status = get("save-status");
for (const [picture, said] of Object.entries(opening.rights)) rights.set(picture, said);
const mode = { isOn: false, by: opening.me, told: (reason: string) => tell([reason]) };
const all: Command[] = [
  ...commands(opening.language),
  { name: "comment", sign: "[…]", shortcut: "Ctrl+Alt+M", bar: true, run: () => comments.begin() },
  { name: "suggest", sign: "±", shortcut: "Ctrl+Alt+S", bar: true, isActive: () => mode.isOn, run: toggleSuggesting },
];

let isStarted = false;
let isShowing = false;

const together: Together = new Together(opening, getSchema(nodesAndMarks), import.meta.url, {
  moved: () => {
    if (!isStarted) return;
    // The shared document keeps what it holds by itself, as soon as it knows its log.
    if (together.place && !together.isApart && !saving.isDirty) saving.forget();
    shared.moved();
  },
  line: (name, delta) => { lines.came(name, delta); count(); },
  filing: given => { filing.value = given; },
  people: others => { carets.show(others); showOthers(others); },
  cursor: (seat, bytes) => carets.came(seat, bytes),
  writable: mayWrite => setWritable(mayWrite),
  comments: stamp => void comments.told(stamp),
  apart: () => goApart(),
  signedOut: () => showStatus({ kind: "signedOut" }),
});
const carets = new Carets(together.doc, bytes => together.moveCursor(bytes));
const lines = new Lines(together, opening.closed, () => { count(); if (together.isApart) saving.changed(); }, () => {
  // At once: the editor's own command gives the focus a frame later, and what is typed meanwhile would stand in the deck.
  editor.view.focus();
  editor.commands.focus("start");
});

const comments: Comments = new Comments(bodyOf(together.doc), opening.colleagues, () => readChecks());

const desk = opening.translation ? new TranslationDesk(opening.translation, () => lines, () => together.mayWrite) : null;

const editor: Editor = new Editor({
  element: get("body"),
  injectCSS: false,
  editable: !opening.closed,
  extensions: [
    ...nodesAndMarks, Dropcursor.configure({ class: "drop-here" }), Gapcursor, CharacterCount, TrailingNode,
    Collaboration.configure({ fragment: bodyOf(together.doc) }), carets.extension,
    Placeholder.configure({ placeholder: say("editor.placeholder") }),
    Typography.configure({ language: opening.language }), Typed,
    Pictures.configure({ told: notes => tell(notes) }), Paste.configure({ told: notes => tell(notes) }),
    slashMenu(all), Find, comments.extension, suggesting(mode), ...desk ? [pairs, desk.extension] : [],
  ],
  editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-label": say("editor.body"), lang: opening.language, spellcheck: "true", class: "prose" } },
});

// What is suggested is no part of the text. A trailing empty paragraph is for the cursor, not for readers; one that a translator has yet to
// fill is not.
function current(): Text {
  const body = unwrap(without(editor.state.doc).toJSON());
  while (body.content!.length > 0 && body.content!.at(-1)!.type === "paragraph" && !body.content!.at(-1)!.content && !body.content!.at(-1)!.attrs?.source) body.content!.pop();
  return { headline: lines.headline, deck: lines.deck, body, particulars: filing.value, suggestions: suggestionsIn(editor.state.doc).length };
}

const filing = new Filing({ ...opening, particulars: filingIn(together.doc) }, () => {
  together.setFiling(filing.value);
  if (together.isApart) saving.changed();
}, opening.closed);
const readChecks = () => void read<Check[]>("Checks", {}).then(showChecks, () => undefined);
const checklist: Checklist = new Checklist(editor, lines, () => together.mayWrite, readChecks);
const showChecks = (checks: Check[]) => checklist.show(checks);
const saving = new Saving(opening.id, { ...opening, ...current(), key: opening.key }, current, showStatus, (mine, theirs) =>
  showConflict(get("conflict"), mine, theirs,
    () => { show(mine); if (together.isApart) void saving.overwrite(theirs); else saving.opened(theirs); },
    () => void saving.take(mine, theirs).then(taken => { if (taken) show(theirs); })), showChecks);
const shared = new SharedSaving(together, current, showStatus, showChecks);
const suggestions = new SuggestionList(editor, () => together.mayWrite && !together.isApart, whenOf);
const isDirty = () => together.isApart ? saving.isDirty : shared.isDirty;
const save = () => together.isApart ? saving.save() : shared.save();

/** The page can have no socket: it saves for itself from here on, and asks where another has saved meanwhile. */
function goApart(): void {
  carets.show([]);
  if (mode.isOn) toggleSuggesting();
  suggestions.show();
  saving.resume(together.seen, together.isMineDirty);
  void present();
}

function show(text: Text): void {
  // What the server has already is shown: nothing was typed, and nothing is to be saved.
  isShowing = true;
  together.overwrite(text);
  lines.show(text.headline, text.deck);
  filing.value = text.particulars;
  editor.commands.setContent(wrap(text.body, editor.schema), { emitUpdate: false });
  isShowing = false;
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

function count(): void {
  const words = editor.getText({ blockSeparator: "\n" }).match(/[\p{L}\p{N}]+(?:['’ʼʻ.,\u0301-]+[\p{L}\p{N}]+)*/gu)?.length ?? 0;
  get("word-count").textContent = say("editor.count", words.toLocaleString(), Math.max(1, Math.round(words / wordsPerMinute)));
  get("headline-count").textContent = String(lines.headline.length);
  if (isStarted) desk?.count();
}

function setWritable(mayWrite: boolean): void {
  editor.setEditable(mayWrite, false);
  lines.setWritable(mayWrite);
  if (mayWrite && get("toolbar").childElementCount === 0) fillToolbar(get("toolbar"), editor, all);
  if (!mayWrite) tell([say("editor.closed")]);
  suggestions.show();
}

/** In the zone of the publication; of today only the time, as the server says it. */
function whenOf(at: string): string {
  const said = (instant: Date, shown: Intl.DateTimeFormatOptions) => instant.toLocaleString(document.documentElement.lang, { timeZone: opening.zone, ...shown });
  const [then, day] = [new Date(at), { day: "numeric", month: "long" } as const];
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return said(then, said(then, day) === said(new Date(), day) ? time : { ...day, ...time });
}

/** Only what several write at once holds suggestions: a page that saves for itself has nowhere to leave them. */
function toggleSuggesting(): void {
  if (!mode.isOn && (together.isApart || !together.mayWrite)) { tell([say("editor.suggest.apart")]); return; }
  mode.isOn = !mode.isOn;
  get("body").classList.toggle("suggesting", mode.isOn);
  tell(mode.isOn ? [say("editor.suggest.on")] : []);
  // The toolbar looks at each transaction which of its buttons are on.
  editor.view.dispatch(editor.state.tr);
  editor.view.focus();
}

function showOthers(others: Person[]): void {
  const names = new Map(others.map(one => [one.name, one.seat]));
  get("others").replaceChildren(...names.size === 0 ? [] : [say("editor.others", ""), ...[...names].map(([name, seat]) => make("span", { className: "person", "data-hue": hueOf(seat) }, name))]);
}

function start(): void {
  isStarted = true;
  if (!opening.closed) fillToolbar(get("toolbar"), editor, all);
  const kept = opening.closed || together.hadKept ? null : saving.kept(opening);
  if (together.hadKept) saving.forget();
  if (kept) { together.merge(kept); lines.show(kept.headline, kept.deck); filing.value = filingIn(together.doc); }
  if (kept || together.hadKept) tell([say("editor.kept")]);
  else if (!saving.isDirty) showStatus({ kind: "saved", at: new Date(opening.at) });
  editor.on("update", () => { count(); if (isShowing) return; if (together.isApart) saving.changed(); else if (!together.place) saving.keepNow(); });
  document.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey)) return;
    // By the key's place: on a Cyrillic keyboard it has another letter.
    if (event.altKey && event.code === "KeyM") { event.preventDefault(); comments.begin(); }
    if (event.altKey && event.code === "KeyS") { event.preventDefault(); toggleSuggesting(); return; }
    if (event.key === "s") { event.preventDefault(); void save(); }
    if (event.key === "k" && editor.isFocused) { event.preventDefault(); all.find(command => command.name === "link")!.run(editor); }
    if (event.key === "f" && !event.shiftKey && !event.altKey && document.activeElement?.closest(".sheet")) { event.preventDefault(); openFind(editor); }
    if (event.key === "." && event.shiftKey) { event.preventDefault(); document.body.classList.toggle("full-screen"); }
  });
  get("comment-new").addEventListener("click", () => comments.begin());
  get("full").addEventListener("click", () => document.body.classList.toggle("full-screen"));
  // An act concerns what stands on the screen: it waits until that is on the server.
  document.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    if (form.method !== "post" || !isDirty()) return;
    event.preventDefault();
    const submitter = event.submitter;
    void save().then(saved => { if (saved) form.requestSubmit(submitter); else status.scrollIntoView({ block: "nearest" }); });
  });
  desk?.start();
  count();
  showChecks(JSON.parse(get("checks-given").textContent!) as Check[]);
  comments.show(opening.comments);
  together.start();
  window.setInterval(() => void present(), presenceEvery);
  comments.openLinked();
  addEventListener("hashchange", () => comments.openLinked());
}

/** Where there is no socket: says that this page is open, and shows who else has it open and whether they have saved. */
async function present(): Promise<void> {
  if (document.visibilityState === "hidden" || !together.isApart) return;
  try {
    const answer = await send("Here", {});
    if (!answer.ok || answer.redirected) return;
    const { others, key, by, comments: stamp } = await answer.json() as { others: string[]; key: string; by: string; comments: string };
    void comments.told(stamp);
    showOthers(others.map((name, seat) => ({ name, seat, mayWrite: true })));
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
