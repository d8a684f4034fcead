"""Rebuilds mandarin_readings.tsv and cantonese_readings.tsv: how each character is read, without tones.

Run by hand, never at run time: `python derive_readings.py .. UCD` in an environment with pypinyin, ToJyutping and opencc,
UCD being the folder of the Unicode Character Database that holds Unihan_Readings.txt.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

import ToJyutping
from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

# Characters of names that are read in a second way, which dictionaries of single characters do not give first.
MANDARIN_OTHER = dict(
    pair.split(":")
    for pair in [
        "乐:yue",
        "行:hang",
        "重:chong",
        "朝:chao",
        "长:chang",
        "盛:cheng",
        "晟:cheng",
        "茜:xi",
        "娜:nuo",
        "莘:xin",
        "单:shan",
        "曾:zeng",
        "仇:qiu",
        "区:ou",
        "查:zha",
        "解:xie",
        "朴:piao",
        "翟:zhai",
        "缪:miao",
        "盖:ge",
        "覃:qin",
        "尉:yu",
        "隗:wei",
        "谌:chen",
        "柏:bo",
        "薄:bao",
        "折:she",
        "石:dan",
        "传:zhuan",
        "调:diao",
        "藏:zang",
        "奇:ji",
        "颉:jie",
        "骑:ji",
        "仔:zi",
        "冼:xian",
        "洗:xian",
        "召:shao",
        "种:chong",
        "车:ju",
        "瞿:ju",
        "燕:yan",
        "宓:fu",
        "殷:yan",
        "繁:po",
        "贾:gu",
        "都:du",
        "夏:xia",
        "那:na",
        "阿:e",
        "育:yo",
        "琛:shen",
        "祎:yi",
        "玥:yue",
        "彧:yu",
        "旸:yang",
        "钰:yu",
        "禹:yu",
        "婼:ruo",
        "菲:fei",
        "昕:xin",
        "澄:deng",
        "粟:su",
        "敦:dui",
        "臧:zang",
        "樊:fan",
        "栎:yue",
        "珩:hang",
        "熠:yi",
        "炅:jiong",
        "昊:hao",
        "绮:qi",
        "梓:zi",
        "奕:yi",
        "峤:jiao",
        "宿:su",
        "瑾:jin",
        "蕾:lei",
        "沈:chen",
        "纪:ji",
        "葛:ge",
        "干:qian",
    ]
)
# Characters of given names that Hong Kong reads otherwise than the dictionaries say first: 乾 stands as 干 in Simplified.
CANTONESE_OTHER = dict(
    pair.split(":")
    for pair in [
        "干:kin",
        "乾:kin",
        "昶:coeng",
        "行:hong",
        "乐:ngok",
        "衍:hin",
        "茜:sai",
        "筠:gwan",
        "率:leot",
        "易:jik",
        "郁:juk",
        "里:lei",
        "甫:pou",
        "杉:saam",
        "曙:syu",
        "婵:sin",
        "弥:mei",
        "弦:jyun",
    ]
)
# Surnames that Cantonese reads otherwise than the character, with every reading in use.
CANTONESE_SURNAME = dict(
    pair.split(":")
    for pair in [
        "曾:zang",
        "区:au",
        "单:sin",
        "仇:kau,sau",
        "查:caa,zaa",
        "解:haai,gaai",
        "任:jam",
        "覃:cam,taam",
        "冼:sin",
        "洗:sin",
        "翟:zaak,dik",
        "乐:ngok,lok",
        "朴:piu,pok",
        "缪:miu,mau",
        "盖:goi,koi",
        "纪:gei",
        "燕:jin",
        "应:jing",
        "宁:ning",
        "柏:paak",
        "薄:bok",
        "石:sek",
        "郑:zeng,zing",
        "沈:sam",
        "盛:sing,zing",
        "尹:wan",
        "谌:sam,cam",
        "岑:sam",
        "佘:se",
        "谢:ze",
        "詹:zim",
        "万:maan",
        "华:waa",
        "尉:wai",
        "宓:mat",
        "占:zim",
        "种:cung",
        "重:cung",
        "长:coeng",
        "过:gwo",
        "车:ce",
        "都:dou",
        "丁:ding",
        "于:jyu",
        "余:jyu",
        "俞:jyu",
        "禤:hyun",
        "麦:mak",
        "黎:lai",
        "赖:laai",
        "莫:mok",
        "霍:fok",
        "卓:coek",
        "古:gu",
        "阮:jyun,nyun",
        "颜:ngaan",
        "吴:ng",
        "伍:ng",
        "敖:ngou",
        "倪:ngai",
        "魏:ngai",
        "危:ngai",
        "牛:ngau",
        "严:jim",
        "阎:jim",
        "闫:jim",
        "殷:jan",
        "欧:au",
        "柯:o",
        "翁:jung",
        "安:on",
        "幸:hang",
    ]
)


# Characters that Simplified text keeps in some words only (乾坤) and exchanges elsewhere.
KEPT_IN_WORDS = "乾於"


def forms(blocks: list[int]) -> dict[str, str]:
    """Every character that Simplified text may hold, with the form as which it is read in these two languages.

    Hundreds of Traditional characters (煇, 鋐) have a Simplified form that lies outside the blocks and that no dictionary reads.
    """
    simplify = OpenCC("t2s").convert
    written = [chr(code) for code in blocks]
    found = {c: c for c in written if simplify(c) == c or c in KEPT_IN_WORDS}
    for character in written:
        simplified = simplify(character)
        if len(simplified) == 1 and ord(simplified) not in blocks:
            found.setdefault(simplified, character)
    return found


def mandarin(characters: dict[str, str]) -> dict[str, list[str]]:
    """Readings of each character, the commonest first."""
    found = {}
    for character, form in characters.items():
        read = lazy_pinyin(form, style=Style.NORMAL, v_to_u=False, errors="ignore")
        syllable = read[0].replace("ü", "v").replace("ê", "e") if read else ""
        if re.fullmatch("[a-z]+", syllable):
            other = MANDARIN_OTHER.get(character)
            found[character] = [syllable, *([other] if other and other != syllable else [])]
    return found


def cantonese(characters: dict[str, str], ucd: Path) -> dict[str, list[str]]:
    """At most two readings of each character; a Simplified one is read as the Traditional one it mostly stands for.

    They differ where the two sources do.
    """
    unihan = {}
    for line in (ucd / "Unihan_Readings.txt").read_text(encoding="utf-8").splitlines():
        if "\tkCantonese\t" in line:
            code, _, value = line.split("\t")
            unihan[chr(int(code[2:], 16))] = value.split()[0].rstrip("123456")
    traditional = OpenCC("s2t").convert

    found = {}
    for character, form in characters.items():
        form = traditional(character) if form == character else form
        listed = [c.rstrip("123456") for c in (ToJyutping.get_jyutping_candidates(form)[0][1] or [])]
        readings = [*listed[:1], *([unihan[form]] if form in unihan else [])]
        readings = [r for r in dict.fromkeys(readings) if re.fullmatch("[a-z]+", r)]
        if character in CANTONESE_OTHER:
            readings = [*readings[:1], CANTONESE_OTHER[character]]
        if readings:
            found[character] = readings
    return found


def write(path: Path, header: str, readings: dict[str, list[str]], surnames: dict[str, list[str]]) -> None:
    """One line per syllable: characters read so first, characters read so as well, surnames read so."""
    rows: dict[str, list[list[str]]] = defaultdict(lambda: [[], [], []])
    for character, (first, *others) in readings.items():
        rows[first][0].append(character)
        for other in others:
            rows[other][1].append(character)
    for character, said in surnames.items():
        for syllable in said:
            rows[syllable][2].append(character)
    comment = "".join(f"# {line}\n" for line in header.strip().splitlines())
    body = "".join(
        "\t".join([syllable, *("".join(cell) for cell in cells[: 3 if surnames else 2])]) + "\n"
        for syllable, cells in sorted(rows.items())
    )
    path.write_text(comment + body, encoding="utf-8")


def main(folder: Path, ucd: Path) -> None:
    """Write both tables."""
    characters = forms([*range(0x4E00, 0xA000), *range(0x3400, 0x4DC0)])
    write(
        folder / "mandarin_readings.tsv",
        """
How characters are read in Mandarin: toneless Hanyu Pinyin, ü as v. Only characters that Simplified text keeps.
syllable; characters: read so first; others: read so as well in names. Readings of surnames stand in surnames.tsv.
Sources: pypinyin 0.55 (MIT); second readings by hand. Rebuilt by derive/derive_readings.py. columns: syllable characters others
""",
        mandarin(characters),
        {},
    )
    write(
        folder / "cantonese_readings.tsv",
        """
How characters are read in Cantonese: toneless Jyutping. Only characters that Simplified text keeps; each is read as the
Traditional character that it mostly stands for. The second reading is Unihan's where the sources differ, or by hand.
syllable; characters: read so first; others: read so as well; surnames: surnames read so that are read otherwise elsewhere.
Sources: Unihan kCantonese of Unicode 15 (Unicode licence); ToJyutping 3.2 (BSD-2-Clause); surnames by hand.
Rebuilt by derive/derive_readings.py. columns: syllable characters others surnames
""",
        cantonese(characters, ucd),
        {k: v.split(",") for k, v in CANTONESE_SURNAME.items()},
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
