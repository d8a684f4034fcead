"""Free words that later stages map: those that nobody has classified are listed, once per word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from screening.contract.columns import Table
from screening.contract.internal import std
from screening.contract.tables import MASTERS
from screening.refdata.kinship import is_emergency_contact, kin, organisation_relation
from screening.refdata.positions import post_kind
from screening.refdata.text import fold_text
from screening.staging.issues import key_of
from screening.warehouse.store import Warehouse, quoted

_STATUSES = (
    "active 启用 有效 正常 合作中 在用 使用中 合格 已启用 已审核 approved enabled live open 在业 存续 开业 在营 正常营业 仍注册 registered "
    "inactive 停用 无效 失效 禁用 停止合作 已停用 暂停 暂停合作 冻结 冻结中 blocked suspended disabled closed hold 歇业 停业 黑名单 "
    "注销 已注销 吊销 已吊销 吊销未注销 吊销已注销 撤销 迁出 迁入 清算 清算中 解散 破产 cancelled canceled deregistered dissolved revoked "
    "liquidation struckoff 潜在 准入中 待审核 pending new 新建 草稿 draft 不合格 淘汰 退出 已退出"
)
STATUS_WORDS = frozenset(fold_text(word) for word in _STATUSES.split())
"""States of a master or registry record that say plainly whether it is in use."""


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """One free column: `understood` says whether a word can be mapped; `unless` excludes rows that need no word."""

    tables: tuple[str, ...]
    column: str
    check_id: str
    understood: Callable[[str], bool]
    zh: str
    en: str
    unless: str = "false"


def _is_relation(word: str) -> bool:
    return kin(word) is not None or organisation_relation(word) is not None or is_emergency_contact(word)


def _is_status(word: str) -> bool:
    key = fold_text(word)
    return key in STATUS_WORDS or any(
        key.startswith(known) for known in STATUS_WORDS if len(known) > 1 and not known.isascii()
    )


_VOCABULARIES = (
    _Vocabulary(
        ("officers",), "position", "position_unmapped", lambda word: False,
        "职务无法归类，相关人员的结果将为“范围未知”；请填写职务类别", "The position fits no class, so findings are scope_unknown; fill in position_class",
        "position_class is not null",
    ),
    _Vocabulary(
        ("related_parties", "declarations"), "relationship", "relationship_unmapped", _is_relation,
        "关系无法识别；请改用通用的亲属称谓或说明与企业的关系", "The relationship is not understood; use a common term of kinship or of control",
    ),
    _Vocabulary(
        ("appointments",), "role", "role_unmapped", lambda word: post_kind(word) is not None,
        "职务无法识别，该任职不作为职务关系", "The role is not understood, so it counts as no post",
    ),
    _Vocabulary(
        (*MASTERS, "registry_companies"), "status", "status_unmapped", _is_status,
        "状态无法识别，视为未知", "The status is not understood and counts as unknown",
    ),
)  # fmt: skip


def check_words(warehouse: Warehouse, tables: list[Table]) -> None:
    """One warning per table, column and word, under the key of the first record by key."""
    for vocabulary in _VOCABULARIES:
        for table in tables:
            if table.name in vocabulary.tables:
                _list_unmapped(warehouse, table, vocabulary)


def _list_unmapped(warehouse: Warehouse, table: Table, vocabulary: _Vocabulary) -> None:
    column = quoted(vocabulary.column)
    words = warehouse.rows(
        f"""
        select {column} as word, count(*) as n, arg_min({key_of(table)}, ({key_of(table)}, record_id)) as key,
            arg_min("row", ({key_of(table)}, record_id)) as "row"
        from {std(table.name)} where {column} is not null and not ({vocabulary.unless})
        group by {column} order by {column}
        """
    )
    warehouse.append("issue", [
        {
            "table_name": table.name, "row": row["row"], "key": row["key"], "check_id": vocabulary.check_id, "severity": "warning",
            "column_name": vocabulary.column,
            "message_zh": f"{vocabulary.zh}：“{row['word']}”，共 {row['n']} 行。",
            "message_en": f"{vocabulary.en}: “{row['word']}”, {row['n']} rows.",
        }
        for row in words if not vocabulary.understood(row["word"])
    ])  # fmt: skip
