"""The table of contents on the cover: each sheet with a way to it, how many rows it has, and what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from screening.reports.sheets import Link
from screening.reports.words import Language, text

HEAD = ("从哪里看起", "Where to look")

_SAYS: Mapping[str, tuple[str, str]] = {
    "candidates": (
        "从这里开始。每行一条：摘要、为何列为候选、建议下一步；“查看”跳到证据。决定填在黄色各列",
        "begin here: what it is, why it stands, what to do next; “see” leads to the evidence; decisions go into the yellow columns",
    ),
    "evidence": ("每个候选的逐项比对与规则依据", "every comparison and every reason behind each candidate"),
    "paths": ("从人员到对方的每一步及其出处", "every step from the person to the counterparty, and where it was read"),
    "undecided": ("已按时申报而尚未获接受的联系", "declared on time and not accepted yet"),
    "reconciled": ("登记册中每一申报项与所得结果的对照", "every declared item against what was found"),
    "calendar": (
        "逾期、取决于条文理解或无法计算的申报义务",
        "duties to declare that were missed, depend on the reading or cannot be computed",
    ),
    "changes": ("与上次运行相比，新增、变化、关闭了什么", "what is new, changed or closed since the last run"),
    "decisions": ("审计人员已作的决定及其是否仍有效", "what auditors decided, and what of it still holds"),
    "cleared": (
        "已申报、豁免等未列为候选的结果及原因",
        "declared, exempt and others that are no candidates, with the reason",
    ),
    "rivals": (
        "名单之外业务相近的企业，供维护竞争对手名单者参考，不是结果",
        "companies in the same line that are on no list, for whoever keeps the list; no findings",
    ),
    "quality": ("哪个文件哪一行有问题，如何处理", "which row of which file is wrong, and what to do"),
    "calibration": ("概率在真相已知之处有多准", "how well the probabilities hold where the truth is known"),
    "glossary": ("词语与规则的含义", "what words and rules mean"),
}
_BACK = (
    "填好黄色各列后保存，用 coi dispose OUT --from 本文件 交回；某行如不能记录，会说明原因。",
    "Fill in the yellow columns, save, and give the file back with coi dispose OUT --from FILE; it says why where a row cannot be recorded.",
)


def contents(rows: Mapping[str, int], language: Language) -> Iterator[tuple[Link | None, str]]:
    """One line per sheet, then how decisions are given back.

    Args:
        rows: how many each sheet has, by its key in `words.TEXTS`, in the order of the workbook.
    """
    english = language == "en"
    for name, count in rows.items():
        title = text(name, language)
        yield Link(title, title, 0), f"{count}{text('colon', language)}{_SAYS[name][english]}"
    yield None, _BACK[english]
