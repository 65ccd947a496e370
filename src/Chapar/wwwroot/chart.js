// Reads a chart day by day: a slider under it, and the pointer over it. The values are those of the CSV file, digit for digit; it is fetched when a reader
// first asks. Without this script the table under the chart has them.
for (const chart of document.querySelectorAll(".chart[data-csv]")) {
  const day = 864e5, first = Date.parse(chart.dataset.from), last = Date.parse(chart.dataset.to), length = (last - first) / day;
  const slider = document.createElement("input"), said = document.createElement("output");
  Object.assign(slider, { type: "range", min: 0, max: length, value: length });
  slider.setAttribute("aria-label", chart.dataset.read);
  const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
  line.setAttribute("y1", "4%");
  line.setAttribute("y2", "89%");
  // Numbers and days as the page writes them: browsers do not know all seven languages.
  const { months, date, per, units } = chart.dataset, [group, mark] = document.documentElement.lang === "en" ? [",", "."] : ["\u00a0", ","];
  const told = at => date.replace("{0}", +at.slice(8)).replace("{1}", months.split("|")[at.slice(5, 7) - 1]).replace("{2}", at.slice(0, 4));
  const number = text => {
    const [whole, rest] = text.split(".");
    return whole.replace(/\B(?=(\d{3})+$)/g, group) + (rest ? mark + rest : "");
  };
  let rows;

  const read = async () => {
    rows ??= fetch(chart.dataset.csv).then(answer => answer.ok ? answer.text() : "")
      .then(text => text.trim().split(/\r?\n/).slice(1).map(row => row.split(",")));
    const at = new Date(first + slider.value * day).toISOString().slice(0, 10);
    const known = await rows, place = known.findLastIndex(row => row[0] <= at), row = known[place], next = known[place + 1];
    // Between documents further apart than any bank rests nothing is known.
    const isGap = !row || next && row[0] < at && (Date.parse(next[0]) - Date.parse(row[0])) / day > chart.dataset.rest;
    const x = `${(slider.value / (length + 1) * 100).toFixed(2)}%`;
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    if (!line.parentNode) chart.querySelector("svg").append(line);
    said.value = isGap ? "–" : `${told(at)}: ${number(row[3])}${row[4] === units ? "" : " " + per.replace("{0}", row[4])}`;
    slider.setAttribute("aria-valuetext", said.value);
  };

  slider.addEventListener("input", read);
  chart.querySelector("svg").addEventListener("pointermove", move => {
    const box = move.currentTarget.getBoundingClientRect();
    slider.value = Math.floor((move.clientX - box.left) / box.width * (length + 1));
    read();
  });
  chart.append(slider, said);
}
