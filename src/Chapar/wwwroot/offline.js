// Lists what this browser keeps for reading offline, and forgets it when asked to.
(async () => {
  const place = document.querySelector("[data-kept]");
  if (!place || !self.caches) return;
  const { kept, fronts, forget, missing, here } = place.dataset, store = await caches.open(kept), apart = fronts.split(" ");
  if (location.pathname !== here) place.before(Object.assign(document.createElement("p"), { textContent: missing, role: "status" }));
  const list = document.createElement("ul");
  list.className = "times";
  for (const key of (await store.keys()).reverse()) {
    const address = new URL(key.url).pathname, title = (await store.match(key)).headers.get("kept-title");
    if (apart.includes(address)) continue;
    const link = document.createElement("a"), item = document.createElement("li");
    link.href = address;
    link.textContent = new DOMParser().parseFromString(decodeURIComponent(title), "text/html").body.textContent.trim();
    item.append(link);
    list.append(item);
  }
  if (!list.children.length) return;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: forget });
  const said = place.firstElementChild;
  button.addEventListener("click", async () => {
    for (const name of await caches.keys()) if (name.startsWith("chapar-")) await caches.delete(name);
    place.replaceChildren(said);
    said.focus();
  });
  said.tabIndex = -1;
  place.replaceChildren(list, button);
})();
