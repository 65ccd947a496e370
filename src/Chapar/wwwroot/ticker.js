// The ticker as a reader has chosen it: which of the world's moneys, which way round. The choice stays in the browser (localStorage): no cookie, nothing
// for the server to know. Without this script the same choices are links to pages.
(() => {
  const ticker = document.querySelector(".ticker"), here = ticker?.dataset.choice;
  if (!ticker) return;

  const show = async choice => {
    const answer = await fetch(ticker.dataset.from + choice);
    if (!answer.ok) return;
    const other = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".ticker");
    if (other) ticker.replaceChildren(...other.childNodes);
  };

  try {
    const kept = localStorage.getItem("ticker");
    // A page that is about one way of telling keeps it.
    if (kept && kept !== here && here === "usd") show(kept);
    ticker.addEventListener("click", click => {
      const link = click.target.closest("[data-choice]");
      if (!link || click.ctrlKey || click.metaKey || click.shiftKey) return;
      click.preventDefault();
      localStorage.setItem("ticker", link.dataset.choice);
      show(link.dataset.choice).then(() => ticker.querySelector(`[data-choice="${link.dataset.choice}"]`)?.focus());
    });
  } catch {
    // No storage: the links lead to pages, as without a script.
  }
})();
