// Quotes, dashes and spaces as the language of the story writes them. Typed ones are changed as they are typed, and one
// undo gives back what was typed; the whole text is changed in one step that one undo takes back.
import { Extension, InputRule } from "@tiptap/core";
import type { EditorState, Transaction } from "@tiptap/pm/state";

/** Quotation marks without and within another quotation, as in Text/QuotationMarks.cs: a test compares them. */
export const quotationMarks: Record<string, string> = { en: "“”‘’", ru: "«»„“", kk: "«»“”", ky: "«»„“", uz: "“”‘’", tg: "«»„“", tk: "“”“”" };

const marksOf = (language: string) => [...(quotationMarks[language] ?? quotationMarks.en!)] as [string, string, string, string];
const dashSpace = (language: string) => ["ru", "kk", "ky", "tg"].includes(language) ? "\u00a0" : " ";
// Uzbek letters oʻ and gʻ carry a turned comma of their own, other apostrophes are the modifier letter.
const apostrophe = (language: string) => language === "uz" ? "ʼ" : "’";

/** The mark that a straight one becomes behind this text of its paragraph. */
export function quotationMark(before: string, language: string): string {
  const [open, close, innerOpen, innerClose] = marksOf(language);
  const isLetter = (sign = "") => /\p{L}/u.test(sign);
  let [outer, inner] = [false, false];
  for (let at = 0; at < before.length; at++) {
    const sign = before[at];
    if (!outer) outer = sign === open;
    // Between letters the same sign is an apostrophe.
    else if (inner) inner = sign !== innerClose || isLetter(before[at + 1]);
    else if (sign === innerOpen) inner = !isLetter(before[at - 1]);
    else if (sign === close) outer = false;
  }
  const begins = before === "" || /[\s([{—–]/.test(before.at(-1)!) || before.endsWith(open) || (outer && inner && before.endsWith(innerOpen));
  return begins ? (outer ? innerOpen : open) : inner ? innerClose : close;
}

/** What a sign becomes that is typed behind this text in a field of one line. */
export function signTyped(before: string, sign: string, language: string): string {
  if (sign === "\"") return quotationMark(before, language);
  if (sign !== "'" || !/\p{L}$/u.test(before)) return sign;
  return language === "uz" && /[og]$/i.test(before) ? "ʻ" : apostrophe(language);
}

/** Where ’ closes an inner quotation of Uzbek (‘radio’) and is no part of oʻ or gʻ, as in Text/Scripts/InnerQuotations.cs. */
function closingMarks(text: string): Set<number> {
  const closing = new Set<number>();
  const openings = [...text.matchAll(/(?<=^|[\s([{—–“«„"])‘(?=\p{L})/gu)].map(match => match.index);
  openings.forEach((opening, i) => {
    const ends = [...text.slice(opening, openings[i + 1]).matchAll(/’(?!\p{L})/gu)].map(match => opening + match.index);
    // Behind o or g it may still be a letter, if one follows that can be nothing but the end: ‘tog’ yonida’.
    const close = ends.find(at => !/[og]/i.test(text[at - 1]!)) ?? ends[0];
    if (close !== undefined) closing.add(close);
  });
  return closing;
}

/** One text, set as the language wants it. */
export function setText(text: string, language: string, before = ""): string {
  let set = text.replace(/\.\.\./g, "…").replace(/(^|[^-])--(?!-)/g, "$1—").replace(/(\S) [-–—] /g, `$1${dashSpace(language)}— `);
  if (language === "uz") {
    const closing = closingMarks(before + set);
    set = set.replace(/([oOgG])['’`‘]/g, (both, letter, at) => closing.has(before.length + at + 1) ? both : letter + "ʻ");
  }
  let marked = "";
  for (const sign of set) marked += sign === "\"" ? quotationMark(before + marked, language) : sign;
  set = marked.replace(/(\p{L})'(?=\p{L}|\s|$)/gu, `$1${apostrophe(language)}`);
  // A number is not parted from what it counts, a short Russian word not from the next.
  set = set.replace(/(\d) (?=%|°|млн|млрд|тыс|km|kg|км|кг)/g, "$1\u00a0");
  if (language === "ru") set = set.replace(/(^|[\s\u00a0«(])([вксуоияВКСУОИЯ]|не|но|на|по|за|из|от|до|Не|Но|На|По|За|Из|От|До) (?=\S)/g, "$1$2\u00a0");
  return set;
}

/** The step that sets the whole text; null when it is set already. */
export function setAll(state: EditorState, language: string): Transaction | null {
  const changes: { from: number; to: number; text: string }[] = [];
  let [paragraph, before] = [null as unknown, ""];
  state.doc.descendants((node, at, parent) => {
    if (parent !== paragraph) [paragraph, before] = [parent, ""];
    if (!node.isText || parent?.type.spec.code || node.marks.some(mark => mark.type.name === "code" || mark.type.name === "language")) { before += node.isLeaf ? node.text ?? " " : ""; return; }
    const text = setText(node.text!, language, before);
    before += text;
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
    const rule = (find: RegExp, text: (match: RegExpMatchArray) => string) => new InputRule({
      find,
      handler: ({ state, range, match }) => { state.tr.insertText(text(match), range.from, range.to); },
    });
    const rules = [
      new InputRule({
        find: /"$/,
        handler: ({ state, range }) => {
          const { parent, parentOffset } = state.doc.resolve(range.from);
          state.tr.insertText(quotationMark(parent.textBetween(0, parentOffset, " ", " "), language), range.from, range.to);
        },
      }),
      rule(/--$/, () => "—"),
      rule(/\.\.\.$/, () => "…"),
      rule(/(\S) [-–—] $/, match => `${match[1]}${dashSpace(language)}— `),
      rule(/<<$/, () => "«"),
      rule(/>>$/, () => "»"),
    ];
    if (language === "uz") rules.push(rule(/([oOgG])'$/, match => match[1] + "ʻ"));
    rules.push(rule(/(\p{L})'$/u, match => match[1] + apostrophe(language)));
    return rules;
  },
});
