// The case of this page, drawn by the scripts of the report.
byId("cases").replaceChildren(...caseParts(data.cases[0]));
