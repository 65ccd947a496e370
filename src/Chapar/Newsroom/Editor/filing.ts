// The panel beside the text: section, format, byline, places, topics, lead image.
import { get, make } from "./dom.ts";
import { choosePicture } from "./library.ts";
import { rights, type FoundPicture } from "./server.ts";
import type { Choice, Opening, Particulars, Signing } from "./story.ts";
import { say } from "./words.ts";

const roles = ["writer", "photographer", "translator"] as const;

export class Filing {
  private particulars: Particulars;
  private readonly section = get<HTMLSelectElement>("section");
  private readonly format = get<HTMLSelectElement>("format");

  constructor(private readonly opening: Opening, private readonly changed: () => void, private readonly closed: boolean) {
    this.particulars = opening.particulars;
    this.section.addEventListener("change", () => this.set({ section: this.section.value || null }));
    this.format.addEventListener("change", () => this.set({ format: this.format.value }));
    this.section.disabled = this.format.disabled = closed;
    this.offer("author", opening.choices.authors, id => this.set({ bylines: [...this.particulars.bylines, { author: id, role: "writer" }] }));
    this.offer("place", opening.choices.places, id => this.set({ places: [...new Set([...this.particulars.places, id])] }));
    this.offer("topic", opening.choices.topics, id => this.set({ topics: [...new Set([...this.particulars.topics, id])] }));
    this.show();
  }

  get value(): Particulars { return this.particulars; }

  set value(given: Particulars) {
    this.particulars = given;
    this.show();
  }

  private set(part: Partial<Particulars>): void {
    this.particulars = { ...this.particulars, ...part };
    this.show();
    this.changed();
  }

  /** An input with a list of names; a name that is chosen, or typed in full and confirmed, is added. */
  private offer(kind: string, choices: Choice[], add: (id: string) => void): void {
    const input = get<HTMLInputElement>(`add-${kind}`);
    const list = make("datalist", { id: `all-${kind}` }, ...choices.map(choice => make("option", { value: choice.name })));
    input.setAttribute("list", list.id);
    input.after(list);
    input.disabled = this.closed;
    const take = () => {
      const choice = choices.find(one => one.name.toLowerCase() === input.value.trim().toLowerCase());
      if (!choice) return;
      input.value = "";
      add(choice.id);
    };
    input.addEventListener("input", event => { if (!(event instanceof InputEvent) || event.inputType === "insertReplacementText") take(); });
    input.addEventListener("change", take);
    input.addEventListener("keydown", event => { if (event.key === "Enter") { event.preventDefault(); take(); } });
  }

  private show(): void {
    const { particulars: given, opening: { choices } } = this;
    this.section.value = given.section ?? "";
    this.format.value = given.format;
    get("bylines").replaceChildren(...given.bylines.map((line, index) => this.chip(nameOf(choices.authors, line.author), () => this.set({ bylines: given.bylines.filter((_, at) => at !== index) }), this.role(line, index))));
    get("places").replaceChildren(...given.places.map(id => this.chip(nameOf(choices.places, id), () => this.set({ places: given.places.filter(one => one !== id) }))));
    get("topics").replaceChildren(...given.topics.map(id => this.chip(nameOf(choices.topics, id), () => this.set({ topics: given.topics.filter(one => one !== id) }))));
    this.showLead();
  }

  private chip(name: string, remove: () => void, more?: HTMLElement): HTMLElement {
    return make("li", {}, make("span", {}, name), more ?? null,
      !this.closed && make("button", { type: "button", "aria-label": say("editor.remove", name), title: say("editor.remove", name), onclick: remove }, "×"));
  }

  private role(line: Signing, index: number): HTMLElement {
    const select = make("select", { "aria-label": say("editor.role"), disabled: this.closed }, ...roles.map(role => make("option", { value: role }, say(`editor.${role}`))));
    select.value = line.role;
    select.addEventListener("change", () => this.set({ bylines: this.particulars.bylines.map((one, at) => at === index ? { ...one, role: select.value as Signing["role"] } : one) }));
    return select;
  }

  private showLead(): void {
    const { lead, leadCaption, leadAlternativeText } = this.particulars;
    const parts: (HTMLElement | null)[] = [];
    if (lead) {
      const field = (key: "leadCaption" | "leadAlternativeText", value: string | null | undefined, own: string) => {
        const area = make("textarea", { rows: 2, value: value ?? "", placeholder: own, disabled: this.closed });
        area.addEventListener("input", () => { this.particulars = { ...this.particulars, [key]: area.value || null }; this.changed(); });
        return make("label", {}, make("span", {}, say(`editor.${key}`)), area);
      };
      parts.push(
        make("img", { src: `?handler=Picture&picture=${lead}`, alt: this.face?.alt ?? "" }),
        make("p", { className: "quiet" }, this.face?.credit ?? ""),
        rights.has(lead) ? make("p", { className: "flag" }, rights.get(lead)!) : null,
        field("leadCaption", leadCaption, this.face?.caption ?? ""),
        field("leadAlternativeText", leadAlternativeText, this.face?.alt ?? ""));
    }
    if (!this.closed) parts.push(make("p", { className: "acts" },
      make("button", { type: "button", onclick: () => void this.choose() }, say(lead ? "editor.lead.change" : "editor.lead.choose")),
      lead ? make("button", { type: "button", onclick: () => this.set({ lead: null, leadCaption: null, leadAlternativeText: null }) }, say("editor.lead.remove")) : null));
    get("lead").replaceChildren(...parts.filter(part => part !== null));
  }

  private get face() { return this.chosen ?? this.opening.leadFace; }
  private chosen: FoundPicture | null = null;

  private async choose(): Promise<void> {
    const found = await choosePicture(say("editor.lead.choose"));
    if (!found) return;
    this.chosen = found;
    this.set({ lead: found.id, leadCaption: null, leadAlternativeText: null });
  }
}

const nameOf = (choices: Choice[], id: string) => choices.find(choice => choice.id === id)?.name ?? "?";
