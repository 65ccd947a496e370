// What a reader who types perhaps looks for, under the box: a combobox with a list (w3.org/WAI/ARIA/apg/patterns/combobox). It only asks and shows: the
// form works without it, and whoever types waits for nothing.
document.querySelectorAll("form[data-suggested]").forEach((form, number) => {
  const input = form.elements.q, { suggested } = form.dataset, list = document.createElement("div"), said = document.createElement("span");
  let asked, timer, last = "", chosen = -1;
  Object.assign(list, { id: `suggested-${number}`, className: "suggested", role: "listbox", ariaLabel: suggested, hidden: true });
  Object.assign(said, { className: "hidden", role: "status" });
  form.append(list, said);
  Object.assign(input, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false", autocomplete: "off" });
  input.setAttribute("aria-controls", list.id);

  const choose = to => {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    const option = list.children[chosen = to];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    choose(-1);
    list.hidden = true;
    input.ariaExpanded = "false";
    said.textContent = last = "";
  };
  const take = option => {
    if (option.dataset.path) return location.assign(option.dataset.path);
    input.value = option.dataset.text;
    form.requestSubmit();
    close();
  };
  const show = found => {
    choose(-1);
    list.replaceChildren(...found.map(({ text, label, path, language }, place) => {
      const option = document.createElement("div"), small = document.createElement("small");
      Object.assign(option, { id: `${list.id}-${place}`, role: "option", ariaSelected: "false", lang: language, textContent: text });
      Object.assign(option.dataset, { text, path: path ?? "" });
      Object.assign(small, { lang: document.documentElement.lang, textContent: label });
      if (label) option.append(" ", small);
      return option;
    }));
    list.hidden = !found.length;
    input.ariaExpanded = `${!list.hidden}`;
    said.textContent = `${suggested}: ${found.length}`;
  };
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    try {
      const answer = await fetch(`/api/complete?${new URLSearchParams({ q: last, language: document.documentElement.lang })}`, { signal });
      if (answer.ok) {
        const { completions } = await answer.json();
        if (!signal.aborted) show(completions);
      }
    } catch {
      // Typed on meanwhile, or no connection: the form is there.
    }
  };

  input.addEventListener("input", () => {
    const typed = input.value.trim();
    if (typed === last) return;
    if (typed.length < 2) return close();
    last = typed;
    clearTimeout(timer);
    timer = setTimeout(ask, 60);
  });
  input.addEventListener("keydown", key => {
    const most = list.children.length;
    if (list.hidden || key.isComposing) return;
    if (key.key === "ArrowDown") choose(chosen + 1 < most ? chosen + 1 : -1);
    else if (key.key === "ArrowUp") choose(chosen < 0 ? most - 1 : chosen - 1);
    else if (key.key === "Escape") close();
    else if (key.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else return;
    key.preventDefault();
  });
  input.addEventListener("blur", close);
  // Its look is asked for by those who go into the box: of a hundred readers a few.
  const look = Object.assign(document.createElement("link"), { rel: "stylesheet", href: suggestSheet }), dress = () => document.head.append(look);
  if (document.activeElement === input) dress();
  else input.addEventListener("focus", dress, { once: true });
  // Before the box loses the focus.
  list.addEventListener("mousedown", press => press.preventDefault());
  list.addEventListener("click", ({ target }) => target.closest("[role=option]") && take(target.closest("[role=option]")));
});
