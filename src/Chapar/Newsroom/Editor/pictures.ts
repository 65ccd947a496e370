// Pictures that are dropped or pasted into the text: brought into the library, then put where they were dropped. What is lacking
// (alternative text, credit) is asked for at once, and otherwise in the picture itself.
import { Extension, type Editor } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { bring } from "./library.ts";
import { imageOf } from "./server.ts";

export const Pictures = Extension.create<{ told: (notes: string[]) => void }>({
  name: "pictures",
  // Asked before Paste, which takes whatever comes with HTML.
  priority: 110,
  addOptions: () => ({ told: () => undefined }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    const take = (data: DataTransfer | null, at: number) => {
      const files = [...data?.files ?? []].filter(file => file.type.startsWith("image/"));
      // A program that copies a text with its pictures gives both: the text is meant. A browser that copies one picture writes its
      // element beside it, with no word: the picture is.
      const html = data?.getData("text/html") ?? "";
      if (files.length === 0 || new DOMParser().parseFromString(html, "text/html").body.textContent!.trim()) return false;
      void put(editor, files, at, options.told);
      return true;
    };
    return [new Plugin({
      props: {
        handlePaste: (view, event) => take(event.clipboardData, view.state.selection.to),
        handleDrop: (view, event, _, moved) => !moved && take(event.dataTransfer, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.doc.content.size),
      },
    })];
  },
});

async function put(editor: Editor, files: File[], at: number, told: (notes: string[]) => void): Promise<void> {
  for (const file of files) {
    try {
      const picture = await bring(file);
      editor.chain().insertContentAt(Math.min(at, editor.state.doc.content.size), { type: "image", attrs: imageOf(picture) }).run();
      document.querySelector<HTMLElement>(".lacking textarea, .lacking input")?.focus();
    } catch (error) {
      told([(error as Error).message]);
    }
  }
}
