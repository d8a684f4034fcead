"""Which encoding a file is in, and which files are sent back."""

from __future__ import annotations

import pytest

from screening.errors import DeliveryRejected, UsageError
from screening.sources.encoding import to_utf8

SIMPLIFIED = "编码,名称\nS1,测试贸易有限公司\nS2,一二三实业（集团）有限公司\n" * 3
TRADITIONAL = "編碼,名稱\nS1,陳氏國際貿易有限公司\nS2,鄭黃何馮實業（集團）有限公司\nS3,恒豐發展\n" * 3


@pytest.mark.parametrize(
    ("data", "declared", "encoding"),
    [
        (SIMPLIFIED.encode("utf-8"), None, "utf-8"),
        (SIMPLIFIED.encode("utf-8-sig"), None, "utf-8"),
        (SIMPLIFIED.encode("gb18030"), None, "gb18030"),
        (SIMPLIFIED.encode("gbk"), "GBK", "gbk"),
        (SIMPLIFIED.encode("utf-16"), None, "utf-16-le"),
        (b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), None, "utf-16-be"),
        (SIMPLIFIED.encode("utf-16-le"), None, "utf-16-le"),
        (SIMPLIFIED.encode("utf-16-be"), None, "utf-16-be"),
        (SIMPLIFIED.encode("utf-8-sig"), "gb18030", "utf-8"),  # the mark in the file is surer than what was declared
    ],
)
def test_simplified_text(data: bytes, declared: str | None, encoding: str) -> None:
    assert to_utf8(data, declared, "x.csv") == (SIMPLIFIED.encode("utf-8"), encoding)


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (TRADITIONAL.encode("gb18030"), None),
        (TRADITIONAL.encode("big5hkscs"), "big5"),
        (TRADITIONAL.encode("cp950"), "Big5"),
    ],
)
def test_traditional_text(data: bytes, declared: str | None) -> None:
    text, _ = to_utf8(data, declared, "x.csv")

    assert text.decode("utf-8") == TRADITIONAL


def test_characters_of_four_bytes_survive() -> None:
    text = "名称\n㐀㑇䶮\U00020000龘\n"

    assert to_utf8(text.encode("gb18030"), None, "x.csv")[0].decode("utf-8") == text


@pytest.mark.parametrize(
    ("data", "declared", "reason"),
    [
        (TRADITIONAL.encode("big5hkscs"), None, "encoding_ambiguous"),
        (b"a,b\n\xff\xff\n", None, "undecodable"),
        (b"\xef\xbb\xbfa\n\xff\n", None, "undecodable"),
        (SIMPLIFIED.encode("gb18030"), "utf-8", "undecodable"),
        (SIMPLIFIED.encode("utf-8")[:-2], "utf-8", "undecodable"),
        ("名称\n锟斤拷\n".encode(), None, "damaged_text"),
        ("名称\n\ufffd\n".encode(), None, "damaged_text"),
        ("名称\n\ufffd\n".encode("gb18030"), None, "damaged_text"),
        (SIMPLIFIED.replace("S", "0").encode().decode("gb18030", "replace").encode("utf-8"), None, "damaged_text"),
        ("名称\n测试贸易有限公司\n".encode().decode("latin-1").encode("utf-8"), None, "damaged_text"),
        ("name\nSociété Générale à Orléans été\n".encode().decode("cp1252").encode("utf-8"), None, "damaged_text"),
        (("编号,名称\n" * 4).encode(), "gb18030", "damaged_text"),
        (b"%PDF-1.7", None, "unreadable_file"),
        (b"a,b\n" + b"\x01\x02" * 9, None, "unreadable_file"),
    ],
)
def test_text_that_cannot_be_trusted_is_rejected(data: bytes, declared: str | None, reason: str) -> None:
    with pytest.raises(DeliveryRejected) as caught:
        to_utf8(data, declared, "x.csv")

    assert caught.value.reason == reason
    assert "x.csv" in caught.value.en and "x.csv" in caught.value.zh


@pytest.mark.parametrize("declared", ["no-such", "hex", "rot13"])
def test_a_declared_encoding_that_does_not_exist_is_wrong_configuration(declared: str) -> None:
    with pytest.raises(UsageError) as caught:
        to_utf8(b"a", declared, "x.csv")

    assert caught.value.reason == "unknown_encoding"


@pytest.mark.parametrize("text", ["联通\n", "name\nSociété Générale à Orléans\n", "名称\n联通\n联通\n"])
def test_short_and_foreign_text_is_not_suspected(text: str) -> None:
    assert to_utf8(text.encode("utf-8"), None, "x.csv")[0].decode("utf-8") == text


def test_a_few_zeros_in_a_cell_do_not_make_it_utf_16() -> None:
    assert to_utf8(b"ab,\x00cd\n12,3\n", None, "x.csv") == (b"ab,\x00cd\n12,3\n", "utf-8")
