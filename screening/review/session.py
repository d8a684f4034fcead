"""The one session of a process: a token that works once, the cookie it is exchanged for, and what the page remembers meanwhile."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from hmac import compare_digest
from threading import Lock

from screening.errors import ScreeningError
from screening.reports.words import Language


class Session:
    """Nothing of it is written anywhere: when the process ends, token and cookie are worth nothing.

    Attributes:
        cookie: name of the cookie; cookies know no ports, so it bears ours.
        language: of the pages; None: that of the newest run.
    """

    def __init__(
        self, port: int, language: Language | None = None, complain: Callable[[ScreeningError], None] | None = None
    ) -> None:
        self.cookie = f"coi_review_{port}"
        self.language = language
        self.token = secrets.token_urlsafe(32)
        self._value = secrets.token_urlsafe(32)
        self._lock = Lock()
        self._is_used = False
        self._complain = complain
        self._notice: tuple[str, str] | None = None

    def exchange(self, token: str) -> str | None:
        """The value of the cookie for the token, once; None for anything else and ever after."""
        with self._lock:
            if self._is_used or not compare_digest(token.encode(), self.token.encode()):
                return None
            self._is_used = True
            return self._value

    def is_open_to(self, value: str) -> bool:
        """Whether this is the cookie, and the token was exchanged."""
        return compare_digest(value.encode(), self._value.encode()) and self._is_used

    def leave(self, zh: str, en: str) -> None:
        """Leaves a sentence for the next page."""
        self._notice = (zh, en)

    def take(self) -> tuple[str, str] | None:
        """The sentence that was left, once."""
        notice, self._notice = self._notice, None
        return notice

    def tell_fault(self, fault: ScreeningError) -> None:
        """Says in the terminal that something went wrong: its kind and place, nothing of the data."""
        if self._complain is not None:
            self._complain(fault)
