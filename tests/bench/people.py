"""The one task on which ours is measured beside its peers: watched people against the people of a business registry.

    22,000 watched persons x 3,000,000 registry persons with name, birth date, phone; 2,000 of the registry persons are
    watched ones, written in one of nine ways; all others are strangers who share names as in life

It is written as an ordinary delivery (officers, suppliers, appointments), because ours is measured through its own stages, and
`truth.parquet` beside it says who is who. Every figure follows from the seed.

What makes it hard is what makes the nightly job hard: two in three watched persons have namesakes in the registry, one phone
in fifty belongs to an agency that files for hundreds, registries leave out birth dates and phones, write Traditional characters
or Hanyu Pinyin, and mistype.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
from numpy.typing import NDArray

from screening.refdata.names import split_name
from screening.refdata.resources import table_rows
from screening.refdata.text import pinyin_key
from screening.refdata.variants import variant_table
from tests.bench.names import NameSource, Texts

CLASSES = (
    "exact",  # name, birth date and phone as the company knows them
    "no_birth",  # the registry has no birth date
    "no_phone",  # the registry has no phone
    "traditional",  # written in Traditional characters, birth date and phone agree
    "variant",  # a variant of a character (堃 for 坤), no phone
    "slip",  # one character of the given name mistyped, birth date and phone agree
    "birth_slip",  # day and month swapped or a digit mistyped, the phone agrees
    "pinyin",  # Hanyu Pinyin in either order, birth date and phone agree
    "pinyin_no_birth",  # ... the phone alone agrees
)
AS_OF = "2026-11-20"


@dataclass(frozen=True, slots=True)
class Size:
    """How large a world is.

    Attributes:
        watched: officers of the one group.
        registry: posts of the registry, one person each.
        planted: registry persons who are watched ones, shared evenly among `CLASSES`.
        per_company: posts of each company; every company is a supplier.
    """

    watched: int
    registry: int
    planted: int
    per_company: int = 3


FULL = Size(22_000, 3_000_000, 2_000)
SMALL = Size(2_200, 100_000, 400)


def write_people(folder: Path, size: Size, seed: int = 1) -> None:
    """Writes `delivery/`, `truth.parquet` (officer_id, post, class) and `size.json` into a folder."""
    random = np.random.default_rng(seed)
    names = NameSource()
    watched = _people(random, names, size.watched, birth=0.95, phone=0.95)
    registry = _people(random, names, size.registry, birth=0.85, phone=0.70)
    _restyle(random, registry["name"])
    officer, post, sort = _plant(random, names, watched, registry, size.planted)
    delivery = folder / "delivery"
    delivery.mkdir(parents=True, exist_ok=True)
    officers = {"officer_id": _codes("P", size.watched), **watched}
    pq.write_table(
        _table(officers | {"entity_id": ["E1"] * size.watched, "position": ["经理"] * size.watched}),
        delivery / "officers.parquet",
    )
    companies = _company_names(random, -(-size.registry // size.per_company))
    suppliers = {"party_id": _codes("S", len(companies)), "name": companies, "group_id": ["E1"] * len(companies)}
    pq.write_table(_table(suppliers), delivery / "suppliers.parquet")
    posts = {
        "company_name": np.repeat(companies, size.per_company)[: size.registry],
        "person_name": registry["name"],
        "role": ["监事"] * size.registry,
        "birth_date": registry["birth_date"],
        "phone": registry["phone"],
        "source": _codes("R", size.registry),
    }
    pq.write_table(_table(posts), delivery / "appointments.parquet")
    pyarrow.csv.write_csv(
        pa.table({"entity_id": ["E1"], "name": ["基准测试集团有限公司"]}), delivery / "group_entities.csv"
    )
    truth = {"officer_id": officers["officer_id"][officer], "post": posts["source"][post], "class": sort}
    pq.write_table(_table(truth), folder / "truth.parquet")
    (folder / "size.json").write_text(json.dumps(asdict(size) | {"seed": seed}), encoding="utf-8")


def _people(
    random: np.random.Generator, names: NameSource, count: int, *, birth: float, phone: float
) -> dict[str, Texts]:
    """Strangers: name, birth date, phone; the last two known for a share of them only."""
    days = np.datetime64("1956-01-01") + random.integers(0, 365 * 45, count).astype("timedelta64[D]")
    births = np.datetime_as_string(days, unit="D").astype(object)
    births[random.random(count) >= birth] = None
    numbers = 13_000_000_000 + random.integers(0, 7_000_000_000, count)
    agencies = 13_900_000_000 + random.integers(0, 400, count) * 7919  # each files for hundreds
    numbers = np.where(random.random(count) < 0.02, agencies, numbers)
    phones = numbers.astype(str).astype(object)
    phones[random.random(count) >= phone] = None
    return {"name": names.draw(random, count), "birth_date": births, "phone": phones}


def _restyle(random: np.random.Generator, names: Texts) -> None:
    """Three strangers in a hundred stand in Traditional characters, two in Hanyu Pinyin."""
    style = random.random(len(names))
    for i in np.flatnonzero(style < 0.03).tolist():
        names[i] = _traditional(names[i])
    for i in np.flatnonzero(style > 0.98).tolist():
        names[i] = _romanised(names[i], swapped=i % 3 == 0)


def _plant(
    random: np.random.Generator, names: NameSource, watched: dict[str, Texts], registry: dict[str, Texts], planted: int
) -> tuple[NDArray[np.intp], NDArray[np.intp], list[str]]:
    """Makes registry persons out of watched ones: the places of both and the class of each."""
    officer = np.sort(random.permutation(len(watched["name"]))[:planted])
    post = random.permutation(len(registry["name"]))[:planted]
    sort = [CLASSES[i % len(CLASSES)] for i in range(planted)]
    long = names.draw_long(random, planted)
    fresh = _people(random, names, planted, birth=1.0, phone=1.0)
    variants = [c for c in sorted(set(variant_table().values())) if c in "坤哲峰升皓柏煕国明恒苏珍绣钜勋清青启宝"]
    for i, (o, p, kind) in enumerate(zip(officer.tolist(), post.tolist(), sort, strict=True)):
        # everything a class needs is known of the watched person, and the phone is his own
        name, birth, phone = watched["name"][o], fresh["birth_date"][i], str(15_000_000_000 + 3_000_000 + i * 4_099)
        if kind == "slip":
            name = long[i]
        if kind == "variant":
            name = name[:2] + variants[i % len(variants)]
        watched["name"][o], watched["birth_date"][o], watched["phone"][o] = name, birth, phone
        registry["name"][p], registry["birth_date"][p], registry["phone"][p] = _written(
            random, kind, name, birth, phone
        )
    return officer, post, sort


def _written(
    random: np.random.Generator, kind: str, name: str, birth: str, phone: str
) -> tuple[str, str | None, str | None]:
    """One watched person as the registry writes him."""
    if kind == "no_birth":
        return name, None, phone
    if kind == "no_phone":
        return name, birth, None
    if kind == "traditional":
        return _traditional(name), birth, phone
    if kind == "variant":
        variant = min(chr(code) for code, standard in variant_table().items() if standard == name[2])
        return name[:2] + variant + name[3:], birth, None
    if kind == "slip":
        return name[:-1] + "鑫晗彤睿"[int(random.integers(4))], birth, phone
    if kind == "birth_slip":
        return name, birth[:3] + str((int(birth[3]) + 1) % 10) + birth[4:], phone
    if kind.startswith("pinyin"):
        return _romanised(name, swapped=random.random() < 0.5), None if kind == "pinyin_no_birth" else birth, phone
    return name, birth, phone


@cache
def _converter() -> object:
    from opencc import OpenCC

    return OpenCC("s2t")


def _traditional(name: str) -> str:
    return str(_converter().convert(name))  # type: ignore[attr-defined]


def _romanised(name: str, *, swapped: bool) -> str:
    """Hanyu Pinyin as a passport has it: ZHANG Weiming, or Weiming Zhang."""
    surname, given = split_name(name) or (name[0], name[1:])
    family = pinyin_key(surname + "一").removesuffix("yi")  # read as a surname
    called = "".join(pinyin_key(character) for character in given).capitalize()
    return f"{called} {family.capitalize()}" if swapped else f"{family.upper()} {called}"


def _company_names(random: np.random.Generator, count: int) -> Texts:
    """Distinct full names; few of them are one character away from another, as in life."""
    letters = np.array(
        sorted({row[0] for row in table_rows("given_characters.tsv") if float(row[2]) > 0.0})[:400], dtype=object
    )
    regions = (
        "广州市",
        "深圳市",
        "上海",
        "北京",
        "杭州",
        "成都",
        "武汉",
        "南京",
        "苏州",
        "青岛",
        "长沙",
        "厦门",
        "佛山市",
    )
    trades = (
        "贸易",
        "科技",
        "建筑工程",
        "物流",
        "餐饮管理",
        "信息技术",
        "机械设备",
        "医疗器械",
        "文化传播",
        "物业管理",
    )
    number = np.arange(count)
    places = np.unique(random.integers(0, len(letters) ** 4, count + count // 100 + 10))
    places = random.permutation(places)[:count]
    names: Texts = np.array(regions, dtype=object)[number % len(regions)]
    for _ in range(4):
        names = names + letters[places % len(letters)]
        places = places // len(letters)
    return names + np.array(trades, dtype=object)[number % len(trades)] + "有限公司"


def _codes(letter: str, count: int) -> Texts:
    return np.array([f"{letter}{i:07d}" for i in range(count)], dtype=object)


def _table(columns: dict[str, object]) -> pa.Table:
    return pa.table({name: pa.array(values, pa.string()) for name, values in columns.items()})
