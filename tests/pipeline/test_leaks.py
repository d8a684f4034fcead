"""No identity number, phone or account leaves the delivery: not after a good run, not after a failed one."""

from __future__ import annotations

import csv
import importlib
import traceback
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from sample_ids import bank_card, resident_id

from screening.contract.columns import Kind
from screening.contract.tables import TABLES
from screening.errors import RunFailed
from screening.pipeline import Request, read_settings, run_night
from tests.canaries import contents, forms, leaks, numbers
from tests.commands import SAMPLE, SAMPLE_DAY, coi_here, complaint
from tests.deliveries import OFFICERS, SUPPLIERS, write_csv
from tests.obliging import ObligingProcess

from .tables import files

STAGES = ("sources", "staging", "matching", "relationships", "policy", "findings", "reports")


def sample_numbers() -> set[str]:
    return set().union(*(numbers(file.header, file.rows) for file in files(SAMPLE)))


def test_the_sample_is_full_of_numbers() -> None:
    """Else the scans below would look for nothing."""
    found = sample_numbers()

    assert len(found) > 150
    assert {len(number) for number in found} >= {11, 18, 19}


@pytest.mark.parametrize("form", range(8))
def test_the_scan_sees_what_it_looks_for(tmp_path: Path, form: int) -> None:
    canary = resident_id("110105", "1987-03-04", 211)
    (tmp_path / "db").write_bytes(b"..." + forms(canary)[form] + b"...")
    (tmp_path / "other").write_bytes(forms(canary.replace("1987", "1988"))[form])

    assert [leak.split(":")[0] for leak in leaks(contents(tmp_path), {canary})] == ["db"]


def test_a_good_run_publishes_no_number(sample_out: Path) -> None:
    assert leaks(contents(sample_out), sample_numbers()) == []


# --- a delivery full of numbers in wrong places ---------------------------------------------------------------------------


class Cast:
    """Hands out numbers and remembers them."""

    def __init__(self) -> None:
        self.handed: set[str] = set()

    def resident(self) -> str:
        born = date(1950, 1, 1) + timedelta(days=len(self.handed))
        return self._new(resident_id("110105", born.isoformat(), 211))

    def phone(self) -> str:
        return self._new(f"1391770{len(self.handed):04d}")

    def account(self) -> str:
        return self._new(bank_card(f"62258801{len(self.handed):010d}"))

    def _new(self, number: str) -> str:
        self.handed.add(number)
        return number


def crowded(folder: Path) -> set[str]:
    """Writes a delivery of every table in which every cell that may, or must not, hold a number holds one."""
    cast = Cast()
    folder.mkdir()
    for table in TABLES.values():
        if table.name in ("corrections", "exclusions"):
            continue
        rows = []
        for number in range(40):
            row = {column.name: "" for column in table.columns}
            row |= {column.name: f"{table.name[:2]}{number}" for column in table.columns if column.kind is Kind.CODE}
            row |= {column.name: f"{table.zh}{number}号商行" for column in table.columns if column.kind is Kind.TEXT}
            row |= _fixed(table.name, number)
            for column in table.columns:
                if column.name in ("id_number", "holder_id"):
                    row[column.name] = cast.resident()
                elif column.kind is Kind.PHONES:
                    row[column.name] = f"{cast.phone()};{cast.phone()}" if number % 2 else f"+86 {cast.phone()}"
                elif column.kind is Kind.ACCOUNTS:
                    row[column.name] = cast.account()
            rows.append(row)
        _spoil(table.name, rows, cast)
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
            if table.name == "holdings":
                file.write(f"{cast.resident()},{cast.phone()}\n")  # a record that cannot be cut into fields
    (folder / "coi.toml").write_text("[limits]\nmax_rejected_pct = 30\n", encoding="utf-8")
    return cast.handed


