"""Who may decide on whom. Nobody sees or decides a case of his own or his relatives, under whatever name he types."""

from __future__ import annotations

import os
import pwd
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from screening.errors import UsageError


def system_account() -> str:
    """The account of the operating system, by the process itself: an environment variable could say anything."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


@dataclass(frozen=True, slots=True)
class Reviewers:
    """The accounts of [reviewers] with the officers each is barred from; empty where nobody is configured.

    Attributes:
        barred: officer ids by account.
        accounts: account by each name it may be called by: its own, and the reviewer's.
    """

    barred: Mapping[str, frozenset[str]]
    accounts: Mapping[str, str]

    @classmethod
    def of(cls, recusals: Iterable[Mapping[str, Any]]) -> Self:
        """From the rows of a run's index."""
        barred: dict[str, set[str]] = {}
        called: dict[str, set[str]] = {}
        for row in recusals:
            barred.setdefault(row["account"], set()).update({row["officer_id"]} - {None})
            for name in (row["account"], row["name"]):
                called.setdefault(name, set()).add(row["account"])
        accounts = {name: min(of) for name, of in called.items() if len(of) == 1}
        accounts |= {account: account for account in barred}  # an account's own name comes before a reviewer's
        return cls({account: frozenset(ids) for account, ids in barred.items()}, accounts)

    def admit(self, by: str) -> str:
        """The account that decides.

        Raises:
            UsageError: reviewers are configured and this is none of them.
        """
        if not self.barred:
            return by
        account = self.accounts.get(by)
        if account is None:
            raise UsageError(
                "未记录：该账号不在 [reviewers] 中，请以已登记的账号（--by）记录，或更新配置后重新运行。",
                "Nothing was recorded: this account is not listed in [reviewers]; decide under a listed one (--by), or "
                "change the configuration and run the night again.",
                "not_a_reviewer",
            )
        return account

    def is_barred(self, accounts: Iterable[str], officer_id: str | None) -> bool:
        """Whether one of these accounts is the officer himself or a relative of his."""
        called = {self.accounts.get(account, account) for account in accounts}
        return officer_id is not None and any(officer_id in self.barred.get(account, ()) for account in called)
