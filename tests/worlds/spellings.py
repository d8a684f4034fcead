"""How Chinese names are written in Latin letters: an oracle of its own, apart from the product's readers.

Cantonese: spellings of the Hong Kong registry, from common knowledge. Wade-Giles: the textbook rules, as in Taiwan
passports (no apostrophes). Singapore and Malaysia: Hokkien and Teochew spellings in common use.
"""

from __future__ import annotations

import random
import re
from functools import cache

from pypinyin import lazy_pinyin

_CANTONESE_SURNAMES = """陈Chan 李Lee 黄Wong 张Cheung 梁Leung 林Lam 王Wong 吴Ng 刘Lau 郑Cheng 何Ho 叶Yip 杨Yeung 邓Tang 周Chow 郭Kwok
谢Tse 曾Tsang 冯Fung 许Hui 罗Lo 苏So 蔡Choi 卢Lo 潘Poon 袁Yuen 徐Tsui 朱Chu 马Ma 余Yu 麦Mak 胡Wu 钟Chung 谭Tam 赵Chiu 彭Pang
关Kwan 莫Mok 区Au 萧Siu 温Wan 廖Liu 方Fong 邝Kwong 简Kan 石Shek 江Kong 文Man 薛Sit 侯Hau 霍Fok 唐Tong 宋Sung 高Ko 孙Suen 伍Ng
甘Kam 汤Tong 范Fan 庄Chong 容Yung 翁Yung 任Yam 阮Yuen 杜To 韩Hon 程Ching 沈Shum 姚Yiu 顾Koo 倪Ngai 詹Chim 欧阳Au-Yeung 司徒Szeto"""
_CANTONESE_GIVEN = """伟Wai 明Ming 国Kwok 志Chi 文Man 华Wah 强Keung 家Ka 慧Wai 美Mei 玲Ling 英Ying 丽Lai 珍Chun 敏Man 嘉Ka 俊Chun
杰Kit 浩Ho 健Kin 康Hong 德Tak 荣Wing 永Wing 发Fat 富Fu 贵Kwai 锦Kam 辉Fai 雄Hung 豪Ho 耀Yiu 祥Cheung 昌Cheong 生Sang 安On 平Ping
成Shing 达Tat 龙Lung 海Hoi 江Kong 山Shan 峰Fung 林Lam 森Sum 松Chung 柏Pak 树Shu 良Leung 忠Chung 义Yee 仁Yan 信Shun 智Chi 勇Yung
威Wai 振Chun 兴Hing 建Kin 民Man 宏Wang 宇Yu 宁Ning 静Ching 婷Ting 怡Yi 欣Yan 颖Wing 诗Sze 雅Nga 芳Fong 芬Fan 兰Lan 梅Mui 莲Lin
凤Fung 燕Yin 娟Kuen 娥Ngo 琴Kam 瑶Yiu 琳Lam 珊Shan 玉Yuk 珠Chu 宝Po 金Kam 银Ngan 秀Sau 秋Chau 春Chun 冬Tung 月Yuet 云Wan 雪Suet
霞Ha 红Hung 彩Choi 少Siu 淑Shuk 贞Ching 洁Kit 惠Wai 蓉Yung 萍Ping 思Sze 恩Yan 爱Oi 佩Pui 倩Sin 乐Lok 学Hok 子Tsz 梓Tsz 轩Hin 晓Hiu
朗Long 希Hei 天Tin 光Kwong 正Ching 世Sai 立Lap 卓Cheuk 启Kai 景King 炳Ping 权Kuen 坤Kwan 沛Pui 泽Chak 汉Hon 洪Hung 添Tim 炎Yim
焕Wun 灿Tsan 照Chiu 均Kwan 培Pui 基Kei 大Tai 如Yu 孝Hau 尚Sheung 展Chin 东Tung 兆Siu 元Yuen 全Chuen 冠Koon 利Lee 友Yau 君Kwan
和Wo 善Sin 喜Hei 裕Yu 诚Shing 贤Yin 超Chiu 进Chun 运Wan 远Yuen 钧Kwan 铭Ming 镇Chun 长Cheung 鸿Hung 鹏Pang 麟Lun 玮Wai 琪Kei 瑞Sui"""
_SINGAPORE_SURNAMES = """陈Tan 林Lim 黄Ng 王Ong 吴Goh 李Lee 张Teo 许Koh 蔡Chua 郑Tay 杨Yeo 洪Ang 沈Sim 谢Chia 周Chew 叶Yap 刘Low 郭Quek
何Ho 梁Neo 曾Chan 苏Soh 徐Chee 胡Oh 庄Chng 高Kor"""
_SINGAPORE_GIVEN = """明Beng 文Boon 成Seng 金Kim 福Hock 伟Wee 志Chee 国Kok 美Bee 丽Lay 玉Geok 珍Tin 华Hwa 英Eng 兰Lan 春Choon 秀Siew
安Ann 和Hoe 发Huat 强Kiong 德Teck 龙Leong 海Hai 木Bak 水Chwee 天Thian 清Cheng 顺Soon 兴Heng 生Seng 平Peng 光Kong 雄Hiong 忠Tiong
义Ghee 仁Jin 珠Choo 凤Hong 莲Lian 月Guat 香Heong 梅Mui 财Chye 庆Keng 宝Poh 来Lai 永Yong 荣Eng 建Kian 源Guan 财Chye"""

