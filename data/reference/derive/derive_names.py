# ruff: noqa: F541, SIM905
"""Rebuilds the name tables of data/reference from packages with a usable licence.

Run by hand, never at run time: `python derive_names.py ..` in an environment with faker, sinonym and pypinyin.
The numbers that were published by the press or by the Ministry of Public Security are written below as facts.
"""

from __future__ import annotations

import csv
import importlib.util
import math
import sys
from collections import defaultdict
from pathlib import Path

from faker.providers.person.zh_CN import Provider
from pypinyin import Style, lazy_pinyin

POPULATION_2007 = 1_300_000_000  # denominator of the full-name counts (police name system, press of 2007 and 2014)
POPULATION_2021 = 1_410_000_000  # denominator of the 2021 name report

FULL_NAMES = {
    "张伟": 290607,
    "王伟": 281568,
    "王芳": 268268,
    "李伟": 260980,
    "王秀英": 246737,
    "李秀英": 244637,
    "李娜": 244223,
    "张秀英": 236266,
    "刘伟": 234352,
    "张敏": 233708,
    "李静": 232686,
    "王杰": 154113,
}
# Compound surnames, thousands of bearers, name report 2020.
COMPOUND = {
    "欧阳": 1112,
    "上官": 88,
    "皇甫": 64,
    "令狐": 55,
    "诸葛": 48,
    "司徒": 47,
    "司马": 23,
    "申屠": 19,
    "夏侯": 11,
    "贺兰": 10,
    "完颜": 6,
    "慕容": 5,
    "尉迟": 4,
    "长孙": 3,
}
COMPOUND_RARE = (
    "公孙 轩辕 东方 东郭 南宫 西门 百里 呼延 端木 独孤 拓跋 宇文 闻人 澹台 濮阳 淳于 单于 太叔 公冶 宗政 公羊 钟离 鲜于 "
    "闾丘 亓官 司空 司寇 万俟 赫连 第五 左丘 梁丘 乐正 漆雕 壤驷 公西 夹谷 谷梁 段干 南门 羊舌 微生 仲孙 叔孙 公良"
).split()
NOT_SURNAMES = set("山口 浩然 俊杰 宇轩 中山 野村 久保 公玉 南荣 仲长".split())  # in the source, not Chinese surnames
READINGS = dict(
    pair.split(":")
    for pair in (
        "单:shan 仇:qiu 曾:zeng 查:zha 解:xie 区:ou 朴:piao 任:ren 华:hua 盖:ge 覃:qin 乐:yue 翟:zhai 缪:miao 种:chong "
        "召:shao 冼:xian 洗:xian 员:yun 贠:yun 黑:he 秘:bi 牟:mu 繁:po 句:gou 折:she 逄:pang 郗:xi 瞿:qu 隗:wei 仉:zhang "
        "佴:nai 祭:zhai 訾:zi 呙:guo 郇:xun 葛:ge 能:nai 角:jue 柏:bai 乜:nie 宿:su 撒:sa 谌:chen 重:chong 晟:cheng 那:na "
        "石:shi 沈:shen 车:che 纪:ji 燕:yan 应:ying 宁:ning 曲:qu 薄:bo 卜:bu 万:wan 尉:wei 宓:mi 藏:zang 盛:sheng 长:zhang "
        "尹:yin 吕:lv 过:guo 行:xing 都:du 哈:ha 令:ling 适:kuo 炅:gui 眭:sui 妫:gui 蕃:pi 郄:qie 厍:she 阚:kan 谯:qiao "
        "尉迟:yuchi 单于:chanyu 万俟:moqi 长孙:zhangsun 澹台:tantai 鲜于:xianyu 令狐:linghu 亓官:qiguan 诸葛:zhuge "
        "宗政:zongzheng 乐正:yuezheng 欧阳:ouyang 司马:sima 上官:shangguan 濮阳:puyang"
    ).split()
)
# Names reports: the ten single-character names borne most (2021) and the ten characters used most in names (2019).
TOP_SINGLE = "伟敏静杰丽勇涛艳军强"
TOP_CHARACTERS = "英华文玉秀明丽兰红金"
P_WEI = 3_236_000 / POPULATION_2021
P_XIUYING = 2_169_000 / POPULATION_2021
SHARE_SINGLE = 0.15  # people whose given name is one character


def sinonym_table(name: str, key: str) -> dict[str, float]:
    """One of sinonym's frequency tables, in parts per million."""
    spec = importlib.util.find_spec("sinonym")
    assert spec is not None and spec.origin is not None
    with (Path(spec.origin).parent / "data" / name).open(encoding="utf-8-sig") as handle:
        return {row[key]: float(row["ppm"]) for row in csv.DictReader(handle)}


