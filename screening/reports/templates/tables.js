
function facts(pairs) {
  const list = element("dl");
  for (const [left, right] of pairs) {
    if (right === "" || right === null || right === undefined) continue;
    list.append(element("dt", left), element("dd", right));
  }
  return list;
}

// On a phone a row is drawn as a block; the roles keep it a table for screen readers.
function table(columns, rows) {
  const frame = element("div", null, "scroll");
  const made = element("table");
  made.setAttribute("role", "table");
  const head = element("tr");
  head.setAttribute("role", "row");
  for (const [name] of columns) {
    const cell = element("th", name);
    cell.scope = "col";
    cell.setAttribute("role", "columnheader");
    head.append(cell);
  }
  const top = element("thead"), body = element("tbody");
  top.setAttribute("role", "rowgroup"); body.setAttribute("role", "rowgroup");
  top.append(head);
  for (const row of rows) {
    const line = element("tr");
    line.setAttribute("role", "row");
    row.forEach((value, place) => {
      const [name, className] = columns[place];
      const cell = element("td", null, className);
      cell.setAttribute("role", "cell");
      cell.dataset.label = name;
      if (value instanceof Node) cell.append(value); else cell.textContent = value ?? "";
      line.append(cell);
    });
    body.append(line);
  }
  made.append(top, body);
  frame.append(made);
  return frame;
}
