// The choice of a picture: the library as a grid, the newest first, with a search and files of this device. What a picture lacks
// (credit, alternative text) is asked for at once, and told to the library.
import { keysIn, make } from "./dom.ts";
import { describe, findPictures, upload, type FoundPicture } from "./server.ts";
import { say } from "./words.ts";

/** Shows the library; null when it was closed without a choice. */
export function choosePicture(title: string): Promise<FoundPicture | null> {
  return new Promise(resolve => {
    let chosen: FoundPicture | null = null;
    let shown = 0;
    let turn = 0;
    const words = make("input", { type: "search", autocomplete: "off" });
    const file = make("input", { type: "file", accept: "image/*" });
    const problem = make("p", { role: "alert", className: "flag" });
    const grid = make("ul", { className: "pictures" });
    const more = make("button", { type: "button", onclick: () => void show(true) }, say("editor.library.more"));
    const dialog = make("dialog", { className: "ask library" },
      make("form", { method: "dialog" },
        make("h2", {}, title),
        make("label", {}, make("span", {}, say("editor.image.find")), words),
        make("label", {}, make("span", {}, say("editor.image.upload")), file),
        problem, grid,
        make("p", { className: "acts" }, more, make("button", { type: "button", onclick: () => dialog.close() }, say("editor.cancel")))));

    function take(picture: FoundPicture): void {
      chosen = picture;
      dialog.close();
    }

    async function show(on: boolean): Promise<void> {
      const mine = ++turn;
      if (!on) shown = 0;
      grid.ariaBusy = "true";
      const found = await findPictures(words.value.trim(), shown).catch(() => []);
      if (mine !== turn) return;
      grid.ariaBusy = "false";
      // Who is quicker than the answer stands in the list that goes: the keys stay with the picture, or with the first one.
      const stay = keysIn(grid);
      if (!on) grid.replaceChildren();
      shown += found.length;
      more.hidden = found.length < 24;
      grid.append(...found.map(picture => make("li", {}, tile(picture, () => take(picture)))));
      if (shown === 0) grid.append(make("li", {}, say("editor.library.none")));
      if (!stay()) (grid.querySelector("button") ?? words).focus();
    }

    words.addEventListener("input", () => void show(false));
    words.addEventListener("keydown", event => {
      if (event.key !== "Enter" && event.key !== "ArrowDown") return;
      event.preventDefault();
      grid.querySelector("button")?.focus();
    });
    grid.addEventListener("keydown", event => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      const all = [...grid.querySelectorAll("button")];
      if (step !== 0) all[all.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
    });
    file.addEventListener("change", async () => {
      const given = file.files?.[0];
      if (!given) return;
      problem.textContent = "…";
      try {
        take(await bring(given));
      } catch (error) {
        problem.textContent = (error as Error).message;
      }
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      // One that was brought in just now has been asked about already.
      resolve(chosen && !asked.has(chosen.id) ? complete(chosen) : chosen);
    });
    document.body.append(dialog);
    dialog.showModal();
    words.focus();
    void show(false);
  });
}

/** Those that were asked about since the page was opened: once is enough, who leaves it for later is not asked again. */
const asked = new Set<string>();

/** Brings a file into the library and asks what it shows and who made it; throws with the server's reason when it is refused. */
export async function bring(file: File): Promise<FoundPicture> {
  const arrival = await upload(file);
  const notes = [!arrival.isNew && say("editor.library.same"), ...arrival.looksLike.map(like => say("editor.library.like", like.value))].filter(note => note !== false);
  return await complete(arrival.picture, arrival.isNew, notes);
}

/** Asks for what a picture lacks. It can be left for later: the picture then shows in the text that it is lacking. */
function complete(picture: FoundPicture, isNew = false, notes: string[] = []): Promise<FoundPicture> {
  const lacks = !picture.credit || !picture.alt && !picture.decorative;
  asked.add(picture.id);
  if (!lacks && !isNew && notes.length === 0) return Promise.resolve(picture);
  return new Promise(resolve => {
    let said = picture;
    const alt = make("textarea", { rows: 2, value: picture.alt });
    const caption = make("textarea", { rows: 2, value: picture.caption });
    const credit = make("input", { value: picture.credit, autocomplete: "off" });
    const problem = make("p", { role: "alert", className: "flag" });
    const form = make("form", {},
      make("h2", {}, say("editor.library.ask")),
      ...notes.map(note => make("p", {}, note)),
      make("img", { src: picture.thumbnail, alt: "" }),
      make("label", {}, make("span", {}, say("editor.image.alt")), alt),
      make("label", {}, make("span", {}, say("editor.image.credit")), credit),
      make("label", {}, make("span", {}, say("editor.image.caption")), caption),
      problem,
      make("p", { className: "acts" }, make("button", { className: "main" }, say("editor.done")), make("button", { type: "button", onclick: () => dialog.close() }, say("editor.library.later"))));
    const dialog = make("dialog", { className: "ask" }, form);
    form.addEventListener("submit", async event => {
      event.preventDefault();
      try {
        said = await describe(picture.id, { credit: credit.value, alt: alt.value, caption: caption.value });
        dialog.close();
      } catch (error) {
        problem.textContent = (error as Error).message;
      }
    });
    dialog.addEventListener("close", () => { dialog.remove(); resolve(said); });
    document.body.append(dialog);
    dialog.showModal();
    (picture.alt ? credit : alt).focus();
  });
}

function tile(picture: FoundPicture, onclick: () => void): HTMLElement {
  return make("button", { type: "button", "data-id": picture.id, onclick },
    make("img", { src: picture.thumbnail, alt: "", loading: "lazy" }),
    make("span", {}, picture.text),
    picture.hint ? make("small", {}, picture.hint) : null,
    picture.rights ? make("small", { className: "flag" }, picture.rights) : null);
}
