// The box that Ctrl-K opens on every page: what is typed is looked for with each key, arrows choose, Enter goes there. Where there
// is no script its link leads to a page that does the same.
const link = document.getElementById("find-link");
const box = document.getElementById("find");
const input = document.getElementById("find-words");
const list = document.getElementById("find-list");
let asked = null, chosen = -1, waiting = null;

const open = () => {
  if (box.open) return;
  box.showModal();
  input.select();
  ask();
};

const choose = index => {
  const options = list.children;
  if (options.length === 0) return;
  options[chosen]?.setAttribute("aria-selected", "false");
  chosen = (index + options.length) % options.length;
  options[chosen].setAttribute("aria-selected", "true");
  options[chosen].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", options[chosen].id);
};

const go = (answer, elsewhere) => {
  if (!answer) return;
  if (!answer.act) return elsewhere ? window.open(answer.path, "_blank", "noopener") : location.assign(answer.path);
  const form = document.getElementById("find-act");
  form.action = answer.path;
  form.submit();
};

const element = (name, text, role) => {
  const made = document.createElement(name);
  made.textContent = text;
  if (role) made.className = role;
  return made;
};

const show = answers => {
  list.replaceChildren(...answers.map((answer, index) => {
    const option = document.createElement("li");
    option.id = `find-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const text = element("span", answer.text, "found-text");
    if (answer.language) text.lang = answer.language;
    option.append(element("small", answer.kind, "found-kind"), text, element("small", answer.hint, "found-hint"));
    option.addEventListener("click", event => go(answer, event.ctrlKey || event.metaKey));
    option.answer = answer;
    return option;
  }));
  input.setAttribute("aria-expanded", String(answers.length > 0));
  document.getElementById("find-none").hidden = answers.length > 0;
  chosen = -1;
  choose(0);
};

const ask = async () => {
  const words = input.value;
  if (words === asked) return;
  waiting?.abort();
  waiting = new AbortController();
  try {
    const response = await fetch(`/newsroom/find?handler=Answers&q=${encodeURIComponent(words)}`, { signal: waiting.signal, headers: { accept: "application/json" } });
    if (!response.ok) return location.assign(link.href);
    const answers = await response.json();
    asked = words;
    show(answers);
  } catch (error) {
    if (error.name !== "AbortError") location.assign(link.href);
  }
};

input.addEventListener("input", ask);
input.addEventListener("keydown", async event => {
  if (event.key === "ArrowDown") choose(chosen + 1);
  else if (event.key === "ArrowUp") choose(chosen - 1);
  else if (event.key === "Enter") {
    event.preventDefault();
    // Who types fast and presses Enter means what they typed, not what was shown before.
    await ask();
    return go(list.children[chosen]?.answer, event.ctrlKey || event.metaKey);
  } else return;
  event.preventDefault();
});
box.addEventListener("click", event => { if (event.target === box) box.close(); });
link.addEventListener("click", event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});
document.addEventListener("keydown", event => {
  // In the text of a story Ctrl-K makes a link.
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.defaultPrevented || event.target.isContentEditable) return;
  event.preventDefault();
  open();
});
