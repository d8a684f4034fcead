
// The list of cases: search, filters, order, a hundred at a time.
const step = 100;
let shown = step;

function searchable(entry) {
  const named = [entry.officer_name, entry.officer_id, entry.related_name, entry.relationship, entry.party_name, entry.party_id, entry.case_id];
  const found = entry.findings.flatMap((finding) => [finding.finding_id, finding.rule_id, ...finding.summary, ...shared(finding.path).map((leg) => leg.to)]);
  return [...named, ...found].filter(Boolean).join(" ").toLowerCase();
}

const NO_DUTY = "-";
const FILTERS = {
  tier: (entry) => entry.findings.map((finding) => finding.tier),
  rule: (entry) => entry.findings.map((finding) => finding.rule_id),
  entity: (entry) => entry.entities,
  declared: (entry) => entry.findings.map((finding) => finding.declaration_status ?? NO_DUTY),
  life: (entry) => entry.findings.map((finding) => finding.lifecycle),
};
const CODE_OF = { tier: "tier", declared: "declaration_status", life: "lifecycle" };
const ORDERS = {
  rank: () => 0,
  exposure: (left, right) => right.largest - left.largest,
  officer: (left, right) => (left.officer_name ?? "").localeCompare(right.officer_name ?? "", "zh"),
  party: (left, right) => (left.party_name ?? "").localeCompare(right.party_name ?? "", "zh"),
};

function matching() {
  const words = byId("words").value.trim().toLowerCase().split(/\s+/);
  const chosen = Object.entries(FILTERS).map(([name, values]) => [byId(name).value, values]).filter(([value]) => value);
  const found = data.cases.filter((entry) =>
    chosen.every(([value, values]) => values(entry).includes(value)) && words.every((one) => entry.text.includes(one)));
  return byId("sort").value === "rank" ? found : found.sort((left, right) => ORDERS[byId("sort").value](left, right) || left.number - right.number);
}

function drawCases() {
  const found = matching();
  byId("cases").replaceChildren(...found.slice(0, shown).map(drawCase));
  if (data.cases.length && !found.length) byId("cases").append(element("p", label("nothing"), "note"));
  if (data.cut.cases) byId("cases").prepend(element("p", label("cut"), "note"));
  byId("count").textContent = filled("shown", { found: found.length, all: data.cases.length });
  byId("more").hidden = found.length <= shown;
}

function drawMore() {
  const before = shown;
  shown += step;
  const found = matching();
  byId("cases").append(...found.slice(before, shown).map(drawCase));
  byId("more").hidden = found.length <= shown;
  byId("cases").querySelectorAll("article > details > summary")[before]?.focus();
}

function choices(name) {
  const counts = new Map();
  for (const entry of data.cases) for (const value of new Set(FILTERS[name](entry))) counts.set(value, (counts.get(value) ?? 0) + 1);
  const words = (value) => (name === "entity" ? entityName(value) : value === NO_DUTY ? label("no_duty") : name === "rule" ? `${value} ${word((data.rules[value] || {}).title)}` : CODE_OF[name] ? coded(CODE_OF[name], value) : value);
  const select = byId(name), kept = select.value;
  const options = [["", label("all")], ...[...counts.keys()].sort().map((value) => [value, `${words(value)} (${counts.get(value)})`])];
  select.replaceChildren(...options.map(([value, text]) => { const option = element("option", text); option.value = value; return option; }));
  select.value = kept;
}

function orders() {
  const select = byId("sort"), kept = select.value || "rank";
  select.replaceChildren(...Object.keys(ORDERS).map((name) => { const option = element("option", label(`sort_${name}`)); option.value = name; return option; }));
  select.value = kept;
}

for (const entry of data.cases) {
  entry.text = searchable(entry);
  entry.largest = Math.max(-1, ...entry.findings.map((finding) => Number(finding.exposure_amount ?? -1)));
}