def surnames() -> dict[str, float]:
    """Share of the population per surname; faker first, then sinonym scaled to it, then the reports."""
    faker = {name: weight / 100 for name, weight in Provider.last_names.items()}
    orcid = {k: v for k, v in sinonym_table("familyname_orcid.csv", "surname").items() if k not in NOT_SURNAMES}
    common = faker.keys() & orcid.keys()
    scale = sum(faker[k] for k in common) / sum(orcid[k] for k in common)
    shares = {
        k: 0.3 * v * scale for k, v in orcid.items() if len(k) == 1
    }  # outside the top 400: mostly rare, some noise
    for known in ("肖", "付", "闫", "代"):
        shares[known] = orcid[known] * scale  # common surnames that faker lists under an older spelling only
    shares |= faker
    shares |= dict.fromkeys(COMPOUND_RARE, 1_000 / POPULATION_2021)
    shares |= {k: v * 1000 / POPULATION_2021 for k, v in COMPOUND.items()}
    total = sum(shares.values()) / 0.985  # 6,150 surnames are in use: what the table lacks keeps 1.5 %
    return {k: v / total for k, v in shares.items()}


def characters(shares: dict[str, float]) -> dict[str, float]:
    """Share of each character among the characters of given names, with surnames written as given names removed."""
    raw = sinonym_table("givenname_orcid.csv", "character")
    family = sinonym_table("familyname_orcid.csv", "surname")
    leak = min(raw[k] / family[k] for k in "王李张刘陈吴")  # part of the source that repeats the surname
    clean = {k: max(v - leak * family.get(k, 0.0), 0.02 * v, 1.0) for k, v in raw.items()}
    total = sum(clean.values())
    share = {k: v / total for k, v in clean.items()}
    for rank, character in enumerate(TOP_CHARACTERS):
        share[character] = max(share.get(character, 0.0), 0.016 - 0.0006 * rank)
    total = sum(share.values())
    return {k: v / total for k, v in share.items()}


def positions() -> dict[str, float]:
    """For each syllable, the log odds of standing first in a given name of two characters."""
    spec = importlib.util.find_spec("sinonym")
    assert spec is not None and spec.origin is not None
    with (Path(spec.origin).parent / "data" / "given_position.csv").open(encoding="utf-8-sig") as handle:
        return {
            row["syllable"]: (float(row["initial_count"]) + 50)
            / (float(row["initial_count"]) + float(row["final_count"]) + 100)
            for row in csv.DictReader(handle)
        }


def write(folder: Path, name: str, header: str, rows: list[tuple[object, ...]]) -> None:
    """One table: comment lines, a line of column names, rows."""
    comment = "".join(f"# {line}\n" for line in header.strip().splitlines())
    body = "".join("\t".join(f"{c:.4g}" if isinstance(c, float) else str(c) for c in row) + "\n" for row in rows)
    (folder / name).write_text(comment + body, encoding="utf-8")


