// What is typed, as in Markdown or with keys, and no node hears by itself: [words](address), ~low~, ^high^, the first line of a table.
import { Extension, InputRule, markInputRule, type Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";

const linkTyped = /\[([^[\]]+)\]\(((?:https?:\/\/|mailto:|tel:|\/)[^\s()]+)\)$/;

export const Typed = Extension.create({
  name: "typed",
  // Above the nodes, of which Bold would hear the keys of a quotation as its own.
  priority: 1001,
  addInputRules() {
    const { subscript, superscript, link } = this.editor.schema.marks;
    return [
      // A second sign before or after the first is something else: ~~struck~~.
      markInputRule({ find: /(?<!~)~([^~\s]+)~$/, type: subscript! }),
      markInputRule({ find: /\^([^^\s]+)\^$/, type: superscript! }),
      new InputRule({
        find: linkTyped,
        handler: ({ state, range, match }) => {
          const marks = link!.create({ href: match[2] }).addToSet(state.doc.resolve(range.from).marks());
          state.tr.replaceWith(range.from, range.to, state.schema.text(match[1]!, marks)).removeStoredMark(link!);
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    return { Enter: () => tableFrom(this.editor), "Mod-Shift-b": () => this.editor.commands.toggleBlockquote() };
  },
});

/** "| a | b |" and Enter: a table with this head and one empty row, in whose first cell the writing goes on. */
function tableFrom(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const { table, tableRow, tableHeader, tableCell, paragraph } = editor.schema.nodes;
  const atEnd = empty && $from.parent.type === paragraph && $from.parentOffset === $from.parent.content.size;
  const line = atEnd && $from.depth === 1 ? /^\|(.+)\|\s*$/.exec($from.parent.textContent) : null;
  const heads = line?.[1]!.split("|").map(head => head.trim()) ?? [];
  if (heads.length < 2) return false;
  const head = tableRow!.create(null, heads.map(text => tableHeader!.create(null, paragraph!.create(null, text ? editor.schema.text(text) : null))));
  const row = tableRow!.create(null, heads.map(() => tableCell!.create(null, paragraph!.create())));
  const { tr } = editor.state;
  tr.replaceWith($from.before(), $from.after(), table!.create(null, [head, row]));
  // Before the table stand its own opening, the head, then the openings of row, cell and paragraph.
  tr.setSelection(TextSelection.near(tr.doc.resolve($from.before() + 1 + head.nodeSize + 3)));
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}
