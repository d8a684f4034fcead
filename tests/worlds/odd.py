"""Ways of writing that turn up in ledgers and vendor masters and in no textbook; part of the hard profile."""

from __future__ import annotations

import random
from dataclasses import replace

from pypinyin import Style, lazy_pinyin

from tests.worlds import facts as f
from tests.worlds import han_names as h
from tests.worlds import latin_names as lat
from tests.worlds import spellings
from tests.worlds import strangers as s
from tests.worlds.cases import Case, Prepare, namesake, rarity
from tests.worlds.people import Person, Record
from tests.worlds.world import World
from tests.worlds.writers import CannotWriteError

_UYGHUR_FIRST = "阿依古丽 买买提 艾尼瓦尔 古丽娜尔 吐尔逊 阿不都热合曼 努尔兰 帕提古丽 玉素甫 依力亚斯 热娜古丽 木合塔尔 库尔班 阿迪力"
_UYGHUR_FATHER = "买买提 吐尔逊 阿不力孜 艾合买提 卡德尔 司马义 依明 库尔班 热合曼 哈斯木 玉素甫 尼亚孜 沙吾提 托合提"
_FOREIGN_FIRST = (
    "Johannes François José Søren Katarzyna Alexandre Jürgen Håkan Catherine Mohammed René Zoë Björn Agnès Łukasz Inês"
)
_FOREIGN_LAST = "Müller Lefèvre García Jørgensen Wójcik Beauchêne Weiß Öberg O'Donoghue Al-Rashidi Núñez Çelik Sørensen Häkkinen Brânză Šimić"
_MACAU_SURNAMES = spellings.table("""李Lei 张Cheong 杨Ieong 黄Wong 陈Chan 何Ho 梁Leong 林Lam 刘Lao 郭Kuok 周Chao 谢Che 罗Lo 郑Cheang 吴Ng 余U 邓Tang
冯Fong 许Hoi 苏Sou 叶Ip 钟Chong 徐Choi 潘Pun 萧Sio 关Kuan 朱Chu""")
_MACAU_GIVEN = spellings.table("""明Meng 文Man 伟Wai 志Chi 华Wa 国Kuok 强Keong 家Ka 美Mei 玲Leng 英Ieng 丽Lai 珍Chan 生Sang 荣Weng 健Kin 德Tak 安On
雄Hong 杰Kit 俊Chon 豪Hou 辉Fai 光Kuong 昌Cheong 成Seng 永Weng 海Hoi 金Kam 玉Iok 凤Fong 少Sio 慧Wai 敏Man 婷Teng 怡I 欣Ian""")


# -- who ------------------------------------------------------------------------------------------------------------


def uyghur(world: World, person: Person) -> Person:
    """Given name and father's name, joined by a dot."""
    while (first := world.rng.choice(_UYGHUR_FIRST.split())) == (father := world.rng.choice(_UYGHUR_FATHER.split())):
        continue
    return replace(person, surname=first, given=f"·{father}")


def foreigner(world: World, person: Person) -> Person:
    """A name with diacritics."""
    first, last = world.rng.choice(_FOREIGN_FIRST.split()), world.rng.choice(_FOREIGN_LAST.split())
    return replace(person, surname=last, given=f" {first}", number=person.document)


def macau(world: World, person: Person) -> Person:
    """Somebody whose characters have a spelling in Macau."""
    for _ in range(200):
        surname, given = world.people.name("hk")
        if surname in _MACAU_SURNAMES and all(c in _MACAU_GIVEN for c in given):
            return replace(person, surname=surname, given=given)
    raise CannotWriteError


def surnamed(surnames: str) -> Prepare:
    """A surname of this list."""
    return lambda world, person: replace(person, surname=world.rng.choice(surnames.split()))


# -- how ------------------------------------------------------------------------------------------------------------


def numbered(rng: random.Random, record: Record) -> None:
    """张伟2, 张伟B, 张伟（大）: the personnel system has two of them."""
    record.name += rng.choice(("2", "1", "B", "（大）", "(小)", "02"))


def with_phone(rng: random.Random, record: Record) -> None:
    """张伟 13812345678 in the name's cell; the phone's cell is empty."""
    record.name = rng.choice(
        (
            f"{record.name} {record.phone}",
            f"{record.name}{record.phone}",
            f"{record.name}（{record.phone}）",
            f"{record.name}/{record.phone}",
        )
    )
    record.phone = ""


def with_department(rng: random.Random, record: Record) -> None:
    """采购部张伟, 张伟-财务."""
    record.name = rng.choice(
        (
            f"采购部{record.name}",
            f"{record.name}-财务",
            f"{record.name}(业务)",
            f"联系人：{record.name}",
            f"{record.name} 收",
        )
    )


def two_people(rng: random.Random, record: Record) -> None:
    """张伟、李明 in one cell."""
    other = rng.choice(("李明", "王芳", "刘洋", "陈静"))
    record.name = rng.choice(
        (f"{record.name}、{other}", f"{other}/{record.name}", f"{record.name}，{other}", f"{other} {record.name}")
    )