def main(folder: Path) -> None:
    """Write the tables."""
    family = surnames()
    share = characters(family)
    first = positions()
    reading = {c: lazy_pinyin(c, style=Style.NORMAL)[0] for c in share}
    initial = {c: p * first.get(reading[c], 0.5) for c, p in share.items()}
    final = {c: p * (1 - first.get(reading[c], 0.5)) for c, p in share.items()}
    initial = {c: p / sum(initial.values()) for c, p in initial.items()}
    final = {c: p / sum(final.values()) for c, p in final.items()}

    listed = {n for n in Provider.first_names if len(n) == 1}
    reference = share["伟"]
    single = {c: min(0.85 * P_WEI, P_WEI * (share.get(c, 1e-5) / reference) ** 0.6 * 0.9) for c in listed}
    for rank, character in enumerate(TOP_SINGLE):
        single[character] = P_WEI * (1 - 0.035 * rank)
    for character, counts in {"娜": [("李", 244223)], "芳": [("王", 268268)]}.items():
        surname, count = counts[0]
        single[character] = 0.6 * count / POPULATION_2007 / family[surname]  # concentrated in the North, hence 0.6
    rest = SHARE_SINGLE - sum(single.values())
    others = sum(v for c, v in share.items() if c not in single)
    single |= {c: rest * v / others for c, v in share.items() if c not in single}

    pairs: dict[str, float] = {}
    female = [n for n in Provider.first_names_female if len(n) == 2]
    male = [n for n in Provider.first_names_male if len(n) == 2]
    for ranking in (female, male):
        start = 1 if ranking is female else 3
        for rank, name in enumerate(ranking, start=start):
            pairs[name] = max(pairs.get(name, 0.0), P_XIUYING * rank**-0.4)

    write(
        folder,
        "surnames.tsv",
        f"""
Surnames in use in mainland China and the share of the population that bears each.
surname: Simplified. share: part of the population (sum 0.985; all other surnames together keep the rest).
reading: pinyin without tone where the surname is read otherwise than the character, or is compound; else empty.
Sources: faker zh_CN surname weights (MIT) for the 399 most common; sinonym familyname_orcid.csv (Apache-2.0), scaled, for
others; compound surnames from the national name report 2020 (Ministry of Public Security, as reported in the press).
Rebuilt by derive/derive_names.py. columns: surname share reading
""",
        [(k, v, READINGS.get(k, "")) for k, v in sorted(family.items(), key=lambda t: (-t[1], t[0]))]
        + [(k, 1e-7, v) for k, v in READINGS.items() if k not in family],
    )
    write(
        folder,
        "given_characters.tsv",
        """
Characters of given names. single: probability that a person's given name is exactly this character;
initial / final: share of the character among first / second characters of given names of two characters (each sums to 1).
Sources: sinonym givenname_orcid.csv and given_position.csv (Apache-2.0; the latter from Chinese-Names-Corpus 120W,
Apache-2.0), with the surnames that leak into it removed; levels of the commonest from the national name reports of 2019 and
2021; list of popular single-character names from faker zh_CN (MIT). Rebuilt by derive/derive_names.py.
columns: character single initial final
""",
        [
            (c, single[c], initial.get(c, 1e-7), final.get(c, 1e-7))
            for c in sorted(single, key=lambda c: (-share.get(c, 0.0), c))
        ],
    )
    write(
        folder,
        "given_names.tsv",
        """
Given names of two characters that are far more common than their characters suggest.
probability: part of the population (any surname). Sources: level of the first from the national name report of 2021 (2.169 million
people are called 秀英); the others by rank in faker zh_CN (MIT), p = p1 * rank ** -0.4. Rebuilt by derive/derive_names.py.
columns: given probability
""",
        [(k, v) for k, v in sorted(pairs.items(), key=lambda t: (-t[1], t[0]))],
    )
    write(
        folder,
        "full_names.tsv",
        f"""
Full names whose number of bearers was published.
bearers: as counted; population: the denominator to use. Source: police name system as quoted by the press in 2007 and 2014 (yybnet.net 2014-09, wxerxiang.com 2014-09-28, RTHK
2014-09-12). Facts, no licence needed. Rebuilt by derive/derive_names.py.
columns: name bearers population
""",
        [(k, v, POPULATION_2007) for k, v in FULL_NAMES.items()],
    )

    latin: dict[str, float] = defaultdict(float)
    for name, value in family.items():
        latin[READINGS.get(name) or "".join(lazy_pinyin(name, style=Style.NORMAL))] += value
    by_pinyin = dict(latin)
    spec = importlib.util.find_spec("sinonym")
    assert spec is not None and spec.origin is not None
    with (Path(spec.origin).parent / "data" / "surname_romanizations.csv").open(encoding="utf-8-sig") as handle:
        for row in csv.DictReader(handle):
            spelled = by_pinyin.get(row["mandarin_target"], 0.0) * float(row["target_share"])
            if row["spelling"] not in by_pinyin:
                latin[row["spelling"]] = max(latin.get(row["spelling"], 0.0), spelled)
    write(
        folder,
        "latin_surnames.tsv",
        """
Romanised Chinese surnames and the share of the people of Chinese descent that bears each, as a rough level:
the share of all surnames so read in Mandarin, times the part that keeps this spelling.
Sources: surnames.tsv; pypinyin (MIT); sinonym surname_romanizations.csv (Apache-2.0). Rebuilt by derive/derive_names.py.
columns: spelling share
""",
        [(k, v) for k, v in sorted(latin.items(), key=lambda t: (-t[1], t[0])) if v >= 1e-7],
    )
    print(len(family), len(single), math.fsum(single.values()), sorted(single.items(), key=lambda t: -t[1])[:25])
    for n in ("建国", "志强", "建平", "秀英", "海燕", "志刚"):
        print(n, initial.get(n[0], 0) * final.get(n[1], 0) * 0.83, pairs.get(n))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[1]))
