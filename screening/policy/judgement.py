"""Everything decided about one finding, and the outcome that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from screening.policy.catalogue import Rule
from screening.policy.declarations import Declared
from screening.policy.facts import Exposure, Grain, Kin, Level, Party, Tie
from screening.policy.read_register import NilReturn
from screening.policy.regime_verdicts import RegimeVerdict
from screening.policy.unite import United


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything decided about one finding.

    Attributes:
        supporting: ties too weak for a finding of their own beside this one; shown with it.
        why: why it is outside the policy, null where it is not.
        level: whether office, link and dealing have a day in common.
        declared: null where nothing is to be declared.
        cure_ended: last of the days to cure, where they are over without a cure; null otherwise.
        regimes: verdict of every configured regime but the policy itself.
    """

    rule_id: str
    rule: Rule
    grain: Grain
    united: United
    supporting: tuple[Tie, ...]
    kin: Kin | None
    party: Party
    officer_name: str | None
    outcome: str
    why: str | None
    level: Level | None
    exemption: str
    declared: Declared | None
    cure_ended: date | None
    handed_in: bool
    regimes: Mapping[str, RegimeVerdict]
    statutory_resolution: str | None
    nil_returns: tuple[NilReturn, ...]

    @property
    def key(self) -> str:
        """Rule and grain as one text."""
        return "|".join((self.rule_id, *self.grain.order))

    @property
    def is_live(self) -> bool:
        """Whether the policy asks about it, settled or not."""
        return self.outcome in ("candidate", "declared")

    def with_reports(self, reports: tuple[Tie, ...]) -> Judgement:
        """The same judgement with what reports say of the pair beside it."""
        return replace(self, supporting=(*self.supporting, *reports))

    @property
    def basis(self) -> str | None:
        """Strongest proof of a dealing inside the look-back, whether or not it shares a day with the link."""
        return None if self._competes else self.party.basis

    @property
    def exposure(self) -> Exposure | None:
        """Sums in the look-back; null at competitors."""
        return None if self._competes else self.party.exposure

    @property
    def _competes(self) -> bool:
        """Whether the counterparty is on the list of competitors, also where the rule asks about the market."""
        return self.grain.party_table == "competitors"

    @property
    def overlap(self) -> Level | None:
        """The level, where the dates of the link matter."""
        return self.level if self.rule.clock in ("interval", "event") else None


def outcome_of(outside: str | None, level: Level | None, exemption: str, *, settled: bool) -> str:
    """The first that applies, in the contract's order; dismissals come from the decision log, later."""
    if outside is not None:
        return outside
    if level is None:
        return "no_overlap"
    if exemption == "met":
        return "exempt"
    return "declared" if settled else "candidate"
