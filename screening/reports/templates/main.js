
function drawRest() {
  const columns = (keys) => keys.map((key) => [header(key), ["outcome", "rule_id", "severity"].includes(key) ? "word" : ""]);
  const outcome = (row) => row.lifecycle === "closed" ? coded("lifecycle", "closed") : coded("outcome", row.outcome);
  byId("others").replaceChildren(table(
    columns(["outcome", "rule_id", "officer_name", "related_name", "party_name", "why_cleared", "summary"]),
    data.others.map((row) => [outcome(row), row.rule_id, row.officer_name, row.related_name, row.party_name, word(row.why), word(row.summary)])));
  byId("quality").replaceChildren(table(
    columns(["severity", "table", "row", "key", "column", "message"]),
    data.quality.map((row) => [coded("severity", row.severity), word(row.table), row.row, row.key, word(row.column), word(row.message)])));
  for (const part of ["others", "quality"]) {
    byId(`${part}-count`).textContent = data[part].length + (data.cut[part] ? "+" : "");
    if (data.cut[part]) byId(part).prepend(element("p", label("cut"), "note"));
  }
  byId("glossary").replaceChildren(facts(data.glossary.map((term) => [term[language], term[`means_${language}`]])));
}

// What lies behind a closed heading is drawn when it is opened.
function drawBehind(id, draw) {
  const details = byId(id).closest("details");
  details.ontoggle = () => { if (details.open) draw(); };
  if (details.open) draw();
}

function draw() {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  document.title = `${label("title")} ${data.run_id}`;
  document.querySelectorAll("[data-t]").forEach((node) => { node.textContent = label(node.dataset.t); });
  byId("language").textContent = language === "en" ? "中文" : "English";
  byId("language").lang = language === "en" ? "zh-CN" : "en";
  byId("run").textContent = `${label("as_of")} ${data.as_of} · ${label("run")} ${data.run_id}`;
  Object.keys(FILTERS).forEach(choices);
  orders();
  drawTiles(); drawCover(); drawCases(); drawRest();
  drawBehind("pictures", drawPictures);
  drawBehind("calibration", drawCalibration);
}

byId("language").addEventListener("click", () => { language = language === "en" ? "zh" : "en"; draw(); });
byId("filter").addEventListener("input", () => { shown = step; drawCases(); });
byId("filter").addEventListener("submit", (event) => event.preventDefault());
byId("clear").addEventListener("click", () => { byId("filter").reset(); shown = step; drawCases(); });
byId("more").addEventListener("click", drawMore);
draw();
