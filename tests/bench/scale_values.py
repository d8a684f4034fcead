"""Numbers, codes and names of companies for the scale world, drawn by the million: arrays in, arrays out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from screening.refdata.companies import industry_words
from screening.refdata.resources import table_rows
from tests.bench.names import Texts

Places = NDArray[np.uint8]
"""One row per number, one byte per place."""

_RESIDENT = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CODE_LETTERS = np.frombuffer(b"0123456789ABCDEFGHJKLMNPQRTUWXY", dtype=np.uint8)
_HIDDEN = ord("*")
_OFTEN = "安博昌达恩丰冠海恒华嘉金凯朗隆美明南鹏启瑞森盛泰腾威祥鑫亚益永宇源远泽展正智中卓邦宝诚创德东方飞福港光国和宏鸿吉建杰锦景"
_FORMS = ("有限公司", "有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "经营部", "商行")


def days(random: np.random.Generator, count: int) -> NDArray[np.datetime64]:
    """Dates of birth of adults."""
    return np.datetime64("1950-01-01") + random.integers(0, 365 * 54, count).astype("timedelta64[D]")


def resident_ids(random: np.random.Generator, born: NDArray[np.datetime64]) -> Places:
    """Valid resident numbers of people born on these days."""
    regions = np.array([row[0] for row in table_rows("regions.tsv") if row[0][4:] != "00"])
    first = regions[np.minimum(random.zipf(1.3, len(born)), len(regions)) - 1].astype("U6")
    day = np.char.replace(np.datetime_as_string(born, unit="D"), "-", "")
    order = np.char.zfill(random.integers(1, 400, len(born)).astype("U3"), 3)
    body = _places(np.char.add(np.char.add(first, day), order))
    check = (body - ord("0")).astype(np.int64) @ np.array(_RESIDENT) % 11
    return np.hstack([body, np.frombuffer(b"10X98765432", dtype=np.uint8)[check][:, None]])


def credit_codes(random: np.random.Generator, count: int) -> Texts:
    """Valid unified social credit codes."""
    region = random.integers(11, 65, count) * 10_000 + random.integers(1, 30, count) * 100
    body = random.integers(0, len(_CODE_LETTERS), (count, 9))
    head = _places(np.char.add("91", region.astype("U6"))) - ord("0")
    values = np.hstack([head, body]).astype(np.int64)
    check = (31 - values @ np.array([pow(3, i, 31) for i in range(17)]) % 31) % 31
    return texts(_CODE_LETTERS[np.hstack([values, check[:, None]])])


def masked(numbers: Places, shown: tuple[int, int]) -> Places:
    """The same with everything hidden but the first and last places."""
    hidden = numbers.copy()
    hidden[:, shown[0] : numbers.shape[1] - shown[1]] = _HIDDEN
    return hidden


def texts(numbers: Places) -> Texts:
    """As text."""
    width = numbers.shape[1]
    found: Texts = np.ascontiguousarray(numbers).view(f"S{width}").ravel().astype(f"U{width}").astype(object)
    return found


def phones(random: np.random.Generator, count: int) -> Texts:
    """Mobile numbers; one in a hundred is that of an agency which files for hundreds."""
    own = random.integers(13_000_000_000, 19_999_999_999, count)
    agency = 15_000_000_000 + 7_919 * random.integers(0, 400, count)
    return np.where(random.random(count) < 0.01, agency, own).astype("U11").astype(object)


def accounts(random: np.random.Generator, count: int) -> Texts:
    """Account numbers of 19 places."""
    return (6_222_000_000_000_000_000 + random.integers(0, 10**15, count)).astype("U19").astype(object)


def emails(random: np.random.Generator, count: int) -> Texts:
    """Addresses of a free provider."""
    return np.char.add(random.integers(10**7, 10**10, count).astype("U10"), "@example.com").astype(object)


def addresses(random: np.random.Generator, count: int) -> Texts:
    """Streets of a few cities to the room; one in fifty is the desk of a virtual office."""
    cities = np.array(
        ["杭州市西湖区文一路", "深圳市福田区深南路", "上海市徐汇区漕溪路", "成都市武侯区天府路"], dtype=object
    )
    house, room = random.integers(1, 2_000, count), random.integers(101, 3_000, count)
    crowd = random.random(count) < 0.02
    house, room = np.where(crowd, house % 5, house), np.where(crowd, 301, room)
    parts = [
        cities[random.integers(0, len(cities), count)],
        house.astype("U4").astype(object),
        room.astype("U4").astype(object),
    ]
    found: Texts = parts[0] + parts[1] + "号" + parts[2] + "室"
    return found


def company_names(random: np.random.Generator, count: int) -> Texts:
    """Region, trade name, trade and legal form; common trade names recur as in life, and full names now and then."""
    regions = np.array(
        [row[1] for row in table_rows("regions.tsv") if row[0].endswith("00") and 2 <= len(row[1]) <= 4], dtype=object
    )
    trades = np.array([word for word in industry_words() if 2 <= len(word) <= 4], dtype=object)
    letters = np.array(list(_OFTEN), dtype=object)
    many = np.array([row[0] for row in table_rows("given_characters.tsv")], dtype=object)
    brand = _skewed(random, letters, count) + _skewed(random, letters, count)
    rarer = many[random.integers(0, len(many), count)] + many[random.integers(0, len(many), count)]
    brand = np.where(random.random(count) < 0.4, brand + many[random.integers(0, len(many), count)], brand)
    brand = np.where(
        random.random(count) < 0.35,
        rarer + np.where(random.random(count) < 0.3, _skewed(random, letters, count), ""),
        brand,
    )
    form = np.array(_FORMS, dtype=object)[random.integers(0, len(_FORMS), count)]
    names: Texts = _skewed(random, regions, count) + brand + _skewed(random, trades, count) + form
    return names


def _skewed(random: np.random.Generator, words: Texts, count: int) -> Texts:
    """The first words far more often than the last."""
    return words[(len(words) * random.random(count) ** 2.5).astype(np.int64)]


def _places(numbers: NDArray[np.str_]) -> Places:
    width = numbers.dtype.itemsize // 4
    return numbers.astype(f"S{width}").view(np.uint8).reshape(len(numbers), width)
