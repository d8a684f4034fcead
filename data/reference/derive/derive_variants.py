"""Rebuilds variant_characters.tsv: rare characters that are written for a commoner one in names.

Run by hand, never at run time: `python derive_variants.py .. UCD` in an environment with opencc, UCD being the folder of the
Unicode Character Database that holds Unihan_Variants.txt.
"""

from __future__ import annotations

import sys
from pathlib import Path

from opencc import OpenCC

# Pairs of which both are in use (surnames merged by simplification; characters that the list of standard characters of 2013
# restored for names, or that registries print for one another).
BY_HAND = [
    "阎闫",
    "萧肖",
    "傅付",
    "戴代",
    "於于",
    "丘邱",
    "锺钟",
    "甯宁",
    "呉吴",
    "髙高",
    "谿溪",
    "堃坤",
    "喆哲",
    "峯峰",
    "昇升",
    "陞升",
    "晧皓",
    "暠皓",
    "栢柏",
    "菓果",
    "煕熙",
    "邨村",
    "囯国",
    "眀明",
    "甦苏",
    "瑠琉",
    "珎珍",
    "綉绣",
    "菴庵",
    "钜巨",
    "祐佑",
    "勲勋",
    "凃涂",
    "淸清",
    "靑青",
    "啓启",
    "寳宝",
    "槑梅",
    "湧涌",
    "淼渺",
    "燿耀",
    "暎映",
    "烱炯",
    "逈迥",
    "俢修",
    "脩修",
    "豔艳",
    "姸妍",
    "婭娅",
    "濬浚",
    "覩睹",
    "仝同",
    "氷冰",
    "桒桑",
    "竜龙",
    "徳德",
    "惪德",
    "悳德",
    "澂澄",
    "彊强",
    "慤悫",
    "崐昆",
    "巗岩",
    "巖岩",
    "喦岩",
    "嵒岩",
    "堦阶",
    "査查",
    "黒黑",
    "郷乡",
    "児儿",
    "寛宽",
    "広广",
    "浄净",
    "澤泽",
    "劔剑",
    "剣剑",
    "観观",
    "関关",
    "県县",
    "検检",
    "験验",
    "塩盐",
    "栄荣",
    "営营",
    "円圆",
    "桜樱",
    "駆驱",
    "薬药",
    "黄黃",
    "戸户",
    "戶户",
    "呂吕",
    "侶侣",
    "歩步",
    "毎每",
    "尭尧",
    "暁晓",
    "焼烧",
    "恵惠",
    "穂穗",
    "斉齐",
    "済济",
]
NOT = set("只寡扳摁孀翀弈惇托冈")  # other characters than the table says, or names of their own
RARE = 4e-5  # share among characters of given names from which a character is a name of its own


def main(folder: Path, ucd: Path) -> None:
    """Write the table."""
    simplify = OpenCC("t2s").convert
    share: dict[str, float] = {}
    for line in (folder / "given_characters.tsv").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            character, _, initial, final = line.split("\t")
            share[character] = (float(initial) + float(final)) / 2
    surnames = {
        line.split("\t")[0]
        for line in (folder / "surnames.tsv").read_text(encoding="utf-8").splitlines()
        if line and line[0] != "#"
    }
    found: dict[str, str] = {}
    for line in (ucd / "Unihan_Variants.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("U+") and line.split("\t")[1] in ("kSemanticVariant", "kZVariant"):
            code, _, said = line.split("\t")
            for other in said.split():
                pair = chr(int(code[2:], 16)), chr(int(other.split("<")[0][2:], 16))
                for rare, common in (pair, pair[::-1]):
                    rare, common = simplify(rare), simplify(common)
                    if (
                        rare == common
                        or rare in NOT
                        or rare in surnames
                        or share.get(rare, 0.0) > RARE
                        or share.get(common, 0.0) < 2 * RARE
                    ):
                        continue
                    if rare not in found or share[common] > share[found[rare]]:
                        found[rare] = common
    for rare, common in BY_HAND:
        if simplify(rare) == rare and rare != common:
            found[rare] = simplify(common)
    for rare in sorted(found):  # chains: what stands for a character that itself is replaced
        for _ in range(3):
            found[rare] = found.get(found[rare], found[rare])
    found = {rare: common for rare, common in found.items() if common not in found}
    rows = sorted((common, rare) for rare, common in found.items())
    header = """
# Characters written for one another in names: variants of one character, and surnames merged by simplification.
# variant: replaced by standard when names are compared; both Simplified, as far as they have such a form.
# Sources: kSemanticVariant and kZVariant of Unihan 14 (Unicode licence), where the variant is rare in names and the other is not;
# the list of standard characters of 2013 (characters restored for names) and common knowledge of registries, by hand.
# Rebuilt by derive/derive_variants.py. columns: variant standard
""".lstrip()
    body = "".join(f"{rare}\t{common}\n" for common, rare in rows)
    (folder / "variant_characters.tsv").write_text(header + body, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
