"""What an auditor asks to record, and what makes it a decision: a reason, a day that is still to come, and proof where it confirms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from screening.contract.decisions import DECISIONS, ENTRY_COLUMNS, IDENTITIES
from screening.errors import UsageError
from screening.refdata.full_numbers import shows_number

LONGEST = 2_000
"""Characters of one text: a working paper holds more, and is named in --source."""


@dataclass(frozen=True, slots=True)
class Request:
    """One decision as asked for; texts without white space around them, None where empty."""

    finding_id: str
    decision: str | None
    reason: str | None
    by: str
    until: date | None = None
    source: str | None = None
    reply: str | None = None
    identity: str | None = None


def check(request: Request, today: date) -> None:
    """Whether this is a decision.

    Raises:
        UsageError: something is missing or cannot be; the sentence says what to do.
    """
    if request.decision not in DECISIONS:
        listed = ", ".join(f"{code} ({words[0]})" for code, words in DECISIONS.items())
        raise _refused("decision", f"须选择一种决定：{listed}", f"choose a decision: {', '.join(DECISIONS)}")
    if request.identity is not None and request.identity not in IDENTITIES:
        raise _refused("identity", "须为 same 或 not_same", "must be same or not_same")
    if request.reason is None:
        raise _refused("reason", "须写明", "is needed")
    if request.decision == "confirmed" and request.source is None:
        raise _refused(
            "source", "确认联系属实须注明所核对的原始记录", "to confirm a link, name the primary record looked at"
        )
    if request.decision == "confirmed" and request.reply is None:
        raise _refused(
            "reply",
            "确认联系属实须注明本人的答复，或两次询问及其日期",
            "to confirm a link, name the subject's answer, or two dated requests for it",
        )
    if request.decision == "confirmed" and request.identity == "not_same":
        raise _refused("identity", "与“确认联系属实”相互矛盾", "contradicts a confirmed link")
    if request.until is not None and request.until < today:
        raise _refused("until", "该日已过", "lies in the past")
    for text in (request.reason, request.source, request.reply, request.by):
        _check_text(text)


def _check_text(text: str | None) -> None:
    if text is None:
        return
    if len(text) > LONGEST:
        raise UsageError(
            f"未记录：一项文字超过 {LONGEST} 个字符，请缩短。",
            f"Nothing was recorded: a text is longer than {LONGEST} characters; shorten it.",
            "decision_too_long",
        )
    if shows_number(text):
        raise UsageError(
            "未记录：文字中含有完整的证件号码、手机号或银行卡号，请遮蔽中间各位。",
            "Nothing was recorded: a text shows an identity number, mobile phone or bank card in full; mask its middle places.",
            "decision_number",
        )


def _refused(field: str, zh: str, en: str) -> UsageError:
    """Names the option, and the column of the workbook, that is wrong."""
    column_zh, column_en = ENTRY_COLUMNS[field]
    return UsageError(
        f"未记录：{column_zh}（--{field}）{zh}。",
        f"Nothing was recorded: {column_en} (--{field}): {en}.",
        f"decision_{field}",
    )
