// What is pasted from elsewhere (Word, a web page, Telegram) goes through the server's one converter, which makes the nodes of
// a body and nothing else. Where it cannot be reached, the schema takes of it what it knows.
import { Extension, type JSONContent } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { send } from "./server.ts";
import { wrap } from "./unknown.ts";

export const Paste = Extension.create<{ told: (notes: string[]) => void }>({
  name: "foreignPaste",
  addOptions: () => ({ told: () => undefined }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    return [new Plugin({
      props: {
        handlePaste(view, event) {
          const html = event.clipboardData?.getData("text/html") ?? "";
          // A copy within the editor is exact already.
          if (!html || html.includes("data-pm-slice") || editor.isActive("codeBlock")) return false;
          event.preventDefault();
          const mark = view.state.selection.getBookmark();
          void convert(html).then(given => {
            const selection = mark.resolve(view.state.doc);
            if (given) {
              const { content } = wrap(given.body, editor.schema);
              const only = content!.length === 1 && content![0]!.type === "paragraph" ? content![0]!.content ?? [] : content!;
              editor.chain().focus().insertContentAt({ from: selection.from, to: selection.to }, only).run();
              options.told(given.notes);
            } else {
              view.pasteHTML(html);
            }
          });
          return true;
        },
      },
    })];
  },
});

async function convert(html: string): Promise<{ body: JSONContent; notes: string[] } | null> {
  try {
    const answer = await send("Convert", { html });
    return answer.ok ? await answer.json() as { body: JSONContent; notes: string[] } : null;
  } catch {
    return null;
  }
}
