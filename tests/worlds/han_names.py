"""Names in characters as people write them: scripts, variants, masks, slips, titles."""

from __future__ import annotations

import random
from functools import cache

from opencc import OpenCC

from screening.refdata.names import name_tables
from tests.worlds import spellings
from tests.worlds.people import Record
from tests.worlds.writers import CannotWriteError

LOOKALIKES = {
    "末": "未", "未": "末", "戊": "戌", "己": "已", "土": "士", "士": "土", "日": "曰", "人": "入", "天": "夭", "申": "甲", "田": "由",
    "晴": "睛", "清": "请", "请": "清", "大": "太", "太": "大", "玉": "王", "王": "玉", "今": "令", "午": "牛", "良": "艮",
    "辰": "展", "宇": "字", "免": "兔", "代": "伐", "折": "析", "析": "折", "欣": "砍", "芬": "芳", "杨": "扬", "扬": "杨", "帅": "师",
    "师": "帅", "侯": "候", "刚": "钢", "明": "朋", "丹": "舟", "平": "乎", "晓": "晚", "洁": "浩", "浩": "洁", "海": "梅",
    "梅": "海", "俊": "峻", "峻": "俊", "坤": "坪", "春": "舂", "秀": "季", "季": "秀", "佳": "住", "伟": "炜", "锋": "铎", "斌": "赋",
    "红": "江", "勇": "男", "军": "车", "建": "健", "健": "建", "华": "毕", "林": "村", "荣": "崇", "娟": "捐", "燕": "蒸", "雪": "霄",
}  # fmt: skip
"""Characters taken for one another by the eye or by recognition of scans."""
VARIANTS = {
    "堃": "坤",
    "喆": "哲",
    "峯": "峰",
    "昇": "升",
    "栢": "柏",
    "陞": "升",
    "煕": "熙",
    "甦": "苏",
    "祐": "佑",
    "湧": "涌",
    "菓": "果",
}
RARE = "喆堃淼焱垚犇骉赟昉烨翀珺琰曌頔玥彧祎翯婍祺嫚璟琎皛晞湉昇劼懋"
"""Characters that old systems cannot store."""
TITLES_BEFORE = ("董事长", "总经理", "法人", "经理")
TITLES_AFTER = (
    "先生",
    "女士",
    "总",
    "经理",
    "（兼）",
    "（已离任）",
    "(法人)",
    "（代）",
    "/法定代表人",
    "（身份证）",
    "等2人",
    "※",
    "（董事长）",
)


@cache
def converter(kind: str) -> OpenCC:
    """OpenCC of this kind, made once."""
    return OpenCC(kind)


def traditional(_: random.Random, record: Record) -> None:
    """Traditional characters."""
    written = converter("s2hk").convert(record.name)
    if written == record.name:
        raise CannotWriteError
    record.name = written


def may_be_traditional(_: random.Random, record: Record) -> None:
    """Traditional characters where they differ."""
    record.name = converter("s2hk").convert(record.name)


def variant(_: random.Random, record: Record) -> None:
    """A variant of one character (the other record has the rare one)."""
    for rare, plain in VARIANTS.items():
        if rare in record.name:
            record.name = record.name.replace(rare, plain)
            return
    raise CannotWriteError


def masked_name(rng: random.Random, record: Record) -> None:
    """张*明, 张**, 张某某 - as courts and platforms publish names."""
    surname, given = record.person.surname, record.person.given
    if len(given) < 2:
        raise CannotWriteError
    record.name = rng.choice(
        (f"{surname}*{given[-1]}", f"{surname}＊{given[-1]}", f"{surname}某{given[-1]}", f"{surname}{given[0]}*")
    )


@cache
def _readings() -> dict[str, list[str]]:
    """Characters of given names by their reading, without the rarest."""
    tables = name_tables()
    out: dict[str, list[str]] = {}
    for c in tables.initial:
        if tables.initial[c] + tables.final[c] > 2e-4:
            out.setdefault(spellings.pinyin(c)[0], []).append(c)
    return out


def sound_alike(rng: random.Random, name: str, surname: str, given: str) -> str:
    """The name with one character of the given name replaced by another of the same reading."""
    places = [i for i, c in enumerate(given) if len(_readings().get(spellings.pinyin(c)[0], [])) > 1]
    if not places or surname not in name:
        raise CannotWriteError
    place = rng.choice(places)
    others = [c for c in _readings()[spellings.pinyin(given[place])[0]] if c != given[place]]
    if not others:
        raise CannotWriteError
    return surname + given[:place] + rng.choice(others) + given[place + 1 :]


def homophone(rng: random.Random, record: Record) -> None:
    """张炜 for 张伟: typed by sound."""
    record.name = sound_alike(rng, record.name, record.person.surname, record.person.given)


def lookalike(rng: random.Random, record: Record) -> None:
    """未 for 末: typed by eye, or read by a scanner."""
    places = [i for i, c in enumerate(record.name) if c in LOOKALIKES and i >= len(record.person.surname)]
    if not places:
        raise CannotWriteError
    place = rng.choice(places)
    record.name = record.name[:place] + LOOKALIKES[record.name[place]] + record.name[place + 1 :]


def character_dropped(_: random.Random, record: Record) -> None:
    """李明 for 李建明."""
    if len(record.person.given) < 2:
        raise CannotWriteError
    record.name = record.person.surname + record.person.given[-1]


def character_swapped(_: random.Random, record: Record) -> None:
    """李明建 for 李建明."""
    given = record.person.given
    if len(given) != 2 or given[0] == given[1]:
        raise CannotWriteError
    record.name = record.person.surname + given[::-1]


def rare_lost(rng: random.Random, record: Record) -> None:
    """The rare character as `?`, □, a blank, its reading, or its parts."""
    for place, c in enumerate(record.name):
        if c in RARE:
            lost = rng.choice(
                ("?", "？", "□", "■", "〇", "*", "".join(spellings.pinyin(c)), "".join(spellings.pinyin(c)).upper())
            )
            record.name = record.name[:place] + lost + record.name[place + 1 :]
            return
    raise CannotWriteError


def spaced(rng: random.Random, record: Record) -> None:
    """Blanks inside or around, also full-width and the ones nobody sees."""
    blank = rng.choice((" ", "　", "  ", "\u00a0", "\u200b"))
    record.name = rng.choice(
        (record.name[0] + blank + record.name[1:], blank + record.name + blank, blank.join(record.name))
    )


def titled(rng: random.Random, record: Record) -> None:
    """A title or a note in the name's cell."""
    record.name = rng.choice((record.name + rng.choice(TITLES_AFTER), rng.choice(TITLES_BEFORE) + record.name))


def surname_only(rng: random.Random, record: Record) -> None:
    """陈先生, 张总: all that the contact list says."""
    record.name = record.person.surname + rng.choice(
        ("先生", "经理", "总", "工", "女士") if not record.person.female else ("女士", "小姐", "经理")
    )


def former(_: random.Random, record: Record) -> None:
    """The name borne before."""
    if not record.person.former:
        raise CannotWriteError
    record.name = record.person.former


def says_former(_: random.Random, record: Record) -> None:
    """The personnel file states the former name."""
    if not record.person.former:
        raise CannotWriteError
    record.other_names = record.person.former


def two_names(_: random.Random, record: Record) -> None:
    """张三（曾用名：张山）in one cell."""
    if not record.person.former:
        raise CannotWriteError
    record.name = f"{record.name}（曾用名：{record.person.former}）"
