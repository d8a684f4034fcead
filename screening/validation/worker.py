"""The only importer of Great Expectations: a process of its own, because the import alone takes seconds.

Reads one JSON line per suite on standard input: {"name", "frame": path of an Arrow file, "expectations": [{"id",
"expect", "arguments"}]}. Answers one line each: {"name", "results": {id: true | false | null}, "unusable": [id]}; null
where the expectation could not be evaluated, unusable where it is no expectation or its arguments do not fit.
Values never leave it: results are BOOLEAN_ONLY, and the frames' columns are those under expectation only.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import warnings
from typing import Any

os.environ["GX_ANALYTICS_ENABLED"] = "false"
os.environ["TQDM_DISABLE"] = "1"
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import great_expectations as gx
import pyarrow as pa
from great_expectations.exceptions.exceptions import ExpectationNotFoundError
from great_expectations.expectations.registry import get_expectation_impl

Item = dict[str, Any]


def main() -> None:
    """Answers until standard input ends."""
    context = gx.get_context(mode="ephemeral")
    source = context.data_sources.add_pandas("frames")
    for number, line in enumerate(sys.stdin):
        task = json.loads(line)
        with pa.OSFile(task["frame"], "rb") as file:
            frame = pa.ipc.open_file(file).read_all().to_pandas()
        definition = source.add_dataframe_asset(f"frame{number}").add_batch_definition_whole_dataframe("whole")
        built, unusable = _build(task["expectations"])
        results = _validate(definition.get_batch({"dataframe": frame}), built)
        if frame.empty:
            results |= {item["id"]: True for item in task["expectations"] if not _on_table(item)}  # nothing to say
        print(json.dumps({"name": task["name"], "results": results, "unusable": unusable}), flush=True)


def _validate(batch: Any, built: list[Any]) -> dict[str, bool | None]:
    """Whether each expectation holds on the batch."""
    suite = gx.ExpectationSuite(name="suite", expectations=built)
    answer = batch.validate(suite, result_format="BOOLEAN_ONLY")
    results: dict[str, bool | None] = {}
    for result in answer.results:
        failed_to_run = any(info.get("raised_exception") for info in _exceptions(result.exception_info))
        results[result.expectation_config.meta["id"]] = None if failed_to_run else bool(result.success)
    return results


def _build(items: list[Item]) -> tuple[list[Any], list[str]]:
    """The expectations that are ones, and the ids of those that are not."""
    built, unusable = [], []
    for item in items:
        try:
            built.append(get_expectation_impl(item["expect"])(**item["arguments"], meta={"id": item["id"]}))
        except (ExpectationNotFoundError, TypeError, ValueError):  # pydantic's own error is a ValueError
            unusable.append(item["id"])
    return built, unusable


def _on_table(item: Item) -> bool:
    return str(item["expect"]).startswith("expect_table_")


def _exceptions(info: dict[str, Any]) -> list[dict[str, Any]]:
    """Great Expectations reports one exception flat and several keyed by metric."""
    return [info] if "raised_exception" in info else [value for value in info.values() if isinstance(value, dict)]


if __name__ == "__main__":
    main()