_MEN = "Peter David Michael Raymond Kenneth Stephen Patrick Andrew Vincent Albert Edmond Alfred Simon Eric Jason Kelvin Alan"
_WOMEN = "Mary Grace Irene Vivian Winnie Amy Susan Helen Carmen Fiona Doris Teresa Angela Joyce Queenie Cindy Nancy Agnes Bonnie"


def table(text: str) -> dict[str, str]:
    """Characters and their spelling, from `陈Chan 李Lee`."""
    return {m[1]: m[2] for m in re.finditer(r"([一-鿿]+)([A-Z][A-Za-z-]*)", text)}


CANTONESE_SURNAMES = table(_CANTONESE_SURNAMES)
CANTONESE_GIVEN = table(_CANTONESE_GIVEN)
SINGAPORE_SURNAMES = table(_SINGAPORE_SURNAMES)
SINGAPORE_GIVEN = table(_SINGAPORE_GIVEN)

_READ_OTHERWISE = {"单": "shan", "解": "xie", "仇": "qiu", "查": "zha", "曾": "zeng", "区": "ou", "朴": "piao", "翟": "zhai", "盖": "ge",
                   "任": "ren", "华": "hua", "尉迟": "yu chi", "万俟": "mo qi", "长孙": "zhang sun", "吕": "lyu", "隗": "wei",
                   "覃": "qin", "宁": "ning", "盛": "sheng", "石": "shi", "沈": "shen", "祭": "zhai", "缪": "miao", "员": "yun"}  # fmt: skip


def english_name(rng: random.Random, female: bool) -> str:
    """An English given name as people of Hong Kong take them."""
    return rng.choice((_WOMEN if female else _MEN).split())


@cache
def pinyin(text: str) -> tuple[str, ...]:
    """Syllables without tone; ü is written v."""
    return tuple(lazy_pinyin(text, v_to_u=False))


def surname_pinyin(surname: str) -> str:
    """The surname in pinyin as one word (ouyang, shan, lyu as in passports)."""
    return _READ_OTHERWISE.get(surname, "".join(pinyin(surname)).replace("v", "yu")).replace(" ", "")


def given_pinyin(given: str) -> list[str]:
    """Syllables of the given name; ü as yu, as in passports since 2012."""
    return [syllable.replace("v", "yu") for syllable in pinyin(given)]


def cantonese(surname: str, given: str) -> tuple[str, list[str]]:
    """Surname and syllables in the spelling of Hong Kong; KeyError for a character without one here."""
    return CANTONESE_SURNAMES[surname].replace("-", " "), [CANTONESE_GIVEN[c] for c in given]


def singapore(surname: str, given: str) -> tuple[str, list[str]]:
    """Surname and syllables in Hokkien or Teochew spelling."""
    return SINGAPORE_SURNAMES[surname], [SINGAPORE_GIVEN[c] for c in given]


_WHOLE = {"zi": "tzu", "ci": "tzu", "si": "szu", "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "ge": "ko", "ke": "ko",
          "he": "ho", "e": "o", "er": "erh", "gui": "kuei", "kui": "kuei", "you": "yu", "yan": "yen", "ye": "yeh", "yue": "yueh",
          "yong": "yung", "yi": "i", "guo": "kuo", "kuo": "kuo", "huo": "huo", "shuo": "shuo", "ju": "chu", "qu": "chu", "xu": "hsu",
          "yu": "yu", "lv": "lu", "nv": "nu", "juan": "chuan", "quan": "chuan", "xuan": "hsuan", "jun": "chun", "qun": "chun", "xun": "hsun"}  # fmt: skip
_INITIALS = (("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("p", "p"), ("d", "t"), ("t", "t"), ("g", "k"), ("k", "k"), ("j", "ch"),
             ("q", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"), ("r", "j"))  # fmt: skip


def wade_giles(syllable: str) -> str:
    """One pinyin syllable in Wade-Giles as passports of Taiwan write it."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial, rest = "", syllable
    for mine, theirs in _INITIALS:
        if syllable.startswith(mine):
            initial, rest = theirs, syllable[len(mine) :]
            break
    else:
        if syllable[0] in "mfnlhswy":
            initial, rest = syllable[0], syllable[1:]
    rest = {"ian": "ien", "ong": "ung", "iong": "iung", "ie": "ieh", "ue": "ueh", "uo": "o"}.get(rest, rest)
    return initial + rest
