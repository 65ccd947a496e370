// One picture: a click on it, or the two sliders, set the focal point; the crops show at once what readers will get. The rule is that of
// Renditions.Crop: as much as fits, the point in its middle, or as near to it as the picture allows.
const steps = 15;
const whole = document.querySelector("#focal img");
const mark = document.getElementById("mark");
const across = document.getElementById("x");
const down = document.getElementById("y");
const [width, height] = [Number(whole.getAttribute("width")), Number(whole.getAttribute("height"))];

const place = (focus, size, part) => size > part ? Math.min(1, Math.max(0, (focus * size - part / 2) / (size - part))) : .5;

function show() {
  const [x, y] = [across.value / steps, down.value / steps];
  mark.style.left = `${x * 100}%`;
  mark.style.top = `${y * 100}%`;
  mark.hidden = false;
  for (const crop of document.querySelectorAll(".crop")) {
    const proportion = crop.dataset.shape === "Card" ? 1.5 : 1200 / 630;
    const part = Math.min(width, height * proportion);
    crop.style.objectPosition = `${place(x, width, part) * 100}% ${place(y, height, part / proportion) * 100}%`;
  }
}

for (const crop of document.querySelectorAll(".crop")) crop.src = whole.src;

document.getElementById("focal").addEventListener("click", event => {
  const box = whole.getBoundingClientRect();
  const step = (at, size) => String(Math.round(Math.min(1, Math.max(0, at / size)) * steps));
  across.value = step(event.clientX - box.left, box.width);
  down.value = step(event.clientY - box.top, box.height);
  show();
  across.focus();
});
for (const slider of [across, down]) slider.addEventListener("input", show);
show();

// Ctrl+S saves; what was typed and not saved is not left by mistake.
const form = document.getElementById("picture");
let changed = false;
form.addEventListener("input", () => { changed = true; });
document.getElementById("focal").addEventListener("click", () => { changed = true; });
form.addEventListener("submit", () => { changed = false; });
addEventListener("beforeunload", event => { if (changed) event.preventDefault(); });
document.addEventListener("keydown", event => {
  if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
  event.preventDefault();
  form.requestSubmit();
});
