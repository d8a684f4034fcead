"""Our side of a reading process: foreign files with a grammar are opened there, so a hostile one cannot end the run."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from types import TracebackType
from typing import Any, Literal, Self

from screening.errors import DeliveryRejected
from screening.sources.rejections import rejected, unreadable

_START = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
sys.modules.update(dict.fromkeys(("numpy", "pandas")))  # pyarrow can do without; importing them takes longer than reading
from screening.sources.{module} import main
main()
"""
_SECONDS = 180.0
_LARGEST_ANSWER = 4 << 30

_REFUSALS = {
    "unreadable": ("unreadable_file", "内容已损坏或不是其扩展名所示的格式", "it is damaged, or not what its extension says"),
    "no_workbook": ("no_workbook", "其中没有可读的工作簿", "there is no readable workbook inside"),
    "not_zip": ("no_workbook", "它不是 .xlsx 工作簿", "it is no .xlsx workbook"),
    "xls_inside": ("no_workbook", "它其实是旧版 .xls 工作簿，扩展名有误", "it is really an old .xls workbook under a wrong extension"),
    "xlsx_inside": ("no_workbook", "它其实是 .xlsx 工作簿，扩展名有误", "it is really an .xlsx workbook under a wrong extension"),
    "not_xls": ("no_workbook", "它不是 .xls 工作簿（可能是网页或文本）", "it is no .xls workbook (perhaps a web page or text)"),
    "password": ("password_protected", "工作簿受密码保护，本版本不能打开，请先去除密码",
                 "it is protected by a password, which this version cannot open, so remove the password"),
    "too_large": ("workbook_too_large", "内容过大（解压后超过 200 MB、压缩比异常或单元格超过 500 万个），请删除数据区以外的行列或改用 CSV",
                  "it is too large (over 200 MB unpacked, an abnormal compression ratio or over 5 million cells),"
                  " so delete rows and columns outside the data or use CSV"),
}  # fmt: skip


class ReaderProcess:
    """One child process for all files of one format; it starts at once and works while others are read."""

    def __init__(self, module: Literal["workbook_child", "parquet_child"]) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-c", _START.format(module=module), json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # its panics may quote what it read
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # unsent bytes of a request that is no longer wanted
                    pipe.close()

    def stop(self) -> None:
        """Ends the child, so that a thread waiting for it returns."""
        self._child.kill()

    def ask(self, file: str, request: dict[str, Any], data: bytes = b"") -> tuple[dict[str, Any], bytes]:
        """One request about one file.

        Args:
            file: its name, for messages.
            request: the verb and its arguments.
            data: bytes that go with it.

        Raises:
            DeliveryRejected: the child refused the file, or the file ended the child.
        """
        clock = threading.Timer(_SECONDS, self.stop)
        clock.start()
        try:
            answer, payload = self._exchange(request, data)
        except (OSError, ValueError, KeyError, TypeError):
            raise rejected(
                "hostile_file",
                f"文件 {file} 超出读取限度（内存或时间），未予读取；请删除数据区以外的行列，或另存为 CSV 后再交付。",
                f"File {file} goes beyond the limits for reading (memory or time) and was not read;"
                " delete rows and columns outside the data, or save it as CSV, and deliver again.",
            ) from None
        finally:
            clock.cancel()
        if "error" in answer:
            raise _refusal(file, answer["error"])
        return answer, payload

    def _exchange(self, request: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
        to_child, from_child = self._child.stdin, self._child.stdout
        if to_child is None or from_child is None:
            raise ValueError("the child has no pipes")
        to_child.write(json.dumps(request | {"size": len(data)}).encode() + b"\n")
        to_child.write(data)
        to_child.flush()
        answer: dict[str, Any] = json.loads(from_child.readline())  # an ended child sends nothing: ValueError
        size = int(answer["size"])
        if not 0 <= size <= _LARGEST_ANSWER:
            raise ValueError("answer too large")
        payload = from_child.read(size)
        if len(payload) != size:
            raise ValueError("answer cut short")
        return answer, payload


def _refusal(file: str, code: str) -> DeliveryRejected:
    reason, zh, en = _REFUSALS.get(code, _REFUSALS["unreadable"])
    return unreadable(file, zh, en, reason)
