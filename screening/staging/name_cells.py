"""Which name stands in a cell for a person's name: without titles, posts, labels, notes, numbers and what was added to sort it.

A cell may hold the name twice, in characters and in letters (陳大文 CHAN Tai Man); both are kept. A lost character (王？, 王□, 王zhe,
王(石吉)) stays as a hidden one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from screening.refdata.names import HAN
from screening.refdata.placeholders import is_placeholder_text
from screening.refdata.text import tidy_text

HIDDEN = "*"
LONGEST = 200
"""Characters of a cell; a longer one holds no name, whatever else."""
PLAIN_HAN = re.compile(f"[{HAN}]{{2,3}}")
"""A name that needs no reading, but for the endings of `ENDS_PLAINLY`."""
NOT_PLAIN = re.compile("某|总$|[先女老不未暂]|太太|小姐|博士|教授|经理|董事|监事|会计|主任|律师|医生|[代法]")
_MASK = re.compile(f"[*＊○〇◯×□■▢●〓�?？]|某|(?<=[{HAN}])[xX]+(?![a-wyzA-WYZ])")
_DELEGATE = re.compile(f"委派(?:代表)?[人]?[:：]?\\s*([{HAN}]{{2,4}})")
LABEL = re.compile(f"^[{HAN}]{{2,6}}[:：]\\s*")
"""What a cell says of its name: 联系人：, 父母：."""
_NOTE = re.compile(r"[(【\[].*?[)】\]]|[(【\[].*$")
_ONE_CHARACTER = re.compile(f"(?<=[{HAN}])[(\\[][{HAN}]{{2,3}}[)\\]]")
_AND_OTHERS = re.compile("等[0-9一二三四五六七八九十两]*[名位个]?人?$|共[0-9]+人$")
_NUMBERED = re.compile(f"(?<=[{HAN}])(?:[0-9]{{1,2}}|[A-HＡ-Ｈ])$")
_NUMBER = re.compile(
    r"[\s:：,，]*(?:(?:联系|移动)?电话|手机(?:号码?)?|联系方式|座机|(?<![a-z])(?:tel|mobile|mob|phone|id|m|t)(?![a-z]))?[\s.:：]*"
    r"(?:(?<![a-z])[a-z]{1,2}[\d*]{6,}(?:\([\d*a]\))?"
    r"|\+?\d[\d\s*.\u2010-\u2015-]{4,}(?:x(?![a-z]))?(?:(?:转|分机|ext\.?|#)\s*\d{1,6})?)",
    re.IGNORECASE,
)
"""A phone or another number beside the name, with the word for it."""
_STATED_NUMBER = re.compile(
    r"[(\[]?\s*(?:(?:身份证|证件|护照|尾号|手机|电话|联系方式|微信|QQ)[号码尾为是：:\s]*[\dA-Za-z*＊-]{3,}|(?<![A-Za-z])ID\s*[:：#]?\s*[\d*＊][\dX*＊]{3,}"
    r"|\d[\dxX*＊]{5,}[\dxX])\s*[)\]]?",
    re.IGNORECASE,
)
"""A number beside the name with what it is called, in brackets or not, in full or masked."""
_TITLE = (
    "先生|女士|小姐|太太|博士|教授|老师|律师|医生|董事长|副董事长|执行董事|独立董事|董事|监事|总经理|副总经理|副总|经理|总监|主任|会计师|会计|出纳|"
    "工程师|法定代表人|法人代表|法人|负责人|联系人|经办人|老板"
)  # fmt: skip
_TITLE_BEHIND = re.compile(f"(?:{_TITLE}|总)$")
_TITLE_BEFORE = re.compile(f"^(?:{_TITLE}|[{HAN}]{{2,4}}部)(?=[{HAN}]{{2,4}}$)")
_TITLE_ALONE = re.compile(f"^[{HAN}](?:{_TITLE}|总|工)$")
_BESIDE = re.compile(
    f"(?:{_TITLE}|.*部|.*处|.*科|财务|采购|销售|业务|行政|人事|仓库|个人|私人|.*供应商|.*客户|.*商户|临时.*|零星.*|一次性.*|散户|停用|作废|新|旧|兼|代|代开.*|男|女)"
)
_TITLE_LATIN = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof|madam|sir|ir|hon)\b[.\s]*(?=\w)", re.IGNORECASE)
_SEPARATOR = re.compile(r"[/\-_—–|｜\s]+")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class NameCell:
    """The name in a cell.

    Attributes:
        name: in characters where it is given so, else in letters; `*` for a hidden character; empty where only a title is left.
        latin: the same name in letters, where the cell holds both.
        sound: Pinyin of the hidden character, where the cell spells it (王zhe).
    """

    name: str
    latin: str = ""
    sound: str = ""


def read_name_cell(value: str) -> NameCell:
    """The name in one cell."""
    if len(value) > LONGEST or is_placeholder_text(value) or value.isdigit():
        return NameCell("")
    text = _TITLE_LATIN.sub("", _NUMBER.sub(" ", tidy_text(value)).strip())
    if not re.search(f"[{HAN}]", text):
        is_number = len(_LETTERS.findall(text)) < 2 and _NUMBER.search(
            tidy_text(value)
        )  # of N12345678 a letter is left
        return NameCell("" if is_number else _without_notes(text))
    found = _DELEGATE.search(text)
    if found is not None:
        return NameCell(found[1])
    text = _STATED_NUMBER.sub(" ", LABEL.sub("", text)).strip()
    if re.search("[A-Za-z]", text):
        return _with_letters(text)
    return NameCell(_han_name(text))


def _without_notes(text: str) -> str:
    if "(" not in text and "[" not in text:
        return text
    return _NOTE.sub(" ", text).strip() or text


def _with_letters(text: str) -> NameCell:
    """Characters and letters: two writings of one name, a mask, a number letter or a character that was spelled out."""
    inside = re.fullmatch(f"([{HAN}]{{1,3}})[(\\[]?([a-zA-Z]{{2,6}})[)\\]]?([{HAN}]?)", text)
    if inside is not None and len(inside[1] + inside[3]) <= 2 and not re.fullmatch("[xX]+", inside[2]):
        return NameCell(inside[1] + HIDDEN + inside[3], sound=inside[2].lower())
    bare = _NUMBERED.sub("", text)
    if not re.search("[A-Za-z]", bare) or re.search(f"(?<=[{HAN}])[xX]+(?![a-zA-Z])", bare):
        return NameCell(_han_name(bare))
    han = _han_name("".join(re.findall(f"[{HAN}]+", bare)))
    letters = re.sub(r"\s+", " ", re.sub(f"[{HAN}()\\[\\]/]+", " ", bare)).strip(" -,.·")
    if len(han) >= 2 and len(_LETTERS.findall(letters)) >= 2:
        return NameCell(han, latin=letters)
    return NameCell(han if len(han) >= 2 else _without_notes(bare))


def _han_name(text: str) -> str:
    """The name in characters, `*` for what is hidden."""
    text = _AND_OTHERS.sub("", text.strip(" -"))
    parts_of_one = _ONE_CHARACTER.search(text)
    inside = parts_of_one is not None and (parts_of_one.start() == 1 or parts_of_one.end() < len(text))
    if inside and parts_of_one is not None and not re.fullmatch(_TITLE, parts_of_one[0][1:-1]):
        text = _ONE_CHARACTER.sub(HIDDEN, text)
    text = _NUMBERED.sub("", _without_notes(text))
    parts = [part for part in _SEPARATOR.split(text) if part]
    if len(parts) > 1:
        kept = [part for part in parts if not _BESIDE.fullmatch(part)]
        text = "".join(kept or parts)
    text = _MASK.sub(lambda hidden: HIDDEN * len(hidden[0]), text)
    if _TITLE_ALONE.match(text) or re.fullmatch(_TITLE, text):
        return ""
    text = _TITLE_BEFORE.sub("", text)
    return _TITLE_BEHIND.sub("", text) if len(text) > 3 or text.endswith("总") and len(text) > 2 else text
