"""Numbers of companies beside the credit code: organisation codes, tax numbers, business numbers of Hong Kong and Taiwan, LEI.

Sources: GB 11714 (organisation code), ISO 17442 with MOD 97-10 (LEI), notice of Taiwan's Ministry of Finance on the uniform number
(since 2023-04-01 the sum is a multiple of 5; a seventh digit 7 counts as 1 or as 0), Hong Kong Inland Revenue (form of the certificate).
"""

from __future__ import annotations

import re

_ORG = re.compile(r"[0-9A-Z]{8}[0-9X]")
_ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_TAX = re.compile(r"\d{6}[0-9A-Z]{8}[0-9X]")
_LEI = re.compile(r"[0-9A-Z]{18}\d{2}")
_BUSINESS = re.compile(r"(\d{8})(?:-\d{3}-\d{2}-\d{2}-[0-9A-Z])?")
_UNIFORM_WEIGHTS = (1, 2, 1, 2, 1, 2, 4, 1)
_REGISTRY_NO = re.compile(r"\d{7}")


def is_org_code(code: str) -> bool:
    """Whether nine places are an organisation code with the right check (11 minus the weighted sum mod 11; 10 is X, 11 is 0)."""
    if not _ORG.fullmatch(code):
        return False
    total = sum(int(place, 36) * weight for place, weight in zip(code, _ORG_WEIGHTS, strict=False))
    return "0123456789X0"[11 - total % 11] == code[8]


def org_code_of_tax_number(number: str) -> str | None:
    """The organisation code in a tax number of 15 places (six of region, nine of organisation), issued until 2015."""
    return number[6:] if _TAX.fullmatch(number) and is_org_code(number[6:]) else None


def is_lei(code: str) -> bool:
    """A legal entity identifier: 20 places that leave 1 when divided by 97, letters counted A=10 to Z=35."""
    return _LEI.fullmatch(code) is not None and int("".join(str(int(place, 36)) for place in code)) % 97 == 1


def read_business_number(text: str) -> tuple[str, bool] | None:
    """Eight digits of a business, and whether they pass Taiwan's check.

    The Hong Kong number (BRN, since 2023 also the UBI) has no published check and looks alike, so both are one scheme; the
    full form on the Hong Kong certificate, 8-3-2-2-1, adds branch and dates.
    """
    match = _BUSINESS.fullmatch(text)
    return (match[1], is_uniform_number(match[1])) if match else None


def is_uniform_number(number: str) -> bool:
    """Whether eight digits pass the check of Taiwan's uniform number."""
    total = sum(sum(divmod(int(digit) * weight, 10)) for digit, weight in zip(number, _UNIFORM_WEIGHTS, strict=True))
    return total % 5 == 0 or (number[6] == "7" and (total + 1) % 5 == 0)


def is_registry_number(text: str) -> bool:
    """The seven digits by which Hong Kong's Companies Registry knew a company before December 2023; they have no check."""
    return _REGISTRY_NO.fullmatch(text) is not None
