// A front: forms are sent without leaving the page, slots are dragged by pointer or finger, arrow keys move the one that has the focus.
const token = () => document.querySelector("#desk input[name=form]").value;

async function show(answer, focus) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("desk");
  if (!fresh) { location.reload(); return; }
  for (const kind of [".notice", ".refusals"]) {
    document.querySelector(`main > ${kind}`)?.remove();
    const said = page.querySelector(`main > ${kind}`);
    if (said) document.getElementById("main").prepend(said);
  }
  document.getElementById("desk").replaceWith(fresh);
  ready();
  document.querySelector(focus)?.focus();
}

async function send(handler, fields, focus) {
  const body = new URLSearchParams({ form: token(), ...fields });
  try {
    await show(await fetch(`${location.pathname}?handler=${handler}`, { method: "POST", body }), focus);
  } catch {
    location.reload();
  }
}

const seen = () => document.querySelector("#desk input[name=seen]").value;
const move = (from, to) => send("Move", { from, to, seen: seen() }, `[data-slot="${to}"] .grip`);

function ready() {
  for (const grip of document.querySelectorAll(".grip")) grip.hidden = false;
}

document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || !form.closest("#desk")) return;
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form, event.submitter));
  delete fields.form;
  const handler = new URL(form.action).searchParams.get("handler");
  // The focus stays where the hand was.
  const focus = handler === "Move" ? `[data-slot="${fields.to}"] .grip` : handler === "Add" ? ".offered button" : handler === "Undo" ? "[action$=Undo] button" : "#slots";
  void send(handler, fields, focus);
});

document.addEventListener("keydown", event => {
  if (event.key === "/" && !event.target.matches("input, textarea, select")) { event.preventDefault(); document.getElementById("q").focus(); return; }
  const grip = event.target.closest?.(".grip");
  const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
  if (!grip || step === 0) return;
  event.preventDefault();
  const from = Number(grip.closest("[data-slot]").dataset.slot);
  const to = from + step;
  if (to >= 0 && to < document.querySelectorAll("[data-slot]").length) void move(from, to);
});

// By mouse a slot or a story is taken anywhere that is not a button or a link; by finger only at its grip, so that the page can be scrolled.
let dragged = null;
let landing = null;

document.addEventListener("pointerdown", event => {
  if (event.button !== 0) return;
  const grip = event.target.closest(".grip");
  if (!grip && (event.pointerType !== "mouse" || event.target.closest("button, a, input, summary, details, label"))) return;
  dragged = event.target.closest(".slot:has(.slot-head), .offered li");
  if (!dragged) return;
  event.preventDefault();
  grip?.focus();
});
document.addEventListener("pointermove", event => {
  if (!dragged) return;
  dragged.classList.add("dragged");
  const under = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-slot]") ?? null;
  if (under === landing) return;
  landing?.classList.remove("landing");
  landing = under === dragged ? null : under;
  landing?.classList.add("landing");
});
function drop(done) {
  const [from, to] = [dragged, landing];
  dragged?.classList.remove("dragged");
  landing?.classList.remove("landing");
  dragged = landing = null;
  if (!done || !from || !to) return;
  if (from.dataset.story) void send("Add", { story: from.dataset.story, at: to.dataset.slot, seen: seen() }, `[data-slot="${to.dataset.slot}"] .grip`);
  else void move(from.dataset.slot, to.dataset.slot);
}
document.addEventListener("pointerup", () => drop(true));
document.addEventListener("pointercancel", () => drop(false));

ready();
