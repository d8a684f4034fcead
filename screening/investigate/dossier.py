"""A dossier on one subject: a page to print and to sign, with facts, evidence and open points, and never a verdict.

One file that loads nothing: no script, no link, no font. Jinja escapes whatever stands in the data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from screening.errors import UsageError
from screening.investigate import innocent, wording, words
from screening.investigate.answer import Answer
from screening.investigate.articles import gist
from screening.investigate.private import write_private
from screening.investigate.readings import readings_of
from screening.investigate.seen import seen
from screening.investigate.sums import Link, links_of, pair_link, supporting
from screening.reports import evidence
from screening.reports.relations import relation, source_words
from screening.reports.steps import next_step
from screening.reports.titles import rule_article, rule_source, rule_title
from screening.reports.why import why_it_stands
from screening.reports.words import Language, bracketed, code, column

_MOST = 200
"""Findings printed in full; a dossier is for people."""


def write_dossier(path: Path, out: Path, answer: Answer, language: Language) -> None:
    """Writes the page, readable by its owner alone.

    Raises:
        UsageError: several are meant, or the file cannot stand there.
    """
    if answer.kind == "choice":
        zh, en = (
            wording.listed([seen(choice["name"]) for choice in answer.choices[:5]], language)
            for language in innocent.LANGUAGES
        )
        raise UsageError(
            f"有多个可能（{zh}），请用编号选定其一后再生成底稿。",
            f"Several are meant ({en}); name one by its code to get a dossier.",
            "several_meant",
        )
    write_private(path, out, render(answer, language))


def render(answer: Answer, language: Language) -> str:
    """The page as text."""
    from jinja2 import Environment, StrictUndefined, select_autoescape
    from markupsafe import Markup

    environment = Environment(
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"seen": seen}
    answer, english = wording.legible(answer), language == "en"
    return environment.from_string(_template("dossier.html.j2")).render(
        answer=answer, language=language, style=Markup(_template("dossier.css")),  # noqa: S704 - our own file
        title=_title(answer), cases=[_case(finding, answer, language) for finding in answer.findings[:_MOST]],
        compared=[_compared(pair, language) for pair in (answer.why or {}).get("compared", ())],
        t=lambda name, **values: words.text(name, language, **values), d=lambda name: _TEXTS[name][english],
        say=lambda kind, name: words.word(getattr(words, kind), name, language), col=lambda name: column(name, language),
        code=lambda kind, name: code(kind, name, language), w=wording, source=lambda value: source_words(value, language),
        usage=lambda name: wording.word_of_usage(name, language), outcomes=[pair[english] for pair in _OUTCOMES],
        bracketed=lambda said: bracketed(said, language), comma=words.text_comma(language),
        more=len(answer.findings) - _MOST,
        sanctions=[pair[english] for pair in _SANCTIONS],
    )  # fmt: skip


def _title(answer: Answer) -> str:
    parts = [part["name"] for part in (answer.subject, answer.counterparty) if part is not None]
    return " — ".join(seen(part) for part in parts)


def _case(finding: Mapping[str, Any], answer: Answer, language: Language) -> dict[str, Any]:
    english = language == "en"
    ties = [
        tie for tie in answer.ties
        if all(tie[name] == finding[name] for name in ("officer_id", "related_id", "party_table", "party_id"))
    ]  # fmt: skip
    why, check = innocent.explanation(finding)
    items = finding["evidence"] or ()
    links, notes = links_of(finding, language)
    closed = finding["lifecycle"] == "closed"
    return {
        "finding": finding, "outcome": words.text("closed", language) if closed else code("outcome", finding["outcome"], language),
        "rule": f"{finding['rule_id']} {rule_title(finding['rule_id'], language)}", "article": rule_source(finding["rule_id"], language),
        "gist": gist(rule_article(finding["rule_id"], language), language), "summary": finding[f"summary_{language}"],
        "stands": why_it_stands(finding, language) if finding["outcome"] == "candidate" and not closed else "",
        "next": next_step(finding, language) if finding["outcome"] == "candidate" and not closed else "",
        "steps": [_step(step, language) for step in finding["path"] or ()],
        "links": [_link(link, language) for link in links], "notes": notes,
        "facts": [
            {"feature": evidence.feature(item, language), "detail": evidence.detail(item, language), "reference": evidence.reference(item)}
            for item in items if evidence.is_judged(item)
        ],
        "regimes": [
            {"name": code("regimes", name, language), "verdict": _TEXTS[f"regime_{verdict['verdict']}"][english],
             "why": verdict.get("why_en" if english else "why")}
            for name, verdict in sorted((finding["regime_verdicts"] or {}).items())
        ],
        "readings": [
            {"point": r.point[english], "ours": r.ours[english], "other": r.other[english], "stands": [_STANDS[s][english] for s in r.stands]}
            for r in readings_of(finding, ties, answer.run["stake_exemption_pct"])
        ],
        "innocent": why[english], "check": check[english], "open": [pair[english] for pair in innocent.open_questions(finding)],
        "decisions": answer.decided_since(finding, language),
    }  # fmt: skip


def _compared(pair: Mapping[str, Any], language: Language) -> dict[str, Any]:
    return {
        **pair, "said": wording.pair_words(pair, language),
        "link": _link(pair_link(pair, language), language) if pair["status"] != "no_key" else None,
    }  # fmt: skip


def _step(step: Mapping[str, Any], language: Language) -> dict[str, Any]:
    return {
        **{name: step.get(name) for name in ("from", "to", "share_pct", "valid_from", "valid_to")},
        "relation": relation(str(step.get("relation") or ""))[language == "en"], "source": source_words(step.get("source"), language),
    }  # fmt: skip


def _link(link: Link, language: Language) -> dict[str, Any]:
    """Evidence as bars: width in per cent of the longest; the last line is their sum."""
    return {
        "bars": list(_bars(link.items, language)), "total": link.total, "worth": link.worth,
        "above": "" if link.counts else supporting(language),
    }  # fmt: skip


def _bars(items: Sequence[Mapping[str, Any]], language: Language) -> Iterator[dict[str, Any]]:
    bits = [evidence.bits(item) or 0.0 for item in items]
    longest = max([abs(value) for value in bits] or [1.0]) or 1.0
    for item, value in zip(items, bits, strict=True):
        yield {
            "feature": evidence.feature(item, language), "bits": value,
            "left": evidence.side(item, "left", language), "right": evidence.side(item, "right", language),
            "detail": evidence.detail(item, language), "width": round(100 * abs(value) / longest, 1),
        }  # fmt: skip


def _template(name: str) -> str:
    return resources.files("screening.investigate").joinpath("templates", name).read_text(encoding="utf-8")


_STANDS: Mapping[bool | None, tuple[str, str]] = {
    True: ("成立", "stands"),
    False: ("不成立", "falls"),
    None: ("需核实", "to be established"),
}
_OUTCOMES = (
    ("1. 限 ____ 天内消除该利益冲突", "1. The conflict is to be eliminated within ____ days"),
    ("2. 接受，无需变更", "2. Accepted, no change needed"),
    ("3. 其他：", "3. Other:"),
)
"""What the audit committee may decide on a declared conflict (declaration form; 4-2(五) to (九))."""
_SANCTIONS = (
    ("训诫", "admonition"),
    ("通报批评", "circular criticism"),
    ("公开谴责", "public censure"),
    ("解除劳动合同", "termination of the employment contract"),
)
"""4-3: for not declaring, or refusing to resolve; beside compensation and legal liability where harm was done."""

_TEXTS: Mapping[str, tuple[str, str]] = {
    "dossier": ("核查底稿", "Dossier"),
    "confidential": ("保密：含个人信息，仅供内部审计使用", "Confidential: personal data, for internal audit only"),
    "no_verdict": (
        "本底稿只列事实、证据与待核实事项，不作结论。“未见相应申报”均指所提供的登记册中未见。",
        "This dossier holds facts, evidence and open points, and no conclusion. “Not declared” always means: no matching declaration in the register supplied.",
    ),
    "case": ("结果", "Finding"),
    "rule": ("规则与条款", "Rule and article"),
    "regimes": ("各口径结论", "Verdicts by regime"),
    "regime_live": ("适用", "applies"),
    "regime_out_of_scope": ("不适用", "out of scope"),
    "regime_exempt": ("豁免", "exempt"),
    "regime_no_overlap": ("时间不重叠", "no overlap in time"),
    "regime_unknown": ("需核实", "to be established"),
    "readings": ("条文的不同理解", "Readings of the policy"),
    "point": ("未明之处", "What is open"),
    "ours": ("本系统的理解", "The reading taken"),
    "other": ("另一种理解", "The other reading"),
    "innocent": ("最可能的正常解释", "Best innocent explanation"),
    "check": ("最省力的核实办法", "Cheapest check that would decide it"),
    "open": ("待解决的问题", "Open questions"),
    "decision": ("决定（由有权人员填写）", "Decision (for those who may decide)"),
    "sanctions": (
        "供参考：未按规定申报或拒不消除的，制度第四章第三条规定的措施由轻到重为",
        "For reference: for not declaring, or refusing to resolve, 4-3 of the policy names, from light to grave,",
    ),
    "reviewer": ("审计人员", "Auditor"),
    "date": ("日期", "Date"),
    "reply": ("当事人说明", "The person's reply"),
    "reason": ("理由", "Reason"),
    "signature": ("签字", "Signature"),
    "regime": ("口径", "Regime"),
}
