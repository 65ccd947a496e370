// Quotes, dashes and spaces as the language of the story writes them. Typed ones are changed as they are typed, and one
// undo gives back what was typed; the whole text is changed in one step that one undo takes back.
import { Extension, InputRule } from "@tiptap/core";
import type { EditorState, Transaction } from "@tiptap/pm/state";

interface Manner { open: string; close: string; apostrophe: string; dashSpace: string }

const guillemets: Manner = { open: "«", close: "»", apostrophe: "’", dashSpace: "\u00a0" };
const curly: Manner = { open: "“", close: "”", apostrophe: "’", dashSpace: " " };

export function mannerOf(language: string): Manner {
  if (["ru", "kk", "ky", "tg"].includes(language)) return guillemets;
  // Uzbek letters oʻ and gʻ carry a turned comma of their own, other apostrophes are the modifier letter.
  return language === "uz" ? { ...curly, apostrophe: "ʼ" } : curly;
}

/** One text, set as the language wants it. */
export function setText(text: string, language: string): string {
  const manner = mannerOf(language);
  let set = text.replace(/\.\.\./g, "…").replace(/(^|[^-])--(?!-)/g, "$1—").replace(/(\S) [-–—] /g, `$1${manner.dashSpace}— `);
  if (language === "uz") set = set.replace(/([oOgG])['’`‘]/g, "$1ʻ");
  set = set.replace(/(^|[\s([{«“—–])"/g, `$1${manner.open}`).replace(/"/g, manner.close).replace(/(\p{L})'(?=\p{L}|\s|$)/gu, `$1${manner.apostrophe}`);
  // A number is not parted from what it counts, a short Russian word not from the next.
  set = set.replace(/(\d) (?=%|°|млн|млрд|тыс|km|kg|км|кг)/g, "$1\u00a0");
  if (language === "ru") set = set.replace(/(^|[\s\u00a0«(])([вксуоияВКСУОИЯ]|не|но|на|по|за|из|от|до|Не|Но|На|По|За|Из|От|До) (?=\S)/g, "$1$2\u00a0");
  return set;
}

/** The step that sets the whole text; null when it is set already. */
export function setAll(state: EditorState, language: string): Transaction | null {
  const changes: { from: number; to: number; text: string }[] = [];
  state.doc.descendants((node, at, parent) => {
    if (!node.isText || parent?.type.spec.code || node.marks.some(mark => mark.type.name === "code" || mark.type.name === "language")) return;
    const text = setText(node.text!, language);
    if (text !== node.text) changes.push({ from: at, to: at + node.nodeSize, text });
  });
  if (changes.length === 0) return null;
  const tr = state.tr;
  for (const change of changes.reverse()) tr.replaceWith(change.from, change.to, state.schema.text(change.text, state.doc.nodeAt(change.from)!.marks));
  return tr;
}

export const Typography = Extension.create<{ language: string }>({
  name: "typography",
  priority: 1000,
  addOptions: () => ({ language: "en" }),
  addKeyboardShortcuts() {
    return { "Mod-z": () => this.editor.commands.undoInputRule() };
  },
  addInputRules() {
    const { language } = this.options;
    const manner = mannerOf(language);
    const rule = (find: RegExp, text: (match: RegExpMatchArray) => string) => new InputRule({
      find,
      handler: ({ state, range, match }) => { state.tr.insertText(text(match), range.from, range.to); },
    });
    const rules = [
      rule(/(^|[\s([{«“—–\u00a0])"$/, match => match[1] + manner.open),
      rule(/([^\s([{«“—–\u00a0])"$/, match => match[1] + manner.close),
      rule(/--$/, () => "—"),
      rule(/\.\.\.$/, () => "…"),
      rule(/(\S) [-–—] $/, match => `${match[1]}${manner.dashSpace}— `),
      rule(/<<$/, () => "«"),
      rule(/>>$/, () => "»"),
    ];
    if (language === "uz") rules.push(rule(/([oOgG])'$/, match => match[1] + "ʻ"));
    rules.push(rule(/(\p{L})'$/u, match => match[1] + manner.apostrophe));
    return rules;
  },
});