def delegate(rng: random.Random, record: Record) -> None:
    """深圳某某投资有限公司（委派代表：张伟）."""
    record.name = f"深圳{rng.choice(('润泽', '同舟', '启明'))}投资管理有限公司（委派代表：{record.name}）"


def vendor_prefix(rng: random.Random, record: Record) -> None:
    """个人-张伟, 张伟（个人）, 零星供应商-张伟."""
    record.name = rng.choice(
        (
            f"个人-{record.name}",
            f"{record.name}（个人）",
            f"零星供应商-{record.name}",
            f"{record.name}(代开发票)",
            f"临时户_{record.name}",
        )
    )


def english_beside(rng: random.Random, record: Record) -> None:
    """张伟 David, David 张, 张伟(David Zhang)."""
    person = record.person
    first, last = (
        spellings.english_name(rng, person.female),
        spellings.surname_pinyin(person.surname).title(),
    )
    record.name = rng.choice((f"{record.name} {first}", f"{record.name}（{first}）", f"{record.name}({first} {last})"))


def states_english(rng: random.Random, record: Record) -> None:
    """The file states the English name."""
    surname, given = spellings.cantonese(record.person.surname, record.person.given)
    record.other_names = rng.choice(
        (f"{record.person.english} {surname}", f"{surname.upper()} {' '.join(given)} {record.person.english}")
    )


def tone_marks(_: random.Random, record: Record) -> None:
    """Zhāng Wěi."""
    person = record.person
    given = "".join(lazy_pinyin(person.given, style=Style.TONE))
    record.name = f"{''.join(lazy_pinyin(person.surname, style=Style.TONE)).capitalize()} {given.capitalize()}"


def umlaut(rng: random.Random, record: Record) -> None:
    """Lü, Lv, Lu, Lyu."""
    given = "".join(spellings.given_pinyin(record.person.given)).capitalize()
    record.name = f"{rng.choice(('Lü', 'LV', 'Lu', 'LYU', 'Lv'))} {given}"


def cantonese_surname_pinyin(rng: random.Random, record: Record) -> None:
    """CHAN Weiming: surname of Hong Kong, given name in pinyin."""
    surname, _ = spellings.cantonese(record.person.surname, record.person.given)
    given = "".join(spellings.given_pinyin(record.person.given)).capitalize()
    record.name = rng.choice((f"{surname.upper()} {given}", f"{given} {surname}"))


def macau_spelling(_: random.Random, record: Record) -> None:
    """IEONG WENG MENG."""
    person = record.person
    record.name = f"{_MACAU_SURNAMES[person.surname]} {' '.join(_MACAU_GIVEN[c] for c in person.given)}".upper()


def dots(rng: random.Random, record: Record) -> None:
    """Another dot, none, a blank."""
    record.name = record.name.replace("·", rng.choice((".", "•", "・", "", " ", "．", "-")))


def foreign_order(rng: random.Random, record: Record) -> None:
    """MUELLER, Johannes; J. Müller is another matter."""
    first, last = record.person.given.strip(), record.person.surname
    plain = str.maketrans(
        {
            "ü": "ue",
            "ö": "oe",
            "Ö": "Oe",
            "ø": "o",
            "ß": "ss",
            "ç": "c",
            "é": "e",
            "è": "e",
            "á": "a",
            "í": "i",
            "ó": "o",
            "ê": "e",
            "å": "a",
            "ë": "e",
            "Ł": "L",
            "ú": "u",
            "ñ": "n",
            "ä": "a",
            "â": "a",
            "ă": "a",
            "Š": "S",
            "ć": "c",
            "Ç": "C",
            "'": "",
        }
    )
    record.name = rng.choice(
        (
            f"{last.upper()}, {first}",
            f"{first} {last}",
            f"{last} {first}",
            f"{first} {last}".translate(plain),
            f"{last}, {first}".translate(plain).upper(),
        )
    )


def permit_issue(_: random.Random, record: Record) -> None:
    """The travel permit with the two digits of its issue."""
    record.number = f"{record.person.document}01"
    record.id_type = "回乡证"


def renewed_passport(rng: random.Random, record: Record) -> None:
    """A later passport of the same person."""
    record.number = f"EJ{rng.randrange(10**7):07d}"
    record.id_type = "护照"


def number_labelled(rng: random.Random, record: Record) -> None:
    """HKID: A123456(7)."""
    record.number = rng.choice((f"HKID {record.number}", f"香港居民身份证{record.number}", f"HK{record.number}"))
    record.id_type = ""


def filler_birth(_: random.Random, record: Record) -> None:
    """The system's default day."""
    record.birth = "1900-01-01"


def filler_phone(_: random.Random, record: Record) -> None:
    """What people type where a phone is required."""
    record.phone = "13800138000"


def filler_mail(_: random.Random, record: Record) -> None:
    """Likewise."""
    record.email = "123456@qq.com"


