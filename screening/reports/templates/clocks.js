
// Term of office, life of the link and dealings under each other on one axis of time, with declarations as marks.
function drawClocks(entry) {
  const lanes = shared(entry.lanes);
  const marks = entry.declared.flatMap(marksOf);
  const [start, end] = bounds(lanes, marks);
  const narrow = room() < 620;
  const left = narrow ? 6 : 200, width = room(), right = width - 12;
  const x = (day) => left + (Math.max(start, Math.min(end, time(day, start))) - start) / (end - start) * (right - left);
  const rows = lanes.map((lane) => ({ lane, name: `${label(`clock_${lane.clock}`)}${label("colon")}${word(lane.label)}` }));
  if (marks.length) rows.push({ marks, name: label("clock_declaration") });
  const step = narrow ? 40 : 28, height = rows.length * step + 30;
  const svg = picture("clocks", width, height, rows.map((row) => `${row.name} ${told(row)}`).join(label("semicolon")));
  for (const year of years(start, end)) {
    const at = x(year);
    svg.append(shape("line", { x1: at, y1: 0, x2: at, y2: height - 18, class: "axis" }), shape("text", { x: at, y: height - 4, "text-anchor": at < 18 ? "start" : "middle", class: "tick" }, year.slice(0, 4)));
  }
  rows.forEach((row, place) => {
    const y = place * step + (narrow ? 18 : 8);
    const name = wrapped(row.name, narrow ? width - 12 : left - 12, 12, narrow ? 1 : 2);
    name.forEach((line, number) => svg.append(shape("text", { x: narrow ? 6 : 2, y: narrow ? y - 5 : y + 11 + (number - (name.length - 1) / 2) * 13, class: "name" }, line)));
    for (const part of row.lane ? drawLane(row.lane, x, y, right) : row.marks.map((mark) => drawMark(mark, x, y))) svg.append(part);
  });
  return svg;
}

const time = (day, otherwise) => (day ? Date.parse(day) : otherwise);

function bounds(lanes, marks) {
  const days = lanes.flatMap((lane) => [...(lane.possible ?? []), ...(lane.proven ?? []), ...lane.months.map(([month]) => month)]);
  const known = [...days, ...marks.map((mark) => mark.day)].filter((day) => day && day <= data.as_of).map((day) => Date.parse(day));
  const end = Date.parse(data.as_of);
  const start = Math.min(end - 365 * 864e5, ...known);
  return [start - (end - start) * 0.03, end];
}

function years(start, end) {
  const first = new Date(start).getUTCFullYear() + 1, last = new Date(end).getUTCFullYear();
  const every = Math.max(1, Math.ceil((last - first + 1) / (room() < 620 ? 5 : 12)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place).filter((year) => (year - first) % every === 0).map((year) => `${year}-01-01`);
}

function drawLane(lane, x, y, right) {
  const found = [];
  if (lane.possible) {
    const [from, to] = lane.possible;
    const begin = x(from), stop = to ? x(to) : right;
    found.push(shape("rect", { x: begin, y, width: Math.max(2, stop - begin), height: 14, class: `possible ${lane.clock}` }));
    if (lane.proven) {
      const [first, last] = [lane.proven[0] ? x(lane.proven[0]) : begin, lane.proven[1] ? x(lane.proven[1]) : stop];
      if (last > first) found.push(shape("rect", { x: first - 0.5, y: y - 0.5, width: Math.max(2, last - first) + 1, height: 15, class: `proven ${lane.clock}` }));
    }
    if (!from) found.push(shape("path", { d: `M${begin} ${y + 7} l9 -6 v12 Z`, class: "open" }));
  }
  for (const [month, count] of lane.months) {
    const tick = shape("rect", { x: x(month), y, width: 4, height: 14, class: "month" });
    tick.append(shape("title", {}, `${month.slice(0, 7)}: ${count}`));
    found.push(tick);
  }
  return found;
}

function marksOf(item) {
  if (item.met === "nil_return") return [{ day: item.submitted_on, sign: "nil" }];
  return [["decided_on", "decided"], ["withdrawn_on", "withdrawn"], ["submitted_on", "submitted"]].filter(([key]) => item[key]).map(([key, sign]) => ({ day: item[key], sign }));
}

const SIGNS = { submitted: "M0 -7 L6 0 L0 7 L-6 0 Z", decided: "M-5 -5 H5 V5 H-5 Z", withdrawn: "M-5 -5 L5 5 M5 -5 L-5 5", nil: "M-6 0 a6 6 0 1 0 12 0 a6 6 0 1 0 -12 0" };

function drawMark(mark, x, y) {
  const made = shape("path", { d: SIGNS[mark.sign], transform: `translate(${x(mark.day)} ${y + 7})`, class: `mark ${mark.sign}` });
  made.append(shape("title", {}, mark.day));
  return made;
}

// A row of the timeline in words.
function told(row) {
  if (row.marks) return row.marks.map((mark) => mark.day).join(label("comma"));
  const { possible, proven, months } = row.lane;
  if (months.length) return filled("documents", { n: months.reduce((sum, [, count]) => sum + count, 0), from: months[0][0].slice(0, 7), to: months[months.length - 1][0].slice(0, 7) });
  const [from, to] = proven && proven[0] ? proven : possible;
  return `${from ?? label("unknown_start")} – ${to ?? label("still")}`;
}
