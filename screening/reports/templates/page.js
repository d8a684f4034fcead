"use strict";
// Everything shown is set as text, never as markup; nothing is fetched.
const data = JSON.parse(document.getElementById("data").textContent);
const step = 100;
let language = document.documentElement.dataset.lang;
let shown = step;

const word = (pair) => (pair ? pair[language === "en" ? 1 : 0] : "");
const byId = (id) => document.getElementById(id);
const header = (key) => word(data.headers[key]);
const label = (key) => word(data.texts[key]);

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function coded(kind, value) {
  if (value === null || value === undefined) return "";
  return Object.hasOwn(data.words[kind], value) ? word(data.words[kind][value]) : value;
}

function facts(pairs) {
  const list = element("dl");
  for (const [left, right] of pairs) {
    if (right === "" || right === null || right === undefined) continue;
    list.append(element("dt", left), element("dd", right));
  }
  return list;
}

function table(columns, rows) {
  const frame = element("div", null, "scroll");
  const made = element("table");
  const head = element("tr");
  for (const [name] of columns) { const cell = element("th", name); cell.scope = "col"; head.append(cell); }
  const top = element("thead"); top.append(head);
  const body = element("tbody");
  for (const row of rows) {
    const line = element("tr");
    row.forEach((value, place) => {
      const [name, className] = columns[place];
      const cell = element("td", null, className);
      cell.dataset.label = name;
      if (value instanceof Node) cell.append(value); else cell.textContent = value ?? "";
      line.append(cell);
    });
    body.append(line);
  }
  made.append(top, body); frame.append(made);
  return frame;
}

function drawTiles() {
  const names = { cases: label("cases"), others: label("others"), not_screened: label("rules_not_screened") };
  for (const tier of ["A", "B", "C"]) names[tier] = label("tier_candidates").replace("{tier}", tier);
  byId("tiles").replaceChildren(...Object.entries(data.tiles).map(([key, count]) => {
    const tile = element("div", null, `tile ${key}`);
    tile.append(element("b", count), element("span", names[key]));
    return tile;
  }));
}

function drawCover() {
  const cover = byId("cover");
  cover.replaceChildren();
  let box = cover, list = null;
  for (const [kind, section, left, right] of data.cover[language]) {
    if (kind === "title" || (section === "run" && kind === "line")) continue; // these stand in the header
    if (kind === "note") { box.append(element("p", left, "note")); list = null; continue; }
    if (kind === "head") {
      box = section === "tables" || section === "counts" ? element("details") : element("div");
      box.append(element(box.tagName === "DETAILS" ? "summary" : "h3", left));
      cover.append(box); list = null;
      continue;
    }
    if (list === null) { list = element("dl"); box.append(list); }
    const className = kind === "warning" ? "warning" : "";
    list.append(element("dt", left, className), element("dd", right, className));
  }
}

function drawPath(path) {
  const list = element("ol", null, "path");
  path.forEach((leg, number) => {
    if (number === 0) { const start = element("li"); start.append(element("span", leg.from, "node")); list.append(start); }
    const item = element("li");
    const share = leg.share_pct === null || leg.share_pct === undefined ? "" : ` ${Number(leg.share_pct)} %`;
    const days = leg.valid_from || leg.valid_to ? ` (${leg.valid_from ?? "?"} – ${leg.valid_to ?? ""})` : "";
    const edge = element("span", `— ${word(leg.relation)}${share}${days} →`, "edge");
    edge.append(element("small", word(leg.source)));
    item.append(edge, element("span", leg.to, "node"));
    list.append(item);
  });
  return list;
}

function drawComparisons(items) {
  const columns = [["feature", "word"], ["verdict", "word"], ["left"], ["right"], ["detail"], ["bits", "word"]].map(([key, className]) => [header(key), className]);
  return table(columns, items.map((item) => {
    const bits = item.bits === null ? "" : Number(item.bits).toFixed(1);
    const bar = element("span", bits);
    if (item.bits > 0) {
      const meter = element("meter"); meter.max = 40; meter.value = Math.min(40, item.bits);
      meter.setAttribute("aria-label", `${bits} bits`);
      bar.append(" ", meter);
    }
    return [word(item.feature), word(item.verdict), item.left, item.right, word(item.detail), bar];
  }));
}

