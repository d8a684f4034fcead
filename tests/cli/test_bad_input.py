"""What is wrong with a delivery is told in one sentence, and what was published stays as it was."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pytest

from tests.commands import SAMPLE_DAY, coi_here, complaint, night_here, tree_hash
from tests.deliveries import OFFICERS, SUPPLIERS, write_csv, write_good, write_xlsx
from tests.obliging import ObligingProcess

CANARY = "110101199003078515"
NOISE = random.Random(7).randbytes(5000)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder in which a good delivery was published."""
    folder = tmp_path_factory.mktemp("published")
    night_here(write_good(folder / "delivery"), folder / "out")
    return folder / "out"


class Bad(NamedTuple):
    """A way to spoil a good delivery, its status, and words that the sentence must hold in each language."""

    spoil: Callable[[Path], object]
    status: int
    zh: tuple[str, ...]
    en: tuple[str, ...]


def _no_workbook(folder: Path) -> None:
    (folder / "suppliers.csv").unlink()
    with zipfile.ZipFile(folder / "suppliers.xlsx", "w") as archive:
        archive.writestr("hello.txt", CANARY)


def _noise(name: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        for old in folder.glob(f"{name.split('.')[0]}.*"):
            old.unlink()
        (folder / name).write_bytes(NOISE)

    return spoil


def _truncated(folder: Path) -> None:
    content = (folder / "suppliers.csv").read_bytes()
    told = {"tables": {"suppliers": {"file": "suppliers.csv", "rows": 10, "bytes": len(content)}}}
    (folder / "delivery.json").write_text(json.dumps(told))
    (folder / "suppliers.csv").write_bytes(content[: len(content) // 2])


def _rows_missing(folder: Path) -> None:
    (folder / "delivery.json").write_text(json.dumps({"tables": {"suppliers": {"file": "suppliers.csv", "rows": 11}}}))


def _fractions(folder: Path) -> None:
    (folder / "holdings.csv").unlink()
    rows = [
        {"holder_name": "冯砚秋", "company_name": "苏州听雪庐商贸有限公司", "share_pct": share}
        for share in (0.3, 0.0499)
    ]
    write_xlsx(folder / "holdings.xlsx", rows)


def _many_rejected(folder: Path) -> None:
    write_csv(folder / "suppliers.csv", [*SUPPLIERS[:-1], {"party_id": "", "name": CANARY, "uscc": ""}])


def _swapped(folder: Path) -> None:
    write_csv(folder / "officers.csv", [row | {"name": row["id_number"], "id_number": row["name"]} for row in OFFICERS])


def _second_file(folder: Path) -> None:
    write_xlsx(folder / "供应商.xlsx", SUPPLIERS)


BAD = {
    "missing table": Bad(lambda f: (f / "officers.csv").unlink(), 3, ("officers", "董监高名册"), ("officers",)),
    "no master": Bad(lambda f: (f / "suppliers.csv").unlink(), 3, ("suppliers", "供应商"), ("suppliers", "customers")),
    "missing column": Bad(
        lambda f: write_csv(f / "suppliers.csv", [{"party_id": "S1", "title": CANARY}]), 3,
        ("suppliers.csv", "name", "名称"), ("suppliers", "suppliers.csv", "column name"),
    ),
    "zero bytes": Bad(lambda f: (f / "suppliers.csv").write_bytes(b""), 3, ("suppliers.csv", "0 字节"), ("suppliers.csv", "empty")),
    "noise in csv": Bad(_noise("suppliers.csv"), 3, ("suppliers.csv",), ("suppliers.csv",)),
    "noise in xlsx": Bad(_noise("suppliers.xlsx"), 3, ("suppliers.xlsx",), ("suppliers.xlsx", "workbook")),
    "noise in xls": Bad(_noise("suppliers.xls"), 3, ("suppliers.xls",), ("suppliers.xls", "workbook")),
    "noise in parquet": Bad(_noise("holdings.parquet"), 3, ("holdings.parquet",), ("holdings.parquet", "damaged")),
    "no workbook inside": Bad(_no_workbook, 3, ("suppliers.xlsx", "工作簿"), ("suppliers.xlsx", "no readable workbook")),
    "wrong encoding": Bad(
        lambda f: (f / "suppliers.csv").write_bytes("party_id,name\nS1,苏州\xff\xfe\n".encode("latin-1", "replace") + b"\xff"),
        3, ("suppliers.csv", "编码"), ("suppliers.csv", "UTF-8"),
    ),
    "damaged text": Bad(
        lambda f: (f / "suppliers.csv").write_text("party_id,name\nS1,锟斤拷有限公司\n", encoding="utf-8"), 3,
        ("suppliers.csv", "乱码"), ("suppliers.csv", "export it again"),
    ),
    "truncated": Bad(_truncated, 3, ("suppliers.csv", "delivery.json"), ("suppliers.csv", "delivery.json")),
    "fewer rows than told": Bad(_rows_missing, 3, ("suppliers.csv", "delivery.json", "11"), ("suppliers.csv", "delivery.json", "11")),
    "empty officers": Bad(
        lambda f: (f / "officers.csv").write_text("officer_id,name,position\n"), 3, ("officers", "没有数据行"), ("officers", "no rows")
    ),
    "empty masters": Bad(
        lambda f: (f / "suppliers.csv").write_text("party_id,name\n"), 3, ("主数据", "没有数据行"), ("masters", "rows")
    ),
    "more than 5 % rejected": Bad(
        _many_rejected, 3, ("suppliers", "party_id", "11", "max_rejected_pct"), ("suppliers", "party_id", "11", "max_rejected_pct")
    ),
    "fractions": Bad(
        _fractions, 3, ("holdings", "share_pct", "share_unit", "？"), ("holdings", "share_pct", "share_unit", "?")
    ),
    "swapped columns": Bad(_swapped, 3, ("officers", "姓名"), ("officers", "name")),
    "two files": Bad(_second_file, 3, ("suppliers.csv", "供应商.xlsx"), ("suppliers.csv", "供应商.xlsx")),
    "unknown configuration key": Bad(
        lambda f: (f / "coi.toml").write_text("[policy]\nkin_profil = 'core'\n"), 2, ("coi.toml", "policy.kin_profil"),
        ("coi.toml", "policy.kin_profil"),
    ),
    "own suite with an unknown table": Bad(
        lambda f: ((f / "expectations" / "delivered").mkdir(parents=True),
                   (f / "expectations" / "delivered" / "officer.yaml").write_text("boundary: delivered\ntable: officer\nexpectations: []\n")),
        2, ("expectations/delivered/officer.yaml",), ("expectations/delivered/officer.yaml",),
    ),
}  # fmt: skip


NEED_VALIDATION = ("swapped columns", "own suite with an unknown table")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_told_and_nothing_is_touched(published: Path, tmp_path: Path, case: str, language: str) -> None:
    bad = BAD[case]
    delivery = write_good(tmp_path / "delivery")
    bad.spoil(delivery)
    before = tree_hash(published / "runs"), (published / "latest").readlink()

    with (
        nullcontext()
        if case in NEED_VALIDATION
        else mock.patch("screening.pipeline.ValidationProcess", ObligingProcess)
    ):
        done = coi_here("run", delivery, "--out", published, "--as-of", "2026-11-21", "--lang", language)

    sentence = complaint(done)
    assert done.returncode == bad.status, sentence
    for word in bad.zh if language == "zh" else bad.en:
        assert word in sentence
    assert CANARY not in done.stderr + done.stdout
    assert done.stdout == ""
    assert (tree_hash(published / "runs"), (published / "latest").readlink()) == before
    assert [path.name for path in (published / "runs").iterdir() if path.name.startswith(".")] == []


def test_the_good_delivery_was_published(published: Path) -> None:
    """Else every case above could pass for a wrong reason."""
    assert (published / "latest").readlink().name.startswith(SAMPLE_DAY)
    assert len(list((published / "runs").iterdir())) == 1
