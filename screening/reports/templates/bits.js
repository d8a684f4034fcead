
// Evidence as bars of bits: each begins where the one before it ended, so that the last one ends at the sum.
function drawLedger(finding) {
  const box = element("div");
  const entries = shared(finding.ledger);
  entries.forEach((entry) => {
    const part = element("div", null, entry.counts ? "link" : "link supporting");
    if (!entry.counts) part.append(element("p", label("supporting"), "note"));
    part.append(drawEntry(entry));
    if (entries.length > 1) part.append(element("p", filled("total", { bits: signed(entry.total), probability: word(entry.probability) }), "note"));
    box.append(part);
  });
  if (entries.filter((entry) => entry.counts).length > 1) box.append(element("p", label("product"), "note"));
  if (!finding.explained) box.append(element("p", label("by_kind"), "note"));
  const sum = entries.length === 1 && finding.explained ? filled("sum", { bits: signed(entries[0].total) }) : "";
  box.append(element("p", [sum, filled("finding_probability", { probability: word(finding.probability) })].filter(Boolean).join(" → "), "sum"));
  return box;
}

function drawEntry(entry) {
  let running = 0;
  const spans = entry.items.map((item) => { const from = running; running += item.bits ?? 0; return [from, running]; });
  const ends = [0, ...spans.flat()];
  const low = Math.min(...ends), high = Math.max(...ends, low + 1);
  const columns = [["feature", "word"], ["left", ""], ["right", ""], ["detail", ""], ["bits_short", "bar"]].map(([key, className]) => [header(key), className]);
  return table(columns, entry.items.map((item, place) => {
    const verdict = word(shared(item.verdict));
    const name = element("span", word(shared(item.feature)));
    if (verdict) name.append(element("small", ` ${verdict}`));
    return [name, whole(item.left), whole(item.right), word(shared(item.detail)), drawBar(item.bits ?? 0, spans[place], low, high)];
  }));
}

// A masked number is read in one piece.
function whole(value) {
  return /^\S*\*\S*$/.test(value ?? "") ? element("span", value, "whole") : value;
}

function drawBar(bits, [from, to], low, high) {
  const width = 150, x = (value) => 4 + ((value - low) / (high - low)) * (width - 8);
  const svg = picture("bar", width, 18, `${signed(bits)} ${header("bits_short")}`);
  svg.append(shape("line", { x1: x(0), y1: 0, x2: x(0), y2: 18, class: "axis" }));
  const bar = shape("rect", { x: Math.min(x(from), x(to)), y: 4, width: Math.max(1, Math.abs(x(to) - x(from))), height: 10, class: bits < 0 ? "minus" : "plus" });
  bar.append(shape("title", {}, `${signed(bits)} (${signed(from)} → ${signed(to)})`));
  svg.append(bar);
  const cell = element("span", null, "bits");
  cell.append(element("b", signed(bits)), svg);
  return cell;
}
