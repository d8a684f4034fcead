"""OUT/decisions.sqlite: append-only, chained, acknowledged only when on disk. The only reader and writer of that file.

The file's own locks order several writers, and a night that reads. A process that is killed leaves either the whole entry or
none: SQLite rolls back what was not committed. Anything else that is wrong with the file is reported, never repaired.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from screening.decisions.entry import GENESIS, Entry, chained
from screening.errors import IntegrityError, RunFailed, ScreeningError
from screening.settings import LogHead

NAME = "decisions.sqlite"
VERSION = 1
"""`user_version` of the file."""

BUSY_SECONDS = 10.0
_APPLICATION = 0x434F4944  # "COID"
_SCHEMA = f"""
create table entry (
    number integer primary key check (number > 0),
    text text not null,
    hash text not null unique
) strict;
create trigger entry_is_never_changed before update on entry begin select raise(abort, 'append only'); end;
create trigger entry_is_never_removed before delete on entry begin select raise(abort, 'append only'); end;
create trigger entry_follows_the_last before insert on entry
when new.number is not (select coalesce(max(number), 0) + 1 from entry)
begin select raise(abort, 'out of order'); end;
pragma application_id = {_APPLICATION};
pragma user_version = {VERSION};
"""


@dataclass(frozen=True, slots=True)
class Log:
    """The whole log at one moment.

    Attributes:
        entries: in the order in which they were recorded; number n stands at place n - 1.
        hashes: of each entry.
    """

    entries: tuple[Entry, ...] = ()
    hashes: tuple[str, ...] = ()

    @property
    def head(self) -> LogHead:
        """What names this state of the log."""
        return LogHead(entries=len(self.hashes), head=self.hashes[-1]) if self.hashes else LogHead()

    def holds(self, anchor: LogHead) -> bool:
        """Whether a state recorded elsewhere is a beginning of this log."""
        return anchor.entries == 0 or self.hashes[anchor.entries - 1 : anchor.entries] == (anchor.head,)


def read_log(out: Path) -> Log:
    """The log under an output folder, checked from its first entry on; an empty one where there is no file.

    Raises:
        IntegrityError: the file is damaged or an entry was altered, removed, added or exchanged.
        RunFailed: another process holds it, or it cannot be read.
    """
    path = out / NAME
    if not path.exists() and not path.is_symlink():
        return Log()
    with _in_own_words(out), closing(_connect(path, "rw")) as db:
        return _checked(db)


def append(out: Path, make: Callable[[Log], Sequence[Entry]]) -> LogHead:
    """Records entries, all or none; when this returns they are on disk.

    Args:
        out: the output folder.
        make: makes them from the log as it is while nobody else can write; an error of it records nothing.

    Returns:
        The head of the log behind them.

    Raises:
        IntegrityError: the log is not whole; nothing was recorded.
        RunFailed: locked, no space, not writable; nothing was recorded.
    """
    with _in_own_words(out), closing(_connect(out / NAME, "rwc")) as db:
        db.execute("begin immediate")
        try:
            log = _checked(db)
            entries = make(log)
            if entries and _is_blank(db):
                for statement in _statements():
                    db.execute(statement)
            mark = log.hashes[-1] if log.hashes else GENESIS
            for number, entry in enumerate(entries, start=len(log.hashes) + 1):
                text = entry.text()
                mark = chained(mark, text)
                db.execute("insert into entry values (?, ?, ?)", (number, text, mark))
            db.execute("commit")
        except BaseException:
            if db.in_transaction:
                db.execute("rollback")
            raise
    count = len(log.hashes) + len(entries)
    return LogHead(entries=count, head=mark) if count else LogHead()


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection in autocommit. `extra` is `full` and syncs the folder too, without which a power cut undoes a commit."""
    if path.is_symlink():
        raise sqlite3.DatabaseError("a link")
    before = os.umask(0o077)
    try:
        db = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
        db.execute("pragma synchronous = extra")
        db.execute("pragma trusted_schema = off")
        db.execute("pragma cell_size_check = on")
        if mode == "rwc":
            db.execute("pragma schema_version").fetchone()  # opens the file, while it would be made private
    finally:
        os.umask(before)
    return db


