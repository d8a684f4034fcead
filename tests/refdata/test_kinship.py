"""Words for relations."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.refdata.kinship import alike, is_emergency_contact, kin, organisation_relation

WORDS = {
    "spouse": "配偶 妻子 丈夫 老婆 爱人 愛人 太太 spouse wife Husband",
    "child": "儿子 女儿 长子 次女 養女 独生子 子女 child daughter",
    "parent": "父亲 母亲 爸爸 養父 father 本人的父亲",
    "sibling": "兄 弟 姐 妹 哥哥 胞弟 二哥 兄弟姊妹 sister",
    "step_parent": "继父 繼母 父亲的妻子 stepmother",
    "step_child": "继子 妻子的儿子",
    "cohabitee": "同居 伴侣 cohabitee",
    "parent.parent": "祖父 外婆 爷爷 grandfather",
    "child.child": "孙子 外孙女 儿子的女儿 孫女",
    "spouse.parent": "岳父 丈人 外父 岳母 公公 婆婆 配偶的父母 配偶父母 mother-in-law",
    "child.spouse": "儿媳 女婿 son-in-law 女儿的丈夫",
    "sibling.spouse": "姐夫 嫂子 弟媳 兄弟姐妹的配偶",
    "spouse.sibling": "大舅子 小姨子 老婆的哥哥 妻兄 丈夫的妹妹 小舅子",
    "sibling_in_law": "brother-in-law",
    "spouse.sibling.spouse": "连襟 妯娌",
    "child.spouse.parent": "亲家 子女配偶的父母 親家母",
    "parent.sibling": "叔叔 舅舅 姑姑 三叔 爸爸的弟弟 uncle",
    "parent.sibling.child": "堂兄 表妹 cousin",
    "sibling.child": "侄子 外甥 姐姐的儿子 nephew",
    "former_spouse": "前妻 妻子（已离异） ex-husband",
}
REGIONAL = {
    "parent": "老豆 老竇 阿妈 妈咪 母親大人 爸爸妈妈 daddy",
    "child": "囡囡 细仔 eldest_son",
    "sibling": "细佬 家姐 孪生姐姐 同父异母弟弟 兄/弟 younger_sister",
    "parent.parent": "奶奶 姥爷 嫲嫲 阿爷 paternal_grandmother",
    "spouse.parent": "外父 外母娘 老丈人 岳父大人 配偶之父母",
    "spouse.sibling": "大伯哥 舅仔 姨仔 小叔子 老婆妹妹",
    "spouse.sibling.spouse": "襟兄 连桥",
    "sibling.spouse": "姐丈 弟媳妇 妹妹丈夫",
    "sibling.child": "姪女 姪子",
    "child.spouse": "新抱 儿子的媳妇",
    "spouse": "太座 我媳妇 董事之妻",
    "cohabitee": "civil_partner common-law_wife 同居女友",
    "parent.sibling.child": "first_cousin 老表",
    "uncle_or_in_law": "大伯 小姨 小叔 大舅",
    "parent.parent.sibling.child": "堂叔 表舅",
    "fiance": "未婚妻 fiancée",
    "former_spouse.sibling": "前妻的哥哥",
}
UNTOLD = (
    "媳妇 父子 母女 舅甥 叔侄 婆媳 父母/配偶 配偶及子女 配偶子女 父母子女 女儿女婿 孩子的妈妈 外孙的父亲 兄弟姐妹及其配偶 契爷 契仔 干爹 义父 "
    "结拜兄弟 女朋友 男友 同学 战友 监护人 合伙人 business_partner 老子 third_cousin"
)
CORE = {
    "spouse",
    "child",
    "parent",
    "sibling",
    "step_parent",
    "step_child",
    "cohabitee",
    "parent.parent",
    "child.child",
}
CASES = [(word, code) for code, words in WORDS.items() for word in words.split()]


@pytest.mark.parametrize(
    ("word", "code"), [*CASES, ("wife's brother", "spouse.sibling"), ("brother of the wife", "spouse.sibling")]
)
def test_words(word: str, code: str) -> None:
    found = kin(word)

    assert found is not None
    assert found.code == code
    assert found.core == (code in CORE)
    assert found.wide == (code not in CORE and code != "former_spouse")
    assert kin(found.code) == found


@pytest.mark.parametrize(
    "word", ["紧急联系人", "emergency contact", "朋友", "同事", "亲戚", "director", "", "父母及配偶"]
)
def test_what_is_no_kinship_is_not_guessed(word: str) -> None:
    assert kin(word) is None


@pytest.mark.parametrize(("word", "code"), [(word, code) for code, words in REGIONAL.items() for word in words.split()])
def test_words_of_regions_and_chains(word: str, code: str) -> None:
    found = kin(word.replace("_", " "))

    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("word", UNTOLD.split())
def test_words_that_mean_several_people_or_no_kin_are_left_for_mapping(word: str) -> None:
    assert kin(word.replace("_", " ")) is None


def test_former_and_future_spouses_are_nobodys_spouse() -> None:
    for word in ("前妻", "前夫", "配偶（已离婚）", "未婚妻", "未婚夫", "fiancé", "ex-wife"):
        found = kin(word)
        assert found is not None, word
        assert (found.core, found.wide, found.hk_class) == (False, False, "none"), word


def test_classes_under_the_hk_rules() -> None:
    classes = {word: kin(word) for word in ("配偶", "儿子", "未成年子女", "父亲", "女婿", "亲家")}

    assert {word: found and found.hk_class for word, found in classes.items()} == {
        "配偶": "immediate_family",
        "儿子": "family_member",
        "未成年子女": "immediate_family",
        "父亲": "family_member",
        "女婿": "relative",
        "亲家": "none",
    }
    son = kin("儿子")
    assert son is not None and son.hk_class_minor == "immediate_family"


@pytest.mark.parametrize(
    ("term", "relation"),
    [
        ("本人控制的企业", "controlled_by_self"),
        ("控股企业", "controlled_by_self"),
        ("本人任职企业", "post_of_self"),
        ("本人担任董事的公司", "post_of_self"),
        ("親屬控制的企業", "controlled_by_relative"),
        ("配偶控股公司", "controlled_by_relative"),
        ("子女开办的个体户", "controlled_by_relative"),
        ("配偶任职单位", "other"),
        ("关联企业", "other"),
        ("本人参股企业", "other"),
        ("受同一控制的企业", "other"),
        ("company controlled by spouse", "controlled_by_relative"),
        ("妻子", None),
        ("朋友", None),
        ("controlled_by_self", "controlled_by_self"),
        ("紧急联系人", None),
    ],
)
def test_organisations(term: str, relation: str | None) -> None:
    assert organisation_relation(term) == relation


@pytest.mark.parametrize("term", ["紧急联系人", "緊急聯絡人", "Emergency Contact", "应急联系人", "联系人"])
def test_emergency_contacts(term: str) -> None:
    assert is_emergency_contact(term)
    assert not is_emergency_contact("配偶")


@settings(deadline=None)  # the first call loads tables and packages
@given(st.text(max_size=30))
def test_any_text_is_read_without_error(text: str) -> None:
    kin(text)
    organisation_relation(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("岳父", "女婿", True), ("继子", "儿子", True), ("姐夫", "小舅子", True), ("brother-in-law", "嫂子", True), ("叔叔", "侄子", True),
     ("同居伴侣", "配偶", True), ("弟弟", "表弟", False), ("父亲", "弟弟", False), ("岳父", "父亲", False), ("配偶", "弟弟", False)],
)  # fmt: skip
def test_relations_that_people_write_for_one_another(one: str, other: str, same: bool) -> None:
    left, right = kin(one), kin(other)

    assert left is not None and right is not None
    assert (alike(left.code) == alike(right.code)) is same
