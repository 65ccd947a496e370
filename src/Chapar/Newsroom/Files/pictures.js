// The library: files that are chosen or dropped anywhere on the page go up one after the other, each with its own answer; "/" searches.
const form = document.getElementById("arriving");
const input = document.getElementById("files");
const list = document.getElementById("arrivals");
const query = document.getElementById("q");
const fill = (words, name) => words.replace("{0}", name);

let last = Promise.resolve();

function line(text, refused = true) {
  const item = document.createElement("li");
  item.textContent = text;
  item.classList.toggle("refused", refused);
  list.prepend(item);
  return item;
}

async function send(file, item) {
  if (file.size > Number(form.dataset.most)) {
    item.textContent = fill(form.dataset.tooLarge, file.name);
    item.classList.add("refused");
    return;
  }
  try {
    const answer = await fetch(`?${new URLSearchParams({ handler: "File", name: file.name })}`, { method: "POST", body: file, headers: { "X-Form": form.querySelector("input[name=form]").value } });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const given = document.createElement("template");
    given.innerHTML = await answer.text();
    item.replaceWith(given.content);
  } catch {
    item.textContent = fill(form.dataset.failed, file.name);
    item.classList.add("refused");
  }
}

function take(files) {
  for (const file of files) {
    const item = line(`${file.name}: ${form.dataset.waiting}`, false);
    last = last.then(() => send(file, item));
  }
}

// Chosen is sent: no second click.
form.querySelector("button").hidden = true;
input.addEventListener("change", () => { take([...input.files]); input.value = ""; });

document.addEventListener("dragover", event => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", event => { if (!event.relatedTarget) document.body.classList.remove("dropping"); });
document.addEventListener("drop", event => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.remove("dropping");
  take([...event.dataTransfer.files]);
});

document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  query.focus();
});