def _fixed(table: str, number: int) -> dict[str, str]:
    """What a row needs to be used at all; people and companies recur, so that there is something to find."""
    person = f"冯{'砚望长扶栖漱采观'[number % 8]}{'秋舒庚摇迟石'[number // 8]}"
    company = f"苏州听雪{number}号商贸有限公司"
    return {
        "officers": {"officer_id": f"P{number}", "name": person, "position": "董事", "entity_id": "E1", "term_start": "2020-01-01"},
        "related_parties": {"officer_id": f"P{number}", "name": person, "kind": "person", "relationship": "配偶"},
        "group_entities": {"entity_id": f"E{number}", "parent_entity_id": "", "jurisdiction": "CN", "group_id": ""},
        "suppliers": {"name": company, "group_id": "", "entity_id": "E1"},
        "customers": {"name": company, "group_id": "", "entity_id": "E1"},
        "competitors": {"name": company, "group_id": "", "entity_id": "E1"},
        "registry_companies": {"name": company, "status": "存续"},
        "appointments": {"company_name": company, "person_name": person, "role": "董事"},
        "holdings": {"holder_name": person, "holder_kind": "person", "company_name": company, "share_pct": "30"},
        "transactions": {"party_id": f"su{number}", "kind": "purchase", "transacted_on": "2026-05-01", "amount": "10"},
        "financing": {"officer_id": f"P{number}", "counterparty_name": company, "kind": "loan_in", "related_id": ""},
        "declarations": {"officer_id": f"P{number}", "kind": "ad_hoc", "submitted_on": "2026-06-01", "item": "position", "counterparty_name": company},
        "gifts": {"officer_id": f"P{number}", "counterparty_name": company, "direction": "received", "form": "cash", "occurred_on": "2026-06-01"},
        "tips": {"officer_id": f"P{number}", "received_on": "2026-06-01", "category": "conflict", "counterparty_name": company},
        "approvals": {"officer_id": f"P{number}", "kind": "board_resolution", "dated_on": "2026-06-01", "counterparty_name": company},
        "user_accounts": {"officer_id": f"P{number}"},
    }[table]  # fmt: skip


def _spoil(table: str, rows: list[dict[str, str]], cast: Cast) -> None:
    """Numbers where they do not belong: in dates, amounts, shares, words, codes of companies, and texts of tips."""
    wrong = {
        "officers": ("birth_date", "gender", "position_class", "term_end", "email", "address"),
        "related_parties": ("birth_date", "lawful_basis", "valid_to"),
        "suppliers": ("uscc", "registration_no", "created_on", "party_kind", "is_financial_institution", "dealing_to"),
        "customers": ("uscc", "registration_no"),
        "competitors": ("uscc", "party_kind"),
        "registry_companies": ("uscc", "registration_no", "founded_on", "as_of"),
        "appointments": ("company_uscc", "birth_date", "valid_from", "retrieved_on"),
        "holdings": ("company_uscc", "share_pct", "voting_pct", "partner_role", "acquired_via", "valid_from"),
        "transactions": ("kind", "amount", "transacted_on", "document_type", "party_table"),
        "financing": ("counterparty_uscc", "kind", "amount", "valid_from"),
        "declarations": ("counterparty_uscc", "share_pct", "cure_days", "decision", "signed", "submitted_on"),
        "gifts": ("counterparty_uscc", "value", "direction", "occurred_on"),
        "tips": ("received_on", "category"),
        "approvals": ("counterparty_uscc", "kind", "dated_on"),
    }.get(table, ())
    for place, column in enumerate(wrong):
        rows[place][column] = cast.resident()
        rows[place + 10][column] = cast.account()
    if table == "officers":
        rows[30]["id_number"] = cast.resident() + "9"
        rows[31]["id_number"] = " ".join(cast.resident()[i : i + 6] for i in (0, 6, 12))
        rows[32]["phone"] = f"家：{cast.phone()}"
        rows[33]["bank_account"] = f"工行 {cast.account()}"
    if table == "tips":
        for row in rows:
            row["text"] = f"证件 {cast.resident()} 电话 {cast.phone()}"


