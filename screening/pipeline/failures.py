"""Any error of a step as one sentence and its exit status."""

from __future__ import annotations

import errno

from screening.errors import RunFailed, ScreeningError, failed_write, internal_fault, out_of_memory
from screening.pipeline.request import Request

PUBLISH = "publish"
_WRITING = ("reports", PUBLISH)
_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE)


def explain(error: Exception, step: str, request: Request) -> ScreeningError:
    """Any error of a step as one sentence and its exit status."""
    if isinstance(error, ScreeningError):
        return error
    if isinstance(error, MemoryError):
        return out_of_memory()
    if isinstance(error, OSError) and (step in _WRITING or error.errno in _DISK):
        return failed_write(error, request.out)
    if isinstance(error, OSError) and step == "sources":
        why = errno.errorcode.get(error.errno or 0, type(error).__name__)
        return RunFailed(
            f"无法读取交付目录 {request.delivery.name}（{why}），请检查权限与网络后重新运行；上一次发布的结果未受影响。",
            f"Cannot read the delivery folder {request.delivery.name} ({why}); check permissions and network and run again. "
            "The previous publication is untouched.",
            "source_unreachable",
        )
    return internal_fault(error)
