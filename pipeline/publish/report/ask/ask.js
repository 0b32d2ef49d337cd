// The page that runs a reader's SQL on a copy of the dataset in the browser.
// The engine and the dataset lie beside the page; nothing is asked of a network.
import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";

const form = document.getElementById("ask");
const { sql, example } = form.elements;
const said = form.querySelector("output");
const place = document.getElementById("result");
const shownRows = 500;
let result = null;

// engine starts once, with the dataset attached as the place of all names.
let started;
function engine() {
  started ??= (async () => {
    const db = new AsyncDuckDB(new VoidLogger(), new Worker("duckdb-browser-eh.worker.js"));
    await db.instantiate(new URL("duckdb-eh.wasm", location.href).href);
    const file = await fetch("dataset.duckdb");
    if (!file.ok) throw new Error("no dataset.duckdb beside the page");
    await db.registerFileBuffer("dataset.duckdb", new Uint8Array(await file.arrayBuffer()));
    const connection = await db.connect();
    for (const line of ["SET autoinstall_known_extensions = false", "SET autoload_known_extensions = false",
      "ATTACH 'dataset.duckdb' AS dataset (READ_ONLY)", "USE dataset"]) await connection.query(line);
    return connection;
  })();
  return started;
}

// plain turns a value of the engine into text, null or a number.
function plain(value, type) {
  if (value === null || value === undefined) return null;
  const name = String(type);
  if (/^Date/.test(name)) return new Date(Number(value)).toISOString().slice(0, 10);
  if (/^Timestamp/.test(name)) return new Date(Number(value)).toISOString();
  if (/^Decimal/.test(name)) return Number(value.toString()) / 10 ** type.scale;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === "object" && typeof value[Symbol.iterator] === "function") return [...value].map((v) => plain(v, type.children?.[0]?.type)).join("; ");
  return typeof value === "number" ? value : String(value);
}

async function run() {
  said.textContent = started ? "Running …" : "Starting the engine …";
  place.replaceChildren();
  result = null;
  remember();
  try {
    const table = await (await engine()).query(sql.value);
    const fields = table.schema.fields;
    const columns = fields.map((_, i) => table.getChildAt(i));
    result = {
      columns: fields.map((f) => f.name),
      rows: Array.from({ length: table.numRows }, (_, r) => columns.map((c, i) => plain(c.get(r), fields[i].type))),
    };
    said.textContent = `${table.numRows} rows` + (table.numRows > shownRows ? `, the first ${shownRows} shown; the CSV file has all` : "");
    place.append(...[chart(result), csvLink(result), tableOf(result)].filter(Boolean));
  } catch (error) {
    said.textContent = "";
    const message = document.createElement("pre");
    message.setAttribute("role", "alert");
    message.textContent = error.message;
    place.append(message);
  }
}

function element(name, attributes, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  e.append(...children);
  return e;
}

function tableOf({ columns, rows }) {
  const table = element("table", {},
    element("thead", {}, element("tr", {}, ...columns.map((c) => element("th", { scope: "col" }, c)))),
    element("tbody", {}, ...rows.slice(0, shownRows).map((row) => element("tr", {},
      ...row.map((v) => element("td", typeof v === "number" ? { class: "n" } : String(v).length > 40 ? { class: "long" } : {}, v === null ? "" : String(v)))))));
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Result" }, table);
}

// A text that a spreadsheet would take for a formula gets an apostrophe.
function csvCell(v) {
  if (v === null) return "";
  const text = typeof v === "string" && /^[=+\-@\t\r]/.test(v) ? "'" + v : String(v);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

let offered = "";
function csvLink({ columns, rows }) {
  URL.revokeObjectURL(offered);
  const text = [columns, ...rows].map((row) => row.map(csvCell).join(",") + "\n").join("");
  offered = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  // A file travels without its page, so its name says what the page does.
  const name = document.querySelector(".sample") ? "answer-invented-sample.csv" : "answer.csv";
  return element("p", {}, element("a", { href: offered, download: name, id: "csv" }, "Download as CSV"));
}

// chart draws the first column of numbers, a bar a row, named after the columns
// of text before it.
function chart({ columns, rows }) {
  const value = columns.findIndex((_, i) => rows.length > 0 && rows.every((r) => typeof r[i] === "number" && r[i] >= 0));
  const labels = columns.map((_, i) => i).filter((i) => i < value && rows.some((r) => typeof r[i] === "string"));
  if (labels.length === 0 || rows.length > 40) return null;
  const svg = (name, attributes, ...children) => {
    const e = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, v] of Object.entries(attributes)) e.setAttribute(key, v);
    e.append(...children);
    return e;
  };
  const largest = Math.max(...rows.map((r) => r[value]), 1);
  const title = `${columns[value]} by ${labels.map((i) => columns[i]).join(", ")}`;
  const bars = rows.flatMap((r, i) => [
    svg("text", { x: 0, y: 38 * i + 12 }, labels.map((i) => r[i] ?? "–").join(", ").slice(0, 44)),
    svg("text", { x: 380, y: 38 * i + 12, class: "val" }, String(r[value])),
    svg("rect", { x: 0, y: 38 * i + 17.5, width: (380 * r[value]) / largest, height: 13, class: "full" }),
  ]);
  return element("div", { class: "drawn" }, element("p", { class: "title" }, title), svg("svg", { class: "chart", viewBox: `0 0 380 ${38 * rows.length}`, role: "img", "aria-label": title + ". The table has the same figures." },
    svg("title", {}, title), ...bars));
}

// The query is kept in the address, so that it can be shared.
function remember() {
  history.replaceState(null, "", "#" + new URLSearchParams({ sql: sql.value }));
}

function fromAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  const named = document.getElementById("sql-" + address.get("example"));
  const shared = address.get("sql") ?? named?.textContent;
  if (shared === undefined) return false;
  sql.value = shared;
  return true;
}

form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
sql.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run(); });
example.addEventListener("change", () => { if (example.value) sql.value = document.getElementById("sql-" + example.value).textContent; });
window.addEventListener("hashchange", () => { if (fromAddress()) run(); });
form.hidden = false;
if (fromAddress()) run();
