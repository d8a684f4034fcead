"""What a comparison of two names of companies says, and pairs of names with their parts as it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Texts = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class CompanyPairs:
    """Pairs of names with their parts; all sequences have one entry per pair.

    Attributes:
        how: former_name, same_former, other_name, same_name, branch (stated); parts, typo, short; romanised, latin.
        short: the short name whose characters the other has in order, or the sound that both share; else empty.
        shape: of a short name: exact (the other begins so), loose (characters left out), within (it begins further in); of a
            former name: later (one company was founded after business with the other began); of a name that passed from one company
            to another: earlier (the record means one that bore it before), undecided.
        left_name: as written.
        left_region: the digits of its code that tell (refdata.regions): one region lies in the other when its code begins with the other's;
            several with | between them where the name leaves open which is meant.
        left_sounds: how a Chinese name is read without its region, or the words of a Latin one; apart by spaces.
        bearers: companies of the delivery with this trade name, short name or sound.
        companies: companies of the delivery.
    """

    how: Sequence[str]
    short: Sequence[str]
    shape: Sequence[str]
    left_name: Sequence[str]
    right_name: Sequence[str]
    left_core: Texts
    right_core: Texts
    left_brand: Texts
    right_brand: Texts
    left_region: Texts
    right_region: Texts
    left_trade: Texts
    right_trade: Texts
    left_form: Texts
    right_form: Texts
    left_sounds: Sequence[Sequence[str] | None]
    right_sounds: Sequence[Sequence[str] | None]
    bearers: NDArray[np.float64]
    companies: int


@dataclass(frozen=True, slots=True)
class CompanyVerdicts:
    """One entry per pair.

    Attributes:
        basis: what the link is called.
        parts: brand, region, trade, group, form, founded -> agrees, contains, typo, absent, conflict; reused -> the shape, absent.
        bits: stated, brand, region, trade, group, form, founded -> evidence.
        firm: may reach tier B: stated outright, only the legal form left out, or a slip beside a rare trade name.
    """

    basis: NDArray[np.str_]
    parts: dict[str, NDArray[np.str_]]
    bits: dict[str, NDArray[np.float64]]
    firm: NDArray[np.bool_]

    @property
    def total(self) -> NDArray[np.float64]:
        """The evidence of each pair, without the prior."""
        total: NDArray[np.float64] = np.sum(list(self.bits.values()), axis=0)
        return total