def _checked(db: sqlite3.Connection) -> Log:
    """Every entry, with the chain recomputed; a file whose first writer was killed before he wrote holds none."""
    if _is_blank(db):
        return Log()
    if db.execute("pragma application_id").fetchone()[0] != _APPLICATION or _version(db) != VERSION:
        raise sqlite3.DatabaseError("not a decision log of this version")
    if _triggers(db) != 3:
        raise sqlite3.DatabaseError("its guards are gone")
    entries, hashes, previous = [], [], GENESIS
    for place, (number, text, mark) in enumerate(db.execute("select number, text, hash from entry order by number"), 1):
        if number != place or not isinstance(text, str) or chained(previous, text) != mark:
            raise _Broken(place)
        try:
            entries.append(Entry.parse(text))
        except ValueError:
            raise _Broken(place) from None
        hashes.append(mark)
        previous = mark
    return Log(tuple(entries), tuple(hashes))


class _Broken(Exception):
    """The chain does not hold at this entry."""


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("pragma user_version").fetchone()[0])


def _is_blank(db: sqlite3.Connection) -> bool:
    return _version(db) == 0 and db.execute("select count(*) from sqlite_schema").fetchone()[0] == 0


def _triggers(db: sqlite3.Connection) -> int:
    return int(
        db.execute("select count(*) from sqlite_schema where type = 'trigger' and tbl_name = 'entry'").fetchone()[0]
    )


def _statements() -> Iterator[str]:
    """The schema, one statement at a time: `executescript` would commit."""
    statement = ""
    for line in _SCHEMA.strip().splitlines():
        statement += f"{line}\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def _in_own_words(out: Path) -> Iterator[None]:
    """Errors of the file as one sentence each; nothing of its content."""
    try:
        yield
    except ScreeningError:
        raise
    except _Broken as broken:
        raise damaged(
            f"第 {broken.args[0]} 条记录已被改动或缺失", f"entry {broken.args[0]} was altered or is missing"
        ) from None
    except sqlite3.OperationalError as error:
        raise _refused(error, out) from None
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        raise damaged("文件已损坏或不是决定日志", "it is damaged, or no decision log") from None


def damaged(zh: str, en: str) -> IntegrityError:
    """The log is not what it was when it was written."""
    return IntegrityError(
        f"决定日志 {NAME} 不完整：{zh}；未做任何修复，请从备份恢复该文件并查明原因。",
        f"The decision log {NAME} is not whole: {en}; nothing was repaired. Restore the file from a backup and find out why.",
        "decision_log_damaged",
    )


def _refused(error: sqlite3.OperationalError, out: Path) -> ScreeningError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF  # none where a text is no UTF-8
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RunFailed(
            f"决定日志 {NAME} 正被另一进程占用，本次未记录任何内容，请稍后重试。",
            f"The decision log {NAME} is held by another process; nothing was recorded. Try again in a moment.",
            "decision_log_locked",
        )
    if code == sqlite3.SQLITE_FULL:
        return RunFailed(
            f"写入 {out} 时磁盘空间不足，本次未记录任何内容，请清理空间后重试。",
            f"The disk is full while writing under {out}; nothing was recorded. Free some space and try again.",
            "disk_full",
        )
    if code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT):
        return damaged("文件已损坏或不是决定日志", "it is damaged, or no decision log")
    return RunFailed(
        f"无法读写 {out} 下的决定日志（{error.sqlite_errorname}），本次未记录任何内容，请检查权限与磁盘。",
        f"Cannot read or write the decision log under {out} ({error.sqlite_errorname}); nothing was recorded. "
        "Check permissions and disk.",
        "cannot_write",
    )
