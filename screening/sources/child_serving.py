"""The far side of `screening.sources.child_process`: limits of a reading process, and how it answers.

Both sides send frames: one line of JSON with the size of what follows, then as many bytes. A request names a verb; an answer
holds either results or an error code. Standard library only: a reading process must start at once.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from typing import Any

CPU_SECONDS = 120

Answer = tuple[dict[str, Any], bytes]


class Refused(Exception):
    """The file is not read; the code says why, and `screening.sources.child_process` says it in words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def serve(verbs: dict[str, Callable[[dict[str, Any], bytes], Answer]], address_space: int) -> None:
    """Answers requests until the input ends.

    Args:
        verbs: what this process can do.
        address_space: bytes it may map; set before a foreign byte is read.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no core file may hold what was read
    resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while line := source.readline():
        request = json.loads(line)
        data = source.read(request["size"])
        try:
            answer, payload = verbs[request["verb"]](request, data)
        except Refused as refusal:
            answer, payload = {"error": refusal.code}, b""
        sink.write(json.dumps(answer | {"size": len(payload)}).encode() + b"\n")
        sink.write(payload)
        sink.flush()
