"""Companies and the ways their names are written."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from screening.refdata.resources import table_rows
from tests.worlds import numbers, spellings

TRADES = {
    "科技": "Technology", "贸易": "Trading", "商贸": "Trading", "建材": "Building Materials", "物流": "Logistics",
    "实业": "Industrial", "电子": "Electronics", "机械": "Machinery", "包装": "Packaging", "广告": "Advertising",
    "咨询": "Consulting", "投资": "Investment", "食品": "Food", "化工": "Chemical", "环保": "Environmental Protection",
    "信息技术": "Information Technology", "建筑工程": "Construction Engineering", "装饰工程": "Decoration Engineering",
    "国际贸易": "International Trade", "网络科技": "Network Technology", "生物科技": "Biotechnology",
    "文化传媒": "Culture Media", "人力资源": "Human Resources", "医疗器械": "Medical Devices", "供应链管理": "Supply Chain Management",
}  # fmt: skip
"""Trade words with the English of it."""
_COMMON = "华盛 宏达 鑫源 恒通 瑞丰 泰和 盈科 德信 金桥 天成 永兴 中信达 新世纪 东方 腾飞 顺达 宏远 联创 富强 嘉业 安泰 博远 信达 万通 九州 鼎盛 正大 亿通 海纳 众诚"
_CHARACTERS = "华盛宏达鑫恒瑞丰泰盈德信金天永兴中新东腾顺远联富嘉安博万九鼎正亿海众汇融创智云星晨润康明亮方圆百利佳美诺卓越凯旋浩瀚启航森林木易禾穗麦谷岚溪湾桥港城川岳峻岭峰岩松柏桐槐柳荷莲菊梅兰竹雅韵书墨砚琴棋画诗聚品优尚领跃飞鹏鹰麒麟龙凤虎骏驰骋舟帆锚翼羽"
_LATIN_CITY = {"哈尔滨": "Harbin", "乌鲁木齐": "Urumqi", "呼和浩特": "Hohhot", "西安": "Xian", "拉萨": "Lhasa"}


@dataclass(frozen=True)
class Company:
    """One company; `style` says where the region stands in its name."""

    region: str
    province: str
    city: str
    brand: str
    trade: str
    form: str
    style: str
    uscc: str
    phone: str
    email: str
    address: str
    account: str
    former: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """The registered name."""
        return self.written(self.style)

    def written(self, style: str) -> str:
        """The name with the region elsewhere: front, city (with 市), brackets, province, none."""
        middle = f"{self.trade}{self.form}"
        return {
            "front": f"{self.city}{self.brand}{middle}",
            "city": f"{self.city}市{self.brand}{middle}",
            "brackets": f"{self.brand}（{self.city}）{middle}",
            "late": f"{self.brand}{self.trade}（{self.city}）{self.form}",
            "province": f"{self.province}{self.brand}{middle}",
            "none": f"{self.brand}{middle}",
        }[style]

    def english(self) -> str:
        """A translation as exporters use it."""
        city = _LATIN_CITY.get(self.city, "".join(spellings.pinyin(self.city)).capitalize())
        brand = "".join(spellings.pinyin(self.brand)).capitalize()
        return f"{city} {brand} {TRADES[self.trade]} Co., Ltd."


class Companies:
    """Makes companies with names of their own."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._used: set[str] = set()
        self._words = [w for (w,) in table_rows("industry_words.tsv") if 2 <= len(w) <= 5]
        self._places = [
            (code, _plain(province), city.removesuffix("市"), county)
            for code, province, city, county in numbers.counties()
            if city.endswith("市") and 3 <= len(city) <= 5
        ]

    def brand(self, rare: bool | None = None) -> str:
        """A trade name: thousands bear the common ones."""
        rng = self._rng
        if rare is None and rng.random() < 0.15:
            return rng.choice(_COMMON.split())
        size = 3 if rng.random() < (0.5 if rare else 0.2) else 2
        while (brand := "".join(rng.sample(_CHARACTERS, size))) in _COMMON.split():
            continue
        return brand

    def make(self, *, rare: bool | None = None, plain_trade: bool = False, form: str = "") -> Company:
        """A new company; `rare` asks for an uncommon trade name, `plain_trade` for a trade with an English word."""
        rng = self._rng
        while True:
            region, province, city, county = rng.choice(self._places)
            trades = list(TRADES) if plain_trade or rng.random() < 0.7 else self._words
            style = rng.choices(("front", "city", "brackets", "late", "province", "none"), (45, 10, 20, 8, 12, 5))[0]
            company = Company(
                region, province, city, self.brand(rare), rng.choice(trades),
                form or rng.choices(("有限公司", "有限责任公司", "股份有限公司"), (88, 7, 5))[0],
                "front" if rare and style == "none" else style, numbers.credit_code(rng, region),
                numbers.mobile(rng) if rng.random() < 0.6 else numbers.landline(rng), f"{'' .join(rng.choices('abcdefghjkmnpqrs', k=7))}{rng.randrange(1000)}@163.com",
                f"{province}{city}市{county}创业路{rng.randrange(1, 999)}号{rng.randrange(1, 30)}号楼{rng.randrange(101, 3000)}室",
                numbers.account(rng),
            )  # fmt: skip
            if self.free(company.name):
                return company

    def free(self, name: str) -> bool:
        """Takes the name unless somebody has it."""
        if name in self._used:
            return False
        self._used.add(name)
        return True

    def sister(self, company: Company, **changes: str) -> Company:
        """Another company whose name differs in the given parts only; numbers are its own."""
        other = replace(
            self.make(),
            **{k: getattr(company, k) for k in ("region", "province", "city", "brand", "trade", "form", "style")},
        )
        other = replace(other, **changes)  # type: ignore[arg-type]
        if not self.free(other.name):
            msg = f"a company is called {other.name} already"
            raise ValueError(msg)
        return other

    def elsewhere(self, company: Company) -> dict[str, str]:
        """The region of another city in another province."""
        while (place := self._rng.choice(self._places))[1] == company.province:
            continue
        return {"region": place[0], "province": place[1], "city": place[2]}


def _plain(province: str) -> str:
    for end in ("维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"):
        province = province.removesuffix(end)
    return province
