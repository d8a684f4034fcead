"""Who can live in a policy world: people and companies that nobody could take for one another."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

from tests.worlds import numbers
from tests.worlds.policy.records import Company, Person, Row

_BRAND = (
    "澄霁砚蘅岚汀渚翎珩湛屿沅棠芷槿桢樾栩熠煜焱晖曦昶晔璟珏琰瑾璞翊翀骁骥骞霆霖霈霏韫韬颢飏鸢鹭麾黛漪澜潆滢琮璇玥珂钰铎铮锦钧锐锟"
    "楷榕檀梓椿枫柘桉荻蒲蓼薇芜蔓菁菡萱葳藻萤蝉鹤鸿雁隼骊骢驷舫舸艋桨篷蓑笠箬篁筠筱竺笙箫瑟缦绮缃缇绫纨绡帛璧琥圭瓒瑗"
)
"""Brands that stand at two of their three places for the same are never drawn twice: nobody is to be taken for another here."""
_TRADES = ("建材", "物流", "机械", "包装", "电子", "化工", "商贸", "食品", "装饰工程", "环保科技")
_CITIES = {"苏州": "320506", "宁波": "330203", "青岛": "370202", "厦门": "350203", "佛山": "440604", "长沙": "430102"}
_SURNAMES = "阮卓鄢滕岑易邹廖戚柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉薛雷贺倪汤"
_GIVEN = "慕景书奉知望听若予清允怀思以承与闻维时安然归远帆舟辞澄岚棠堂舒斋川野白夏秋言诗蓝宁弦韶"


class Cast:
    """Draws codes, people and companies, each once.

    Attributes:
        rng: the world's only source of chance.
        tables: rows by table.
    """

    rng: random.Random
    tables: dict[str, list[Row]]

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.tables = {}
        self._taken: set[str] = set()
        self._serial = 0

    def number(self, prefix: str) -> str:
        """The next code."""
        self._serial += 1
        return f"{prefix}{self._serial:05d}"

    def add(self, table: str, **cells: object) -> Row:
        """One row; empty cells are left out."""
        row = {name: str(value) for name, value in cells.items() if value is not None and value != ""}
        self.tables.setdefault(table, []).append(row)
        return row

    def unused(self, draw: Callable[[], str]) -> str:
        """The first text drawn that nobody has yet."""
        while True:
            text = draw()
            if text not in self._taken:
                self._taken.add(text)
                return text

    def _brand(self) -> str:
        """A brand that shares at most one character with any other at the same place."""
        while True:
            brand = "".join(self.rng.sample(_BRAND, 3))
            pairs = {f"12{brand[:2]}", f"23{brand[1:]}", f"13{brand[0]}{brand[2]}"}
            if not pairs & self._taken:
                self._taken |= pairs
                return brand

    def person(self, born: date | None = None) -> Person:
        """A person of a name nobody else bears here."""
        rng = self.rng
        born = born or date(rng.randint(1958, 1988), rng.randint(1, 12), rng.randint(1, 28))
        name = self.unused(lambda: rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, 2)))
        number = self.unused(lambda: numbers.resident(rng, born, bool(rng.randrange(2))))
        return Person(name, number, born, self.unused(lambda: numbers.mobile(rng)))

    def company(self, form: str = "有限公司", *, listed: bool = False, trade: str = "") -> Company:
        """A company of a brand nobody else bears here."""
        rng = self.rng
        city = rng.choice(sorted(_CITIES))
        brand = self._brand()
        name = f"{city}{brand}{trade or rng.choice(_TRADES)}{'股份有限公司' if listed else form}"
        code = self.unused(
            lambda: numbers.credit_code(rng, _CITIES[city], "92" if form in ("经营部", "商行") else "91")
        )
        ticker = self.unused(lambda: f"60{rng.randrange(1000, 9999)}.SH") if listed else ""
        return Company(
            name, code, self.unused(lambda: numbers.landline(rng)), self.unused(lambda: numbers.account(rng)), ticker
        )