function drawFacts(items) {
  const list = element("ul", null, "facts");
  for (const item of items) {
    const reference = item.reference ? ` [${item.reference}]` : "";
    list.append(element("li", `${word(item.feature)}${label("colon")}${word(item.detail)}${reference}`));
  }
  return list;
}

function amount(finding) {
  return finding.exposure_amount === null ? "" : `${Number(finding.exposure_amount).toLocaleString("en")} ${finding.exposure_currency ?? ""}`.trim();
}

function drawFinding(finding) {
  const box = element("section", null, "finding");
  const rule = data.rules[finding.rule_id] || {};
  const title = element("h3", `${finding.rule_id} ${word(rule.title)} `);
  title.append(element("small", word(rule.article)));
  box.append(title, element("p", word(finding.summary), "sentence"));
  box.append(facts([
    [header("tier"), coded("tier", finding.tier)],
    [header("probability"), word(finding.probability)],
    ...["declaration_status", "declaration_decision", "duty", "exemption", "overlap", "dealing_basis", "statutory_resolution"].map((key) => [header(key), coded(key, finding[key])]),
    [header("share_pct"), finding.share_pct === null ? "" : String(Number(finding.share_pct))],
    [header("exposure_amount"), amount(finding)],
    [header("regimes"), (finding.regimes || []).map((regime) => coded("regimes", regime)).join(label("comma"))],
    [header("lifecycle"), coded("lifecycle", finding.lifecycle)],
    [header("finding_id"), finding.finding_id],
  ]));
  if (finding.path.length) box.append(element("h4", label("path")), drawPath(finding.path));
  if (finding.identity.length) box.append(element("h4", label("identity")), drawComparisons(finding.identity));
  if (finding.facts.length) box.append(element("h4", label("facts")), drawFacts(finding.facts));
  return box;
}

function drawCase(entry) {
  const article = element("article");
  const details = element("details");
  const summary = element("summary");
  const related = entry.related_name ? ` → ${entry.related_name}${entry.relationship ? `（${entry.relationship}）` : ""}` : "";
  const who = entry.officer_name ?? label("shareholder");
  const rules = [...new Set(entry.findings.map((finding) => finding.rule_id))];
  const gist = [
    ...rules.map((rule) => `${rule} ${word((data.rules[rule] || {}).title)}`),
    ...new Set(entry.findings.map((finding) => coded("declaration_status", finding.declaration_status))),
    ...new Set(entry.findings.map(amount)),
  ];
  summary.append(
    element("span", entry.tier, `badge ${entry.tier}`),
    element("span", `${entry.number}. ${who}${related} ↔ ${entry.party_name ?? ""}（${coded("party_table", entry.party_table)}）`, "who"),
    element("span", gist.filter(Boolean).join(" · "), "gist"));
  details.append(summary);
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) entry.findings.forEach((finding) => details.append(drawFinding(finding)));
  });
  article.append(details);
  return article;
}

function searchable(entry) {
  const named = [entry.officer_name, entry.officer_id, entry.related_name, entry.relationship, entry.party_name, entry.party_id, entry.case_id];
  const found = entry.findings.flatMap((finding) => [finding.finding_id, finding.rule_id, ...finding.summary, ...finding.path.map((leg) => leg.to)]);
  return [...named, ...found].filter(Boolean).join(" ").toLowerCase();
}

function matching() {
  const words = byId("words").value.trim().toLowerCase().split(/\s+/);
  const tier = byId("tier").value;
  const rule = byId("rule").value;
  return data.cases.filter((entry) =>
    (!tier || entry.findings.some((finding) => finding.tier === tier)) &&
    (!rule || entry.findings.some((finding) => finding.rule_id === rule)) &&
    words.every((one) => entry.text.includes(one)));
}

function drawCases() {
  const found = matching();
  byId("cases").replaceChildren(...found.slice(0, shown).map(drawCase));
  if (data.cases.length && !found.length) byId("cases").append(element("p", label("nothing"), "note"));
  if (data.cut.cases) byId("cases").prepend(element("p", label("cut"), "note"));
  byId("count").textContent = `${found.length} / ${data.cases.length}`;
  byId("more").hidden = found.length <= shown;
}

