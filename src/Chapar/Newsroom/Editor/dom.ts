// The little of the DOM that is made by script.

type Child = Node | string | null | false;

/** An element with properties, attributes (names with a hyphen, role, for) and children. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, given: Record<string, unknown> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.includes("-") || name === "role" || name === "for" || name === "list") element.setAttribute(name, String(value));
    else Object.assign(element, { [name]: value });
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

/** The element of this id, which the page must have. */
export function get<T extends HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element as T;
}

/**
 * Remembers the button of a list at which the keys are, before the list is made anew. What is given back takes them to the same button of the new list, and
 * says false where it is gone: another button, pressed a moment later, would do what nobody meant.
 */
export function keysIn(list: HTMLElement): () => boolean {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || !list.contains(at)) return () => true;
  const sought = keyOf(at);
  return () => {
    const same = [...list.querySelectorAll("button")].find(button => keyOf(button) === sought);
    same?.focus({ preventScroll: true });
    return same !== undefined;
  };
}

function keyOf(button: HTMLElement): string {
  const about = button.closest<HTMLElement>("[data-thread], [data-id]")?.dataset;
  return [about?.thread, about?.id, button.getAttribute("aria-label") ?? button.textContent].join("\n");
}

export interface Question {
  name: string;
  label: string;
  kind?: "text" | "url" | "date" | "number";
  value?: string;
  /** Offers what is found for the words typed. */
  search?: (words: string) => Promise<{ value: string; text: string; hint: string }[]>;
}

/** Asks for a few texts in a dialog; null when it was closed without an answer. */
export function ask(title: string, questions: Question[], done: string, cancel: string): Promise<Record<string, string> | null> {
  return new Promise(resolve => {
    const inputs = new Map<string, HTMLInputElement>();
    const form = make("form", { method: "dialog" }, make("h2", {}, title));
    for (const question of questions) {
      const input = make("input", { type: question.kind ?? "text", value: question.value ?? "", autocomplete: "off" });
      inputs.set(question.name, input);
      form.append(make("label", {}, make("span", {}, question.label), input));
      if (question.search) form.append(results(input, question.search));
    }
    const dialog = make("dialog", { className: "ask" }, form);
    form.append(make("p", { className: "acts" }, make("button", { className: "main" }, done), make("button", { type: "button", onclick: () => dialog.close("") }, cancel)));
    form.addEventListener("submit", event => { event.preventDefault(); dialog.close("done"); });
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "done" ? Object.fromEntries([...inputs].map(([name, input]) => [name, input.value.trim()])) : null);
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
    inputs.values().next().value?.select();
  });
}

/** A list under an input that offers what the server finds for its words. */
function results(input: HTMLInputElement, search: NonNullable<Question["search"]>): HTMLElement {
  const list = make("ul", { className: "found" });
  let asked = 0;
  input.addEventListener("input", async () => {
    const turn = ++asked;
    const words = input.value.trim();
    const found = words.length < 2 || /^(https?:|mailto:|tel:|\/)/.test(words) ? [] : await search(words).catch(() => []);
    if (turn !== asked) return;
    list.replaceChildren(...found.map(item => make("li", {}, make("button", {
      type: "button", onclick: () => { input.value = item.value; list.replaceChildren(); input.focus(); },
    }, item.text, make("small", {}, item.hint)))));
  });
  return list;
}