_COMMON = rarity(0, 15.5)

LINKS: tuple[Case, ...] = (
    Case("numbered_in_file_mask", "hard", "B", "hold post", "number", "number", watched=(numbered,), mention=(f.mask("6_4"),)),
    Case("phone_in_name_cell", "hard", "C", "contact", "phone", "phone", mention=(with_phone,)),
    Case("department_in_name_phone", "hard", "B", "contact", "phone", "phone", mention=(with_department,)),
    Case("two_people_in_cell_phone", "hard", "C", "contact", "phone", "phone", mention=(two_people,)),
    Case("delegate_mask", "hard", "C", "post", "number", "number", mention=(delegate, f.mask("6_4"))),
    Case("self_prefixed_account", "hard", "B", "self", "card", "card", mention=(vendor_prefix,)),
    Case("self_prefixed_rare", "hard", "C", "self", "number", "", mention=(vendor_prefix,), prepare=(rarity(26),)),
    Case("self_latin_number", "hard", "A", "self", "number", "number", mention=(lat.cantonese,), kind="hk"),
    Case("self_latin_phone", "hard", "B", "self", "phone", "phone", mention=(lat.pinyin,)),
    Case("self_odd_surname_number", "hard", "A", "self", "number", "number", prepare=(surnamed("酆 禤 钭 璩"),)),
    Case("english_beside_birth", "hard", "B", "post", "number birth", "birth", mention=(english_beside,)),
    Case("english_stated_phone", "hard", "B", "legal_rep contact", "phone", "phone", watched=(states_english,), mention=(lat.english_only,), kind="hk"),
    Case("tone_marks_birth", "hard", "B", "post", "number birth", "birth", mention=(tone_marks,)),
    Case("umlaut_birth", "hard", "B", "post", "number birth", "birth", mention=(umlaut,), prepare=(surnamed("吕"),)),
    Case("compound_pinyin_birth", "hard", "B", "post", "number birth", "birth", mention=(lat.pinyin,), prepare=(surnamed("欧阳 上官 司马 诸葛 皇甫"),)),
    Case("odd_reading_pinyin_birth", "hard", "B", "post", "number birth", "birth", mention=(lat.pinyin,), prepare=(surnamed("单 解 仇 查 曾 翟 任 覃 区"),)),
    Case("hk_surname_pinyin_given", "hard", "B", "post", "number birth", "birth", mention=(cantonese_surname_pinyin,), kind="hk"),
    Case("macau_birth", "hard", "C", "post", "number birth", "birth", mention=(macau_spelling,), prepare=(macau,), kind="hk"),
    Case("middle_dot_birth", "hard", "B", "post", "number birth", "birth", mention=(dots,), prepare=(uyghur,)),
    Case("foreign_birth", "hard", "B", "post", "birth", "birth", mention=(foreign_order,), prepare=(foreigner,), relative=True),
    Case("permit_issue_number", "hard", "B", "hold post", "number", "number", watched=(f.second_document,), mention=(permit_issue, h.traditional), kind="hk", relative=True),
    Case("passport_renewed_birth", "hard", "B", "post", "number birth", "number birth", watched=(f.second_document,), mention=(renewed_passport,), relative=True),
    Case("hkid_labelled", "hard", "A", "hold post", "number", "number", mention=(number_labelled, h.traditional), kind="hk"),
    Case("payee_name_rare", "hard", "C", "payee", "number", "", prepare=(rarity(26),)),
)  # fmt: skip

TRAPS: tuple[Case, ...] = (
    Case("filler_birth", "", "", "post", "birth", "birth", watched=(filler_birth,), mention=(filler_birth,), prepare=(_COMMON,), stranger=namesake, only=True),
    Case("filler_phone", "", "", "legal_rep contact", "phone", "phone", watched=(filler_phone,), mention=(filler_phone,), prepare=(_COMMON,), stranger=namesake, only=True),
    Case("filler_mail", "", "", "legal_rep contact", "email", "email", watched=(filler_mail,), mention=(filler_mail,), prepare=(_COMMON,), stranger=namesake, only=True),
    Case("renewed_passport_other_birth", "", "", "post", "number birth", "number birth", watched=(f.second_document,), mention=(renewed_passport,), relative=True, stranger=namesake),
    Case("two_people_in_cell_nothing", "", "", "contact", "number birth", "", mention=(two_people,), prepare=(_COMMON,), stranger=namesake),
    Case("numbered_namesake", "", "", "contact legal_rep", "number birth", "", watched=(numbered,), prepare=(_COMMON,), stranger=namesake),
    Case("english_stated_nothing", "", "", "legal_rep contact", "number", "", watched=(states_english,), mention=(lat.english_only,), kind="hk", stranger=namesake),
    Case("self_latin_namesake", "", "", "self", "number birth", "", mention=(lat.cantonese,), kind="hk", stranger=namesake),
    Case("sibling_same_phone_contact", "", "", "contact", "number birth", "", stranger=s.sibling),
)  # fmt: skip
