// Somebody else saved the story meanwhile: both versions are shown, and the author takes either. What is not taken stays as
// a revision.
import { make } from "./dom.ts";
import type { Text, Version } from "./story.ts";
import { say } from "./words.ts";
import type { JSONContent } from "@tiptap/core";

export function showConflict(place: HTMLElement, mine: Text, theirs: Version, takeMine: () => void, takeTheirs: () => void): void {
  const close = (act: () => void) => () => { place.hidden = true; place.replaceChildren(); act(); };
  const side = (title: string, text: Text, button: string, act: () => void) => make("section", {},
    make("h3", {}, title), make("p", { className: "side-headline" }, text.headline), make("p", {}, text.deck),
    make("div", { className: "side-text", tabIndex: 0, role: "region", "aria-label": title }, ...paragraphs(text.body).map(line => make("p", {}, line))),
    make("button", { type: "button", className: "main", onclick: close(act) }, button));
  place.replaceChildren(
    make("h2", {}, say("editor.conflict", theirs.by)),
    make("p", {}, say("editor.conflict.explained")),
    make("div", { className: "sides" },
      side(say("editor.conflict.mine"), mine, say("editor.conflict.takeMine"), takeMine),
      side(say("editor.conflict.theirs", theirs.by), theirs, say("editor.conflict.takeTheirs"), takeTheirs)));
  place.hidden = false;
  place.scrollIntoView({ block: "start" });
}

function paragraphs(body: JSONContent): string[] {
  const lines: string[] = [];
  const words = (node: JSONContent): string => node.text ?? (node.content ?? []).map(words).join("");
  const walk = (node: JSONContent) => {
    if (node.content?.some(child => child.type === "text")) lines.push(words(node));
    else (node.content ?? []).forEach(walk);
  };
  walk(body);
  return lines;
}
