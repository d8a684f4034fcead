
// A case: closed one line of who and what, open everything an auditor needs to re-check it.
function drawCase(entry) {
  const article = element("article");
  article.id = `case-${entry.number}`;
  const details = element("details");
  const summary = element("summary");
  const rules = [...new Set(entry.findings.map((finding) => finding.rule_id))];
  const gist = [
    ...rules.map((rule) => `${rule} ${word((data.rules[rule] || {}).title)}`),
    ...new Set(entry.findings.map((finding) => amount(finding) && `${header("exposure_amount")} ${amount(finding)}`)),
    ...new Set(entry.findings.map((finding) => coded("lifecycle", finding.lifecycle))),
  ];
  const badge = element("span", entry.tier, `badge ${entry.tier}`);
  badge.title = coded("tier", entry.tier);
  summary.append(badge, element("span", caseTitle(entry), "who"), element("span", gist.filter(Boolean).join(" · "), "gist"));
  for (const why of new Set(entry.findings.map((finding) => finding.why))) summary.append(element("span", word(shared(why)), "gist"));
  details.append(summary);
  details.addEventListener("toggle", () => { if (details.open && details.childElementCount === 1) details.append(...caseParts(entry)); });
  article.append(details);
  return article;
}

function caseTitle(entry) {
  const related = entry.related_name ? ` → ${entry.related_name}${bracketed(word(entry.relation ?? [entry.relationship, entry.relationship]))}` : "";
  const person = entry.officer_name ?? `${label("shareholder")}${bracketed(entry.entities.map(entityName).join(label("comma")))}`;
  const party = entry.party_name ? ` ↔ ${entry.party_name}${bracketed(coded("party_table", entry.party_table))}` : "";
  return `${entry.number}. ${person}${related}${party}`;
}

// What findings of one case have in common is shown once: the time line and what was declared.
function caseParts(entry) {
  const told = new Set();
  const parts = entry.findings.map((finding, place) => drawFinding(finding, entry.findings[place - 1], told));
  const beside = element("section", null, "beside");
  if (shared(entry.lanes).length) {
    beside.append(element("h3", label("clocks")), drawClocks(entry), element("p", label("clock_note"), "note"));
  }
  if (entry.officer_id) beside.append(element("h3", label("declarations")), drawDeclared(entry)); // a shareholder declares nothing
  if (!beside.childElementCount) return parts;
  return [parts[0], beside, ...parts.slice(1)];
}

function drawDeclared(entry) {
  if (!entry.declared.length) return element("p", label(data.register ? "no_declaration" : "no_register"), "note");
  const cells = {
    declaration_id: (item) => item.declaration_id,
    submitted_on: (item) => `${item.submitted_on} ${word(item.kind)}`,
    item: (item) => (item.met === "nil_return" ? coded("met", item.met) : word(item.item)),
    counterparty_name: (item) => item.counterparty_name,
    related_party_name: (item) => item.related_party_name,
    declared_share: (item) => (item.share_pct === undefined ? "" : String(Number(item.share_pct))),
    decision: (item) => coded("declaration_decision", item.decision),
    decided_on: (item) => item.decided_on,
    cured_on: (item) => item.cured_on,
    withdrawn_on: (item) => item.withdrawn_on,
  };
  const keys = Object.keys(cells).filter((key) => entry.declared.some((item) => cells[key](item)));
  return table(keys.map((key) => [header(key), ""]), entry.declared.map((item) => keys.map((key) => cells[key](item))));
}

function drawFinding(finding, before, told) {
  const box = element("section", null, "finding");
  const rule = data.rules[finding.rule_id] || {};
  const title = element("h3", `${finding.rule_id} ${word(rule.title)} `);
  title.append(element("small", word(rule.article)));
  const next = element("p", null, "next");
  next.append(element("b", `${label("next")}${label("colon")}`), word(shared(finding.next)));
  const why = element("p", null, "why");
  why.append(element("b", `${label("why")}${label("colon")}`), word(shared(finding.why)));
  box.append(title, element("p", word(finding.summary), "sentence"), why, next);
  if (finding.decisions.length) box.append(element("h4", label("decisions")), drawDecisions(finding.decisions));
  const steps = shared(finding.path);
  if (steps.length && (!before || before.path !== finding.path)) box.append(element("h4", label("path")), drawPath(steps), drawSteps(steps));
  if (shared(finding.ledger).length && (!before || before.ledger !== finding.ledger)) {
    box.append(element("h4", label("identity")), drawLedger(finding));
    if (!told.has("bits")) box.append(element("p", label("bits_note"), "note"));
    told.add("bits");
  }
  const fresh = finding.facts.filter((item) => !told.has(JSON.stringify(item)));
  fresh.forEach((item) => told.add(JSON.stringify(item)));
  if (fresh.length) box.append(element("h4", label("facts")), drawFacts(fresh));
  if (before) box.append(element("p", label("as_above"), "note"));
  const fields = element("details", null, "fields");
  fields.append(element("summary", label("details")), drawFields(finding));
  box.append(fields);
  return box;
}

function drawDecisions(sentences) {
  const list = element("ul", null, "facts");
  for (const sentence of sentences) list.append(element("li", word(sentence)));
  return list;
}

function drawFacts(items) {
  const list = element("ul", null, "facts");
  for (const item of items) {
    const reference = item.reference ? ` [${item.reference}]` : "";
    list.append(element("li", `${word(shared(item.feature))}${label("colon")}${word(shared(item.detail))}${reference}`));
  }
  return list;
}

function drawFields(finding) {
  const codes = ["declaration_status", "declaration_decision", "duty", "exemption", "overlap", "dealing_basis", "statutory_resolution"];
  return facts([
    [header("tier"), coded("tier", finding.tier)],
    [header("probability"), word(finding.probability)],
    ...codes.map((key) => [header(key), coded(key, finding[key])]),
    [header("share_pct"), finding.share_pct === null ? "" : String(Number(finding.share_pct))],
    [header("exposure_amount"), amount(finding)],
    [header("regimes"), (finding.regimes || []).map((regime) => coded("regimes", regime)).join(label("comma"))],
    [header("lifecycle"), coded("lifecycle", finding.lifecycle)],
    [header("finding_id"), finding.finding_id],
  ]);
}
