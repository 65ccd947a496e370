// A field in which "@" offers the colleagues who may read the story: arrows choose, Enter or Tab takes, Escape goes on without.
import { make } from "./dom.ts";
import { say } from "./words.ts";

const most = 6;
let fields = 0;

export function mentionField(label: string, colleagues: string[]): { area: HTMLTextAreaElement; field: HTMLElement } {
  const id = `mention-${++fields}`;
  const list = make("ul", { className: "mention-list", id, role: "listbox", hidden: true, "aria-label": say("editor.comment.colleagues") });
  const area = make("textarea", { rows: 3, maxLength: 4000, "aria-label": label, "aria-autocomplete": "list", "aria-controls": id });
  let found: string[] = [];
  let chosen = 0;

  const begun = () => /(?:^|[\s(])@([^@\n]{0,60})$/u.exec(area.value.slice(0, area.selectionStart));
  const close = () => { list.hidden = true; area.removeAttribute("aria-activedescendant"); };
  const show = () => {
    const words = begun()?.[1]?.toLocaleLowerCase();
    found = words === undefined ? [] : colleagues.filter(name => name.toLocaleLowerCase().split(" ").some((_, at, parts) => parts.slice(at).join(" ").startsWith(words))).slice(0, most);
    // What is complete needs no list.
    if (found.length === 0 || found.length === 1 && found[0]!.toLocaleLowerCase() === words) { close(); return; }
    chosen = Math.min(chosen, found.length - 1);
    list.replaceChildren(...found.map((name, index) => make("li", {
      role: "option", id: `${id}-${index}`, "aria-selected": String(index === chosen), onmousedown: (event: MouseEvent) => { event.preventDefault(); take(name); },
    }, name)));
    list.hidden = false;
    area.setAttribute("aria-activedescendant", `${id}-${chosen}`);
  };
  const take = (name: string) => {
    const at = area.selectionStart - begun()![1]!.length;
    area.setRangeText(`${name} `, at, area.selectionStart, "end");
    chosen = 0;
    close();
  };

  area.addEventListener("input", () => { chosen = 0; show(); });
  area.addEventListener("blur", close);
  area.addEventListener("keydown", event => {
    if (list.hidden) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) { chosen = (chosen + step + found.length) % found.length; show(); }
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") take(found[chosen]!);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { area, field: make("div", { className: "mention-field" }, area, list) };
}
