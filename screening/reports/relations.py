"""The words for a step of a path: its relation, and where it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from screening.contract.tables import TABLES
from screening.contract.words import POSTS
from screening.refdata.kinship import kin
from screening.reports.words import Language

ATTRIBUTES: Mapping[str, tuple[str, str]] = {
    "bank_account": ("同一银行账号", "same bank account"),
    "payee_account": ("收款账号相同", "same payee account"),
    "phone": ("同一电话", "same phone"),
    "email": ("同一邮箱", "same e-mail"),
    "address": ("同一地址", "same address"),
}
"""Values that two records share."""

RELATIONS: Mapping[str, tuple[str, str]] = {
    "holds": ("持股", "holds"),
    "nominee_for": ("由他人代持", "holds through a nominee"),
    "is": ("即", "is"),
    "same_company": ("同一公司", "same company"),
    "owns": ("经营", "owns"),
    **POSTS,
    "contact": ("联系人", "contact"),
    "payee": ("收款户名", "payee name"),
    "shareholder": ("股东", "shareholder"),
    **ATTRIBUTES,
    "loan_out": ("借出", "lends to"),
    "loan_in": ("借入", "borrows from"),
    "loan_help": ("协助借款", "borrows with the help of"),
    "guarantee_out": ("提供担保", "guarantees"),
    "guarantee_in": ("接受担保", "guaranteed by"),
    "gift": ("礼品往来", "gift"),
    "held_by": ("由其持股", "is held by"),
    "staffed_by": ("由其委派人员", "has staff placed by"),
    "declares_business_with": ("申报与其有业务", "declares business with"),
    "tip": ("举报线索", "named in a report with"),
    "controlled_by_self": ("控制的企业", "controls"),
    "controlled_by_relative": ("亲属控制的企业", "controlled by a relative"),
    "post_of_self": ("任职企业", "holds a post in"),
    "other": ("有关联", "is related to"),
}


def relation(name: str) -> tuple[str, str]:
    """A relation in Chinese and English; kinship by its path, free text of the delivery as it is."""
    if name in RELATIONS:
        return RELATIONS[name]
    kinship = kin(name)
    return (name, name) if kinship is None else (kinship.label_zh, kinship.label_en)


def path_words(path: Sequence[Mapping[str, Any]] | None, language: Language) -> str:
    """A path as one line: 冯砚秋 ─配偶→ 储沅砚 ─董事→ 西安…公司."""
    steps = path or ()
    if not steps:
        return ""
    line = str(steps[0].get("from") or "")
    for step in steps:
        share = step.get("share_pct")
        said = relation(str(step.get("relation") or ""))[language == "en"]
        line += f" ─{said}{'' if share is None else f' {float(share):g} %'}→ {step.get('to') or ''}"
    return line


def kinship_words(said: str | None, language: Language) -> str | None:
    """A relationship as delivered; in English the word for it, where it is one of kinship."""
    kinship = kin(said) if said is not None and language == "en" else None
    return said if kinship is None else kinship.label_en


def source_words(source: Mapping[str, Any] | None, language: Language) -> str:
    """Where a step was read: the table and the row of the delivered file."""
    if source is None or source.get("table") is None:
        return ""
    table, row = str(source["table"]), source.get("row")
    name = TABLES[table].zh if language == "zh" and table in TABLES else table
    if row is None:
        return name
    return f"{name} 第 {row} 行" if language == "zh" else f"{name}, row {row}"
