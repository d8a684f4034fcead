"""People, and what one record says about one of them."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.worlds import numbers, spellings
from tests.worlds.names import NameSource

_ROADS = "人民路 中山路 建设路 解放路 文化路 和平路 新华路 长江路 黄河路 振兴路 科技路 学府路 滨河路 迎宾大道 创业大道 工业园路"
_ESTATES = "阳光花园 翠湖苑 御景苑 金色家园 锦绣华庭 书香门第 万和城 紫荆苑 江南世家 东方明珠 碧水湾 怡景苑"
_MAIL = ("163.com", "126.com", "qq.com", "sina.com", "139.com", "gmail.com")


@dataclass(frozen=True)
class Address:
    """An address to the unit; how it is written is a writer's business."""

    province: str
    city: str
    county: str
    road: str
    number: int
    estate: str
    building: int
    unit: int
    room: int

    def __str__(self) -> str:
        city = "" if self.city == self.province else self.city
        place = f"{self.province}{city}{self.county}{self.road}{self.number}号"
        return f"{place}{self.estate}{self.building}号楼{self.unit}单元{self.room}室"


@dataclass(frozen=True)
class Person:
    """Somebody.

    Attributes:
        kind: cn, hk (Hong Kong) or sg (Singapore, Malaysia).
        english: an English given name, for people of Hong Kong.
        former: a name borne before.
        document: a second document, passport or travel permit.
    """

    surname: str
    given: str
    female: bool
    birth: date
    number: str
    phone: str
    email: str
    address: Address
    card: str
    kind: str = "cn"
    english: str = ""
    former: str = ""
    document: str = ""

    @property
    def name(self) -> str:
        return self.surname + self.given

    @property
    def id_type(self) -> str:
        return "香港身份证" if self.kind == "hk" else "护照" if self.kind == "sg" else "居民身份证"


@dataclass
class Record:
    """What one record shows of a person; writers change it. Empty: not shown."""

    person: Person
    name: str
    other_names: str = ""
    id_type: str = ""
    number: str = ""
    birth: str = ""
    gender: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    card: str = ""


FACTS = ("number", "birth", "gender", "phone", "email", "address", "card")


def record_of(person: Person, facts: str) -> Record:
    """A record that shows these facts, written plainly."""
    shown = facts.split()
    record = Record(person, person.name)
    for fact in shown:
        value = {
            "number": person.number,
            "birth": person.birth.isoformat(),
            "gender": "female" if person.female else "male",
            "phone": person.phone,
            "email": person.email,
            "address": str(person.address),
            "card": person.card,
        }[fact]
        setattr(record, fact, value)
    if record.number:
        record.id_type = person.id_type
    return record


class People:
    """Makes people; nobody made here shares a number with anybody else."""

    def __init__(self, rng: random.Random, names: NameSource) -> None:
        self._rng = rng
        self._names = names
        self._pools: dict[str, list[tuple[str, str]]] = {"cn": [], "hk": [], "sg": []}

    def name(self, kind: str = "cn") -> tuple[str, str]:
        """The next name of this population."""
        pool = self._pools[kind]
        if not pool:
            source = {"cn": self._names.draw, "hk": self._names.hong_kong, "sg": self._names.singapore}[kind]
            pool.extend(source(2000 if kind == "cn" else 200))
        return pool.pop()

    def bits(self, person: Person) -> float:
        """How rare the name is in this population, in bits."""
        return self._names.bits(person.surname, person.given)

    def make(
        self,
        kind: str = "cn",
        *,
        born: int | None = None,
        female: bool | None = None,
        name: tuple[str, str] | None = None,
    ) -> Person:
        """Somebody new."""
        rng = self._rng
        surname, given = name or self.name(kind)
        year = born or min(2003, max(1940, int(rng.gauss(1974, 11))))
        birth = date(year, 1, 1) + timedelta(days=rng.randrange(365))
        woman = rng.random() < 0.45 if female is None else female
        region, province, city, county = rng.choice(numbers.counties())
        number = {
            "cn": lambda: numbers.resident(rng, birth, woman, region),
            "hk": lambda: numbers.hong_kong_card(rng),
            "sg": lambda: f"{rng.choice('KE')}{rng.randrange(10**7):07d}{rng.choice('ABCDEFGHJKLMN')}",
        }[kind]()
        address = Address(
            province, city, county, rng.choice(_ROADS.split()), rng.randrange(1, 900), rng.choice(_ESTATES.split()),
            rng.randrange(1, 40), rng.randrange(1, 6), rng.randrange(1, 30) * 100 + rng.randrange(1, 5),
        )  # fmt: skip
        mail = "".join(spellings.pinyin(surname + given)) + f"{rng.randrange(100, 10**5)}@{rng.choice(_MAIL)}"
        return Person(
            surname, given, woman, birth, number,
            numbers.hong_kong_phone(rng) if kind == "hk" else numbers.mobile(rng), mail, address, numbers.card(rng), kind,
            spellings.english_name(rng, woman) if kind == "hk" else "",
            document=numbers.home_return(rng) if kind == "hk" else numbers.passport(rng),
        )  # fmt: skip

    def namesake(self, person: Person) -> Person:
        """A stranger of the same name, born in another year, with other numbers throughout."""
        return replace(
            self.make(person.kind, born=self.other_year(person), name=(person.surname, person.given)),
            english=person.english,
        )

    def other_year(self, person: Person) -> int:
        """A year of birth that is at least three years off."""
        return person.birth.year + self._rng.choice([d for d in range(-12, 13) if abs(d) >= 3])