function drawRest() {
  const columns = (keys) => keys.map((key) => [header(key), ["outcome", "rule_id", "severity"].includes(key) ? "word" : ""]);
  const outcome = (row) => row.lifecycle === "closed" ? coded("lifecycle", "closed") : coded("outcome", row.outcome);
  byId("others").replaceChildren(table(
    columns(["outcome", "rule_id", "officer_name", "related_name", "party_name", "summary"]),
    data.others.map((row) => [outcome(row), row.rule_id, row.officer_name, row.related_name, row.party_name, word(row.summary)])));
  byId("quality").replaceChildren(table(
    columns(["severity", "table", "row", "key", "column", "message"]),
    data.quality.map((row) => [coded("severity", row.severity), word(row.table), row.row, row.key, word(row.column), word(row.message)])));
  for (const part of ["others", "quality"]) {
    byId(`${part}-count`).textContent = data[part].length + (data.cut[part] ? "+" : "");
    if (data.cut[part]) byId(part).prepend(element("p", label("cut"), "note"));
  }
}

function shape(tag, attributes, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function drawCalibration() {
  const measured = data.calibration;
  const side = 240, left = 46, top = 10;
  const x = (value) => left + value * side, y = (value) => top + (1 - value) * side;
  const plot = shape("svg", { viewBox: `0 0 ${side + left + 26} ${side + top + 44}`, class: "plot", role: "img", "aria-label": label("calibration") });
  plot.append(shape("rect", { x: left, y: top, width: side, height: side, class: "axis" }));
  plot.append(shape("line", { x1: x(0), y1: y(0), x2: x(1), y2: y(1), class: "ideal" }));
  for (const tick of [0, 0.5, 1]) {
    plot.append(shape("text", { x: x(tick), y: top + side + 15, "text-anchor": "middle" }, `${tick * 100} %`));
    plot.append(shape("text", { x: left - 5, y: y(tick) + 4, "text-anchor": "end" }, `${tick * 100} %`));
  }
  plot.append(shape("text", { x: x(0.5), y: top + side + 34, "text-anchor": "middle" }, label("said")));
  plot.append(shape("text", { x: 12, y: y(0.5), "text-anchor": "middle", transform: `rotate(-90 12 ${y(0.5)})` }, label("true")));
  for (const bin of measured.bins) {
    const dot = shape("circle", { cx: x(bin.said), cy: y(bin.true), r: 2 + 1.5 * Math.log10(bin.pairs) });
    dot.append(shape("title", {}, `${label("said")} ${bin.said.toFixed(3)}, ${label("true")} ${bin.true.toFixed(3)}, ${label("pairs")} ${bin.pairs}`));
    plot.append(dot);
  }
  const pairs = measured.bins.reduce((sum, bin) => sum + bin.pairs, 0);
  const filled = { error: measured.error, pairs, worlds: measured.worlds, version: measured.version };
  const source = label("calibration_error").replace(/\{(\w+)\}/g, (whole, key) => filled[key] ?? whole);
  const rows = measured.bins.map((bin) => [bin.said.toFixed(3), bin.true.toFixed(3), bin.pairs]);
  byId("calibration").replaceChildren(
    element("p", label("calibration_note"), "note"), plot,
    table([[label("said")], [label("true")], [label("pairs")]], rows), element("p", source, "note"));
}

function options(select, values) {
  const kept = select.value;
  select.replaceChildren(...["", ...values].map((value) => { const option = element("option", value || "—"); option.value = value; return option; }));
  select.value = kept;
}

function draw() {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  document.querySelectorAll("[data-t]").forEach((node) => { node.textContent = label(node.dataset.t); });
  byId("language").textContent = language === "en" ? "中文" : "English";
  byId("run").textContent = `${label("as_of")} ${data.as_of} · ${label("run")} ${data.run_id}`;
  options(byId("tier"), ["A", "B", "C"]);
  options(byId("rule"), [...new Set(data.cases.flatMap((entry) => entry.findings.map((finding) => finding.rule_id)))].sort());
  drawTiles(); drawCover(); drawCases(); drawRest(); drawCalibration();
}

for (const entry of data.cases) entry.text = searchable(entry);
byId("language").addEventListener("click", () => { language = language === "en" ? "zh" : "en"; draw(); });
byId("filter").addEventListener("input", () => { shown = step; drawCases(); });
byId("filter").addEventListener("submit", (event) => event.preventDefault());
byId("more").addEventListener("click", () => { shown += step; drawCases(); });
draw();
