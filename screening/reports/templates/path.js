
const NODE = { wide: 165, size: 13, line: 17, gap: 120, most: 3 };

// The path as a picture: from the officer at the left (or above, where there is little room) to the counterparty.
function drawPath(steps) {
  const nodes = placed(steps);
  const depth = Math.max(...[...nodes.values()].map((node) => node.depth)) + 1;
  const across = depth * NODE.wide + (depth - 1) * NODE.gap <= room();
  for (const node of nodes.values()) {
    node.lines = wrapped(node.name, NODE.wide - 18, NODE.size, NODE.most);
    node.height = node.lines.length * NODE.line + 12;
  }
  const edges = joined(steps);
  const size = across ? layAcross(nodes, edges, depth) : layDown(nodes, edges);
  const words = steps.map((step) => `${step.from} ${word(step.relation)} ${step.to}`).join(label("semicolon"));
  const svg = picture("path", size[0], size[1], words);
  for (const edge of edges) svg.append(drawEdge(edge, nodes.get(edge.from), nodes.get(edge.to), across));
  const last = steps[steps.length - 1].to;
  for (const node of nodes.values()) svg.append(drawNode(node, node.depth === 0 ? "person" : node.name === last ? "party" : ""));
  return svg;
}

// Each name once, as deep as the longest way to it; a circle is cut where it closes.
function placed(steps) {
  const nodes = new Map();
  const node = (name, depth) => {
    if (!nodes.has(name)) nodes.set(name, { name, depth });
    return nodes.get(name);
  };
  for (const step of steps) {
    const from = node(step.from, 0);
    if (!nodes.has(step.to)) node(step.to, from.depth + 1);
  }
  return nodes;
}

// Steps between the same two names are one arrow with a line of words for each.
function joined(steps) {
  const edges = new Map();
  for (const step of steps) {
    const key = JSON.stringify([step.from, step.to]);
    if (!edges.has(key)) edges.set(key, { from: step.from, to: step.to, words: [] });
    edges.get(key).words.push(...edgeWords(step));
  }
  return [...edges.values()];
}

function edgeWords(step) {
  const share = step.share_pct === null || step.share_pct === undefined ? "" : ` ${Number(step.share_pct)} %`;
  return [`${word(step.relation)}${share}`, span(step.valid_from, step.valid_to)].filter(Boolean);
}

function span(from, to) {
  if (from && to) return `${from} – ${to}`;
  if (from) return filled("since_day", { day: from });
  return to ? filled("until_day", { day: to }) : "";
}

function layAcross(nodes, edges, depth) {
  const columns = Array.from({ length: depth }, () => []);
  for (const node of nodes.values()) columns[node.depth].push(node);
  for (const edge of edges) edge.lines = edge.words.flatMap((words) => wrapped(words, NODE.gap - 12, 11.5, 3));
  const words = Math.max(0, ...edges.map((edge) => edge.lines.length)) * 14 + 16;
  const tall = Math.max(...columns.map((column) => column.reduce((sum, node) => sum + node.height + 16, 0)), 2 * words);
  for (const column of columns) {
    let y = (tall - column.reduce((sum, node) => sum + node.height + 16, -16)) / 2;
    for (const node of column) { node.x = node.depth * (NODE.wide + NODE.gap) + 1; node.y = y; y += node.height + 16; }
  }
  return [depth * NODE.wide + (depth - 1) * NODE.gap + 2, tall + 2];
}

function layDown(nodes, edges) {
  const wide = Math.min(room(), 340);
  for (const edge of edges) edge.lines = edge.words.flatMap((words) => wrapped(words, wide - 60, 11.5, 3));
  let y = 1;
  for (const node of [...nodes.values()].sort((left, right) => left.depth - right.depth)) {
    const into = Math.max(0, ...edges.filter((edge) => edge.to === node.name).map((edge) => edge.lines.length * 14 + 18));
    y += into; node.x = 1; node.y = y; y += node.height;
  }
  return [wide, y + 2];
}

function drawNode(node, className) {
  const group = shape("g", { class: `node ${className}` });
  group.append(shape("rect", { x: node.x, y: node.y, width: NODE.wide, height: node.height, rx: 4 }));
  node.lines.forEach((line, place) => {
    group.append(shape("text", { x: node.x + NODE.wide / 2, y: node.y + 6 + NODE.line * (place + 0.75), "text-anchor": "middle", "font-size": NODE.size }, line));
  });
  group.append(shape("title", {}, node.name));
  return group;
}

function drawEdge(edge, from, to, across) {
  const group = shape("g", { class: "edge" });
  const [x1, y1, x2, y2] = across
    ? [from.x + NODE.wide, from.y + from.height / 2, to.x, to.y + to.height / 2]
    : [from.x + 24, from.y + from.height, to.x + 24, to.y];
  group.append(shape("line", { x1, y1, x2, y2 }));
  const turn = Math.atan2(y2 - y1, x2 - x1) * 180 / Math.PI;
  group.append(shape("path", { d: "M0 0 L-9 -4.5 L-9 4.5 Z", transform: `translate(${x2} ${y2}) rotate(${turn})`, class: "tip" }));
  edge.lines.forEach((line, place) => {
    const at = across
      ? { x: (x1 + x2) / 2 - 3, y: (y1 + y2) / 2 - 6 - 14 * (edge.lines.length - 1 - place), "text-anchor": "middle" }
      : { x: x2 + 12, y: y2 - 8 - 14 * (edge.lines.length - 1 - place) };
    group.append(shape("text", { ...at, "font-size": 11.5 }, line));
  });
  return group;
}

// The same in words, with the row of the delivered file in which each step was read.
function drawSteps(steps) {
  const list = element("ol", null, "steps");
  for (const step of steps) {
    const item = element("li");
    item.append(element("span", step.from, "from"), element("span", ` — ${edgeWords(step).join(" ")} → `, "relation"), element("span", step.to, "to"), " ", element("small", word(step.source)));
    list.append(item);
  }
  return list;
}
