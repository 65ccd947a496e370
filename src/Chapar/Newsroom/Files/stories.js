// The list of stories: what is typed into the search box hides the lines that lack it at once; "n" begins a story, "/" searches,
// j and k go down and up.
const query = document.getElementById("q");
const lines = [...document.querySelectorAll("#stories > li")];

query.addEventListener("input", () => {
  const words = query.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  for (const line of lines) {
    const text = line.textContent.toLocaleLowerCase();
    line.hidden = !words.every(word => text.includes(word));
  }
});

// A filter counts as soon as it is chosen.
for (const choice of document.querySelectorAll(".sieve select, .sieve input[type=checkbox]")) choice.addEventListener("change", () => choice.form.requestSubmit());

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), select, textarea")) return;
  if (event.key === "/") { event.preventDefault(); query.focus(); }
  if (event.key === "n") document.getElementById("new-story")?.click();
  if (event.key !== "j" && event.key !== "k") return;
  const links = lines.filter(line => !line.hidden).map(line => line.querySelector("a"));
  const at = links.indexOf(document.activeElement);
  links[event.key === "j" ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)]?.focus();
});
