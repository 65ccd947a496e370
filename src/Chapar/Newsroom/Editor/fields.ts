// What is said of a piece of the text that has no words of its own: inputs that stand in the piece.
import type { NodeViewRenderer, NodeViewRendererProps } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";
import { ask, make } from "./dom.ts";
import { rights } from "./server.ts";
import { say } from "./words.ts";

type Kind = "text" | "long" | "flag" | "date" | "number" | readonly string[];

const providers = ["youtube", "x", "telegram", "instagram", "facebook", "tiktok", "map", "other"] as const;

/** Each piece's fields, in the order in which they are asked for. */
const asked: Record<string, Record<string, Kind>> = {
  image: { alt: "long", decorative: "flag", caption: "long", credit: "text" },
  pullQuote: { attribution: "text" },
  turn: { speaker: "text", role: ["question", "answer"] },
  linkCard: { href: "text", title: "text" },
  embed: { provider: providers, url: "text", title: "text" },
  file: { name: "text", href: "text", bytes: "number" },
  note: { title: "text" },
  rate: { pair: "text", asOf: "date" },
};

const inlines = new Set(["rate", "unknownInline"]);

/** The view of a node with fields. */
export function fields(name: string): NodeViewRenderer {
  return props => inlines.has(name) ? new InlineView(name, props) : new BlockView(name, props);
}

class BlockView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM?: HTMLElement;
  private readonly head: HTMLElement;
  private readonly inputs = new Map<string, HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>();

  constructor(private readonly name: string, private readonly props: NodeViewRendererProps) {
    this.head = make("div", { className: "piece-head", contentEditable: "false" });
    this.dom = make("div", { className: "piece", "data-piece": name }, this.head);
    this.head.append(make("b", {}, say(`editor.${name}`)));
    const node = props.node;
    if (name === "image") this.head.append(picture(node));
    if (name === "unknown") this.head.append(make("code", {}, String((node.attrs.json as { type?: string } | null)?.type ?? "")));
    for (const [field, kind] of Object.entries(asked[name] ?? {})) this.head.append(this.field(field, kind));
    if (!node.isAtom) this.dom.append(this.contentDOM = make("div", { className: "piece-body" }));
    this.show(node);
  }

  update(node: PmNode): boolean {
    if (node.type.name !== this.name) return false;
    this.show(node);
    return true;
  }

  stopEvent(event: Event): boolean {
    const target = event.target as HTMLElement;
    return this.head.contains(target) && target.matches("input, textarea, select, label");
  }

  ignoreMutation(mutation: { target: Node }): boolean {
    return !this.contentDOM?.contains(mutation.target);
  }

  private show(node: PmNode): void {
    for (const [field, input] of this.inputs) {
      const value = node.attrs[field];
      if (input instanceof HTMLInputElement && input.type === "checkbox") input.checked = value === true;
      else if (input !== document.activeElement) input.value = value === null || value === undefined ? "" : String(value);
    }
    if (this.name === "image") this.dom.classList.toggle("lacking", !node.attrs.credit || !node.attrs.alt && !node.attrs.decorative);
  }

  private field(field: string, kind: Kind): HTMLElement {
    const text = make("span", {}, say(`editor.${this.name}.${field}`));
    const input = typeof kind !== "string" ? make("select", {}, ...kind.map(value => make("option", { value }, say(`editor.${value}`))))
      : kind === "long" ? make("textarea", { rows: 2 })
      : make("input", { type: kind === "flag" ? "checkbox" : kind });
    this.inputs.set(field, input);
    input.addEventListener("input", () => this.set(field, valueOf(input, kind)));
    return make("label", { className: kind === "flag" ? "flag" : "" }, ...(kind === "flag" ? [input, text] : [text, input]));
  }

  private set(field: string, value: unknown): void {
    const at = this.props.getPos();
    if (at === undefined) return;
    const { view } = this.props.editor;
    view.dispatch(view.state.tr.setNodeAttribute(at, field, value));
  }
}

/** A piece within a line: shown as a word, asked about when it is pressed. */
class InlineView implements NodeView {
  readonly dom: HTMLElement;

  constructor(private readonly name: string, private readonly props: NodeViewRendererProps) {
    this.dom = make("button", { type: "button", className: "inline-piece", onclick: () => this.change() });
    this.show(props.node);
  }

  update(node: PmNode): boolean {
    if (node.type.name !== this.name) return false;
    this.show(node);
    return true;
  }

  private show(node: PmNode): void {
    this.dom.textContent = this.name === "rate" ? `${String(node.attrs.pair ?? "?").toUpperCase().replace("-", "/")}${node.attrs.asOf ? `, ${node.attrs.asOf}` : ""}` : "◇";
    this.dom.title = say(`editor.${this.name}`);
  }

  private async change(): Promise<void> {
    if (this.name !== "rate") return;
    const at = this.props.getPos();
    if (at === undefined) return;
    const { view } = this.props.editor;
    const node = view.state.doc.nodeAt(at);
    const given = await askRate(String(node?.attrs.pair ?? ""), String(node?.attrs.asOf ?? ""));
    if (given) view.dispatch(view.state.tr.setNodeMarkup(at, null, given));
  }
}

/** Asks for the pair of an official rate and the day it is of. */
export async function askRate(pair = "usd-kgs", asOf = ""): Promise<{ pair: string; asOf: string | null } | null> {
  const given = await ask(say("editor.rate"), [
    { name: "pair", label: say("editor.rate.pair"), value: pair },
    { name: "asOf", label: say("editor.rate.asOf"), kind: "date", value: asOf },
  ], say("editor.done"), say("editor.cancel"));
  return given?.pair ? { pair: given.pair.toLowerCase().replace("/", "-"), asOf: given.asOf || null } : null;
}

function valueOf(input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, kind: Kind): unknown {
  if (kind === "flag") return (input as HTMLInputElement).checked ? true : null;
  if (kind === "number") return input.value === "" ? null : Math.max(0, Math.round(Number(input.value)));
  return input.value === "" ? null : input.value;
}

function picture(node: PmNode): HTMLElement {
  const own = node.attrs.media as string | null;
  // Pictures of other sites are not loaded: nothing of this page comes from elsewhere.
  return own ? make("div", {}, make("img", { src: `?handler=Picture&picture=${own}`, alt: "" }), rights.has(own) ? make("p", { className: "flag" }, rights.get(own)!) : null) : make("code", {}, String(node.attrs.src ?? ""));
}