@pytest.fixture(scope="module")
def bad_cells(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str], str]:
    """An output folder after a run on the crowded delivery, the numbers, and everything that was said."""
    folder = tmp_path_factory.mktemp("crowded")
    canaries = crowded(folder / "delivery")
    with mock.patch("screening.pipeline.ValidationProcess", ObligingProcess):
        done = coi_here("run", folder / "delivery", "--out", folder / "out", "--as-of", SAMPLE_DAY)
    assert done.returncode == 0, done.stderr
    return folder / "out", canaries, done.stdout + done.stderr


def test_numbers_in_wrong_places_are_not_published_either(bad_cells: tuple[Path, set[str], str]) -> None:
    out, canaries, said = bad_cells

    assert len(canaries) > 800
    assert leaks(contents(out) | {"said": said.encode()}, canaries) == []


def test_the_defects_are_reported_all_the_same(bad_cells: tuple[Path, set[str], str]) -> None:
    """Masking must not mean silence."""
    rows = contents(bad_cells[0])
    (name,) = [name for name in rows if name.endswith("quality.parquet: rows")]

    for column in ("birth_date", "share_pct", "amount", "cure_days", "uscc"):
        assert f"'column': '{column}'" in rows[name].decode(), column
    assert b"'severity': 'error'" in rows[name]


# --- failing runs ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, str]:
    """A small good delivery whose first officer bears the canary."""
    canary = resident_id("110105", "1987-03-04", 211)
    delivery = tmp_path / "delivery"
    delivery.mkdir()
    write_csv(delivery / "officers.csv", [dict(OFFICERS[0]) | {"id_number": canary}, *OFFICERS[1:]])
    write_csv(delivery / "suppliers.csv", SUPPLIERS)
    return delivery, canary


@pytest.fixture(params=STAGES)
def failing_stage(request: pytest.FixtureRequest, small: tuple[Path, str]) -> Iterator[str]:
    """A stage whose fault quotes a row, with another such fault as its cause."""
    stage = importlib.import_module(f"screening.{request.param}")

    def fails(*_: Any) -> None:
        try:
            raise KeyError(f"row with {small[1]}")
        except KeyError as cause:
            raise ValueError(f"could not convert {small[1]}") from cause

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "run", fails)
        patch.setattr("screening.pipeline.ValidationProcess", ObligingProcess)
        yield request.param


def test_a_fault_that_quotes_a_row_is_told_without_it(
    failing_stage: str, small: tuple[Path, str], tmp_path: Path
) -> None:
    delivery, canary = small
    out = tmp_path / "out"

    done = coi_here("run", delivery, "--out", out, "--as-of", SAMPLE_DAY, "--lang", "en")

    assert done.returncode == 5
    assert complaint(done).startswith("Internal fault (ValueError at ")
    assert leaks(contents(out) | {"said": (done.stdout + done.stderr).encode()}, {canary}) == []
    assert list((out / "runs").iterdir()) == [], "what was begun is gone"
    assert not (out / "latest").is_symlink()


def test_the_error_itself_carries_nothing_along(failing_stage: str, small: tuple[Path, str], tmp_path: Path) -> None:
    """An orchestrator prints an error with all that led to it."""
    delivery, canary = small
    request = Request(delivery, tmp_path / "out", date(2026, 11, 20), read_settings(delivery))

    with pytest.raises(RunFailed) as refusal:
        run_night(request, lambda: datetime(2026, 11, 20, tzinfo=UTC))

    seen: BaseException | None = refusal.value
    while seen is not None:
        assert canary not in str(seen)
        seen = seen.__cause__ or seen.__context__
    assert canary not in "".join(traceback.format_exception(refusal.value, chain=True))


def test_a_rejected_delivery_is_told_without_its_cells(tmp_path: Path) -> None:
    canaries = crowded(tmp_path / "delivery")
    (tmp_path / "delivery" / "coi.toml").write_text("[limits]\nmax_rejected_pct = 0\n", encoding="utf-8")

    done = coi_here("run", tmp_path / "delivery", "--out", tmp_path / "out", "--as-of", SAMPLE_DAY)

    assert done.returncode == 3
    assert leaks(contents(tmp_path / "out") | {"said": done.stderr.encode()}, canaries) == []
