// What the pages do beyond being read: sort and filter the matrix, copy a
// citation. Without it every page is whole.
"use strict";

function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((h) => h.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sortBy(table.tBodies[0], column, down ? -1 : 1);
    });
  });
}

// Cells without a value stand last in either direction.
function sortBy(body, column, direction) {
  const rows = [...body.rows].map((row) => {
    const cell = row.cells[column];
    return { row, text: cell.textContent, missing: column > 2 && cell.classList.contains("s") };
  });
  rows.sort((a, b) => a.missing - b.missing ||
    direction * a.text.localeCompare(b.text, "en", { numeric: true }));
  body.append(...rows.map((r) => r.row));
}

function filterable(form, table) {
  const rows = [...table.tBodies[0].rows];
  const { text, variable, value } = form.elements;
  const option = (label, v) => new Option(label, v);
  [...table.tHead.rows[0].cells].forEach((head, i) => { if (i > 0) variable.append(option(head.textContent, i)); });
  // A cell of a list counts under each of its items.
  const items = (row) => row.cells[variable.value].textContent.split(", ");
  const offer = () => {
    value.replaceChildren(option("anything", ""));
    if (variable.value === "") return;
    const found = new Set(rows.flatMap(items));
    value.append(...[...found].sort().map((v) => option(v, v)));
  };
  const apply = () => {
    const wanted = text.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits = row.cells[0].textContent.toLowerCase().includes(wanted) &&
        (value.value === "" || items(row).includes(value.value));
      row.hidden = !fits;
      shown += fits;
    }
    form.querySelector("output").textContent = `${shown} of ${rows.length} rows`;
  };
  variable.addEventListener("change", () => { offer(); apply(); });
  text.addEventListener("input", apply);
  value.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { offer(); apply(); }));
  form.hidden = false;
  apply();
}

// citation names institution, question, date, words, place, version and address
// of a quote.
function citation(quote) {
  const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const cell = quote.closest(".cell, dd, tr");
  const label = cell.querySelector("h4") || cell.parentNode.querySelector("dt") ||
    cell.closest(".scroll").previousElementSibling;
  const letter = quote.closest("figure").querySelector("figcaption");
  const date = words(letter).match(/^message \d+ \([^)]*\), (\d{4}-\d\d-\d\d)/);
  const position = words(quote.querySelector("small")).split(" · ")[0];
  return `${words(document.querySelector("h1"))}, ${words(label)}, ${date ? date[1] : "undated"}: ` +
    `“${words(quote.querySelector("q"))}” (${words(letter)}, characters ${position}). ` +
    `${document.querySelector("meta[name=dataset]").content}. ${quote.querySelector("a").href}` +
    (document.querySelector(".sample") ? " [invented sample data]" : "");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

// The address of a row of evidence is its id; the link to it is made here, as
// written out it would weigh down the report.
function citable(quote) {
  for (const row of quote.querySelectorAll("a")) Object.assign(row, { href: "#" + encodeURI(row.id), title: "lasting address of this row of evidence" });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "copy citation";
  button.addEventListener("click", async () => {
    await copy(citation(quote));
    button.textContent = "copied";
    setTimeout(() => { button.textContent = "copy citation"; }, 1500);
  });
  quote.querySelector("small").append(button);
}

// A quote that is folded away is opened for an address that leads to it.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let d = target && target.closest("details"); d; d = d.parentNode.closest("details")) d.open = true;
  if (target) target.scrollIntoView({ block: "center" });
}

const matrix = document.getElementById("matrix");
if (matrix) {
  sortable(matrix);
  filterable(document.getElementById("filter"), matrix);
}
document.querySelectorAll("figure p").forEach(citable);
window.addEventListener("hashchange", reveal);
if (location.hash) reveal();
