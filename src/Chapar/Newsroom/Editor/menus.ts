// Toolbar and slash menu.
import { Extension, type Editor } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { Command } from "./commands.ts";
import { make } from "./dom.ts";
import { say } from "./words.ts";

/** Fills the toolbar: one stop of the Tab key, arrows within it. What does not stand in it is in the list behind "+". */
export function fillToolbar(bar: HTMLElement, editor: Editor, all: Command[]): void {
  const label = (command: Command) => say(`editor.${command.name}`) + (command.shortcut ? ` (${command.shortcut})` : "");
  // A sign that can be read aloud ("H2") is what somebody who speaks to the browser says: it is part of the name.
  const heard = (command: Command) => (/\d/.test(command.sign) ? `${command.sign} ` : "") + label(command);
  const button = (command: Command) => make("button", {
    type: "button", title: label(command), "aria-label": heard(command), "aria-pressed": command.isActive ? "false" : null, tabIndex: -1,
    onclick: () => { more.open = false; command.run(editor); },
  }, command.sign);
  const shown = all.filter(command => command.bar).map(command => ({ command, element: button(command) }));
  const hidden = all.filter(command => !command.bar).map(command => ({
    command,
    element: make("button", { type: "button", tabIndex: -1, "aria-pressed": command.isActive ? "false" : null, onclick: () => { more.open = false; command.run(editor); } },
      make("i", { "aria-hidden": "true" }, command.sign), say(`editor.${command.name}`)),
  }));
  const summary = make("summary", { tabIndex: -1, title: say("editor.more") }, "+");
  summary.setAttribute("aria-label", say("editor.more"));
  const more = make("details", { className: "more-pieces" }, summary, make("div", {}, ...hidden.map(item => item.element)));
  bar.append(...shown.map(item => item.element), more);

  const stops = () => [...bar.querySelectorAll<HTMLElement>("button, summary")].filter(stop => stop.offsetParent !== null);
  bar.querySelector<HTMLElement>("button")!.tabIndex = 0;
  bar.addEventListener("keydown", event => {
    const step = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : event.key === "ArrowLeft" || event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Escape") { more.open = false; editor.commands.focus(); }
    if (step === 0) return;
    event.preventDefault();
    const all = stops();
    const next = all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length]!;
    for (const stop of all) stop.tabIndex = stop === next ? 0 : -1;
    next.focus();
  });
  editor.on("transaction", () => {
    for (const { command, element } of [...shown, ...hidden])
      if (command.isActive) element.setAttribute("aria-pressed", String(command.isActive(editor)));
  });
}

/** The list that opens when a paragraph begins with a slash, and, for what stands within a line, after a word where letters follow the slash. */
export function slashMenu(all: Command[]): Extension {
  const inlines = all.filter(command => command.inline);
  const pieces = [...all.filter(command => command.block), ...inlines];
  const list = make("ul", { className: "slash", role: "listbox", hidden: true, "aria-label": say("editor.more") });
  let found: Command[] = [];
  let chosen = 0;
  let typed = 0;

  function show(editor: Editor): void {
    const { $from, empty } = editor.state.selection;
    const before = empty && !$from.parent.type.spec.code ? $from.parent.textBetween(0, $from.parentOffset) : "";
    const begins = $from.parent.type.name === "paragraph" ? /^\/(\p{L}*)$/u.exec(before) : null;
    const words = begins ?? /\s\/(\p{L}+)$/u.exec(before);
    typed = words ? words[1]!.length + 1 : 0;
    found = words ? (begins ? pieces : inlines).filter(command => (say(`editor.${command.name}`) + " " + command.name).toLowerCase().includes(words[1]!.toLowerCase())) : [];
    list.hidden = found.length === 0 || !editor.isEditable;
    if (list.hidden) return;
    chosen = Math.min(chosen, found.length - 1);
    list.replaceChildren(...found.map((command, index) => make("li", {
      role: "option", "aria-selected": String(index === chosen),
      onmousedown: (event: MouseEvent) => { event.preventDefault(); choose(editor, command); },
    }, make("i", { "aria-hidden": "true" }, command.sign), say(`editor.${command.name}`))));
    list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    const at = editor.view.coordsAtPos($from.pos);
    // Where more of it has room: under the line, or over it.
    const [under, over] = [innerHeight - at.bottom - 12, at.top - 12];
    const isUnder = under >= Math.min(list.scrollHeight, 288) || under >= over;
    list.style.maxBlockSize = `${Math.min(288, isUnder ? under : over)}px`;
    list.style.insetBlock = isUnder ? `${at.bottom + 4}px auto` : `auto ${innerHeight - at.top + 4}px`;
    list.style.insetInlineStart = `${Math.max(8, Math.min(at.left, innerWidth - 256))}px`;
  }

  function choose(editor: Editor, command: Command): void {
    const { from } = editor.state.selection;
    editor.commands.deleteRange({ from: from - typed, to: from });
    list.hidden = true;
    chosen = 0;
    command.run(editor);
  }

  return Extension.create({
    name: "slashMenu",
    onCreate() { document.body.append(list); },
    onTransaction() { show(this.editor); },
    onBlur() { list.hidden = true; },
    addProseMirrorPlugins() {
      const { editor } = this;
      return [new Plugin({
        props: {
          handleKeyDown: (_, event) => {
            if (list.hidden) return false;
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
              show(editor);
              return true;
            }
            if (event.key === "Enter" || event.key === "Tab") { choose(editor, found[chosen]!); return true; }
            if (event.key === "Escape") { list.hidden = true; return true; }
            return false;
          },
        },
      })];
    },
  });
}
