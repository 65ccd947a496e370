// The words of the interface, written into the page by the server in the language of who is signed in.
const words: Record<string, string> = (() => {
  if (typeof document === "undefined") return {};
  const element = document.getElementById("editor-words");
  return element ? JSON.parse(element.textContent ?? "{}") : {};
})();

/** The words of a key, with {0}, {1} filled; the key itself where there are none, so that a gap is seen. */
export function say(key: string, ...parts: (string | number)[]): string {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (_, index) => String(parts[Number(index)] ?? ""));
}
