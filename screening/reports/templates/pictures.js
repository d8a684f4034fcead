
function drawTiles() {
  const names = { cases: label("cases"), others: label("others"), not_screened: label("rules_not_screened") };
  for (const tier of ["A", "B", "C"]) names[tier] = label("tier_candidates").replace("{tier}", tier);
  byId("tiles").replaceChildren(...Object.entries(data.tiles).map(([key, count]) => {
    const tile = element("div", null, `tile ${key}${key === "not_screened" && count ? " warn" : ""}`);
    tile.append(element("b", count), element("span", names[key]));
    return tile;
  }));
}

function drawCover() {
  const cover = byId("cover");
  cover.replaceChildren();
  const scope = element("details");
  scope.append(element("summary", label("scope")), element("dl"));
  let box = cover, list = null;
  for (const [kind, section, left, right] of data.cover[language]) {
    if (kind === "title" || (section === "run" && kind === "line" && [label("as_of"), label("run")].includes(left))) continue; // in the header
    if (kind === "note") { box.append(element("p", left, "note")); list = null; continue; }
    if (kind === "head") {
      box = section === "not_screened" || section === "checks" ? element("div") : element("details");
      box.append(element(box.tagName === "DETAILS" ? "summary" : "h2", left));
      cover.append(box); list = null;
      continue;
    }
    if (section === "run" || left === label("screened")) { scope.lastChild.append(element("dt", left), element("dd", right)); continue; }
    if (list === null) { list = element("dl"); box.append(list); }
    const className = kind === "warning" ? "warning" : "";
    list.append(element("dt", left, className), element("dd", right, className));
  }
  cover.append(scope);
}

// Rows of [name, parts, value in words]; parts are drawn end to end, each with the class of its tier and its number in it.
function bars(title, rows) {
  const box = element("figure", null, "bars");
  box.append(element("figcaption", title));
  if (!rows.length) box.append(element("p", label("empty"), "note"));
  const most = Math.max(1, ...rows.map((row) => row.parts.reduce((sum, [, size]) => sum + size, 0)));
  const list = element("ul");
  for (const row of rows) {
    const item = element("li");
    const svg = picture("bar", 200, 16, row.words);
    let x = 0;
    for (const [className, size] of row.parts) {
      if (!size) continue;
      const wide = Math.max(2, size / most * 200);
      svg.append(shape("rect", { x, y: 1, width: Math.max(1, wide - 1), height: 14, class: `tier ${className}` }));
      if (!row.plain && wide > 16) svg.append(shape("text", { x: x + wide / 2, y: 12, "text-anchor": "middle", class: "inside" }, `${className}${size}`));
      x += wide;
    }
    item.append(element("span", row.name, "name"), svg, element("span", row.words, "value"));
    list.append(item);
  }
  box.append(list);
  return box;
}

function tiered(name, [, ...counts]) {
  const parts = ["A", "B", "C"].map((tier, place) => [tier, counts[place]]);
  return { name, parts, words: parts.filter(([, count]) => count).map(([tier, count]) => `${tier} ${count}`).join(label("comma")) };
}

function drawPictures() {
  const { rules, entities, exposure, trend } = data.pictures;
  const currencies = [...new Set(exposure.map((row) => row[5]))];
  byId("pictures").replaceChildren(
    bars(label("by_rule"), rules.map((row) => tiered(`${row[0]} ${word((data.rules[row[0]] || {}).title)}`, row))),
    bars(label("by_entity"), entities.map((row) => tiered(entityName(row[0]), row))),
    ...currencies.map((currency) => bars(`${label("by_exposure")} (${currency})`, exposure.filter((row) => row[5] === currency).map(([number, officer, party, tier, sum]) =>
      ({ name: `${number}. ${officer ?? label("shareholder")} ↔ ${party}`, parts: [[tier, Number(sum)]], plain: true, words: money(sum, currency) })))),
    bars(label("by_night"), trend.map((point) => tiered(point.as_of, [null, point.A, point.B, point.C]))));
  if (trend.length < 2) byId("pictures").lastChild.append(element("p", label("one_night"), "note"));
}

function drawCalibration() {
  const measured = data.calibration;
  const side = 240, left = 46, top = 10;
  const x = (value) => left + value * side, y = (value) => top + (1 - value) * side;
  const plot = picture("plot", side + left + 26, side + top + 44, label("calibration"));
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
  const source = filled("calibration_error", { error: measured.error, pairs, worlds: measured.worlds, version: measured.version });
  const rows = measured.bins.map((bin) => [bin.said.toFixed(3), bin.true.toFixed(3), bin.pairs]);
  byId("calibration").replaceChildren(
    element("p", label("calibration_note"), "note"), plot,
    table([[label("said")], [label("true")], [label("pairs")]], rows), element("p", source, "note"));
}
