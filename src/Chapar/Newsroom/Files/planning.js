// The plan by keys: n a new line, left and right the days before and after, t today, d the day, w the week.
const ways = { n: "new-plan", t: "plan-today", d: "plan-day", w: "plan-week", ArrowLeft: "plan-before", ArrowRight: "plan-after" };

for (const choice of document.querySelectorAll(".plan-line select, .plan-line input[type=checkbox]")) choice.addEventListener("change", () => choice.form.requestSubmit());

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.target.matches("input, select, textarea")) return;
  const way = document.getElementById(ways[event.key] ?? "");
  if (!way) return;
  event.preventDefault();
  if (event.key !== "n") return way.click();
  way.parentElement.open = true;
  document.getElementById("title").focus();
});
