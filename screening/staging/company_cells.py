"""Which name stands in a cell for a company's name: without what an accounts department added to sort its vendors."""

from __future__ import annotations

import re

from screening.refdata.names import HAN

_OPEN, _CLOSE, _DASH = r"[(（\[【［〔]", r"[)）\]】］〕]", r"[-—–_/－／＿]"
_BEHIND = re.compile(
    rf"\s*{_OPEN}(?:(?:原|曾用名|旧名|前称|旧称|又名|formerly|f/?k/?a)(?:[^()（）\[\]【】［］〔〕]|[(（][^()（）]{{1,12}}[)）]){{2,}}|新|旧|老|停用|作废|"
    rf"注销|已注销|冻结|重复|临时|一般纳税人|小规模(?:纳税人)?|个人|代开(?:发票)?){_CLOSE}\s*$"
    rf"|\s*{_DASH}\s*(?:停用|作废|注销|已注销|冻结|重复|临时|新|旧)\s*$"
    r"|(?<=[^\s*])\s+[*＊]+\s*$",
    re.IGNORECASE,
)
_LONGEST = 400
"""Characters; what is longer is a text, and its ends are not worth a search."""
_BEFORE = re.compile(
    rf"^\s*(?:个人|私人|散户|临时户|零星户?|(?:零星|临时|一次性|个人)(?:供应商|客户|商户))\s*[-—–_:：/－／＿]\s*(?=[{HAN}]{{2,4}}\s*$)"
)
_LISTED = re.compile(
    r"^\s*\d{5,6}(?:\.(?:SZ|SH|BJ|HK))?\s+(?=[\u3400-\u4dbf\u4e00-\u9fff])"
    r"|\s*[(（]\s*(?:(?:SZ|SH|BJ|HK|SSE|SZSE|HKEX|股票代码|证券代码|代码)\s*[:：.]?\s*\d{4,6}|\d{5,6}|\d{4,6}\.(?:SZ|SH|BJ|HK))\s*[)）]\s*$"
    r"|(?<=[\u3400-\u4dbf\u4e00-\u9fff])(?:-(?:SW|UW|[BDPRSUVW])|[ABHＡＢＨ]股|退)\s*$"
    r"|^\s*(?-i:C)(?=[\u3400-\u4dbf\u4e00-\u9fff]{2,4}\s*$)",
    re.IGNORECASE,
)
"""What a list of listed companies adds: the code of the share, its class, the first days' C, the last days' 退."""
_NUMBERED = re.compile(
    rf"\s*([{HAN}]{{2,4}})\s*[(（]?\s*"
    r"(?:[A-Za-z]{1,2}[\d*]{6,}(?:\s?[(（][\dAa*][)）])?|\d[\d\s*.\u2010-\u2015－-]{6,}[xX]?)\s*[)）]?\s*"
)
"""A name of two to four characters, as people's are, with a phone or another number behind it."""
_SUSPECT = re.compile(r"\d[xX]?\s*$|[)）\]】］〕*＊股退]\s*$|[-—–_/:：－／＿]|^\s*[\dC]")


def read_company_cell(value: str) -> str:
    """The name in one cell; at least two characters of it stay.

    A prefix goes only where a name of two to four characters follows it, as people's names have (零星供应商-张伟), and a number only
    where it stands behind one.
    """
    if len(value) > _LONGEST or _SUSPECT.search(value) is None:
        return value
    if (numbered := _NUMBERED.fullmatch(value)) is not None:
        return numbered[1]
    bare = _LISTED.sub("", _BEFORE.sub("", _BEHIND.sub("", value)))
    return bare if len(bare.strip()) >= 2 else value
