"use strict";
// Everything shown is set as text, never as markup; nothing is fetched.
const data = JSON.parse(document.getElementById("data").textContent);
let language = document.documentElement.dataset.lang;

const byId = (id) => document.getElementById(id);
const word = (pair) => (pair ? pair[language === "en" ? 1 : 0] ?? "" : "");
const header = (key) => word(data.headers[key]);
const label = (key) => word(data.texts[key]);
const shared = (number) => data.shared[number];

function filled(key, values) {
  return label(key).replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));
}

function coded(kind, value) {
  if (value === null || value === undefined) return "";
  return Object.hasOwn(data.words[kind], value) ? word(data.words[kind][value]) : value;
}

const bracketed = (text) => (text ? `${label("open")}${text}${label("close")}` : "");
const entityName = (code) => (Object.hasOwn(data.entities, code) ? `${code} ${data.entities[code]}` : code);

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function shape(tag, attributes, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// A picture with the same content in words, for those who cannot see it.
function picture(className, width, height, words) {
  return shape("svg", { class: className, viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": words });
}

function amount(finding) {
  return finding.exposure_amount === null ? "" : money(finding.exposure_amount, finding.exposure_currency);
}

function money(value, currency) {
  const sum = Number(value).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${currency ?? ""} ${sum}`.trim(); // as the sentences say it
}

const signed = (bits) => (bits < 0 ? `−${(-bits).toFixed(1)}` : `+${bits.toFixed(1)}`);

// How wide a drawing in the list of cases may be; asked for once, for every answer makes the browser lay out the page.
let available = 0;

function room() {
  if (!available) available = Math.max(260, Math.min(1060, (byId("cases").clientWidth || 900) - 36));
  return available;
}

window.addEventListener("resize", () => { available = 0; });

const ruler = document.createElement("canvas").getContext("2d");

function widthOf(text, size) {
  ruler.font = `${size}px "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif`;
  return ruler.measureText(text).width;
}

// A text in lines no wider than `width`; what does not fit into `most` lines is cut with an ellipsis.
function wrapped(text, width, size, most) {
  const lines = [""];
  for (const character of [...String(text).slice(0, 400)]) {
    if (widthOf(lines[lines.length - 1] + character, size) <= width) { lines[lines.length - 1] += character; continue; }
    if (lines.length === most) { lines[most - 1] = `${lines[most - 1].slice(0, -1)}…`; break; }
    const space = lines[lines.length - 1].lastIndexOf(" ");
    const begun = space > 0 && character !== " " ? lines[lines.length - 1].slice(space + 1) : "";
    if (begun) lines[lines.length - 1] = lines[lines.length - 1].slice(0, space);
    lines.push(begun + (character === " " ? "" : character));
  }
  return lines;
}
