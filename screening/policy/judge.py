"""From facts to judgements: one per finding. Pure: facts and policy in, judgements out; `row` puts them into words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from screening.policy.catalogue import Catalogue, Rule
from screening.policy.deadlines import Clock, working_days_after
from screening.policy.declarations import Declared, cure_ended, declared, is_settled, items_naming
from screening.policy.exemption import exemption_of
from screening.policy.facts import Grain, Kin, Party, Tie
from screening.policy.judgement import Judgement, outcome_of
from screening.policy.leads import gives_way, leads_that_give_way
from screening.policy.read import Facts
from screening.policy.read_register import NilReturn
from screening.policy.regime_verdicts import (
    RegimeVerdict,
    furthest,
    of_officer,
    of_shareholder,
    outcome_of_shareholder,
)
from screening.policy.regimes import Regimes
from screening.policy.rules import rules_shown
from screening.policy.rules.tips import ALLEGED
from screening.policy.scope import Scope, scope_of
from screening.policy.unite import Standing, United, unite
from screening.refdata.calendar import WorkingCalendar, working_calendar
from screening.settings import RunSettings


@dataclass(frozen=True, slots=True)
class _Pair:
    """An officer and a company; None where a report names no company."""

    group_id: str
    officer_id: str | None
    party: str | None


@dataclass(frozen=True)
class Judge:
    """The policy of one night, applied to its facts."""

    facts: Facts
    night: RunSettings
    catalogue: Catalogue
    regimes: Regimes

    def judgements(self, screened: Collection[str]) -> Iterator[Judgement]:
        """Every finding in order, also those that are exempt, outside the policy or without a common day.

        Args:
            screened: the rules that are asked; a lead gives way to none of the others.
        """
        found: dict[tuple[Grain, str], list[Standing]] = defaultdict(list)
        for tie in self.facts.ties:
            standing = Standing(tie, self._scope(tie))
            for rule_id in rules_shown(tie, self.catalogue):
                if rule_id in screened:
                    found[tie.grain, rule_id].append(standing)
        giving_way = leads_that_give_way(found)
        alleged: dict[_Pair, list[tuple[Grain, str]]] = defaultdict(list)
        judged: dict[_Pair, list[Judgement]] = defaultdict(list)
        for grain, rule_id in sorted(found, key=lambda key: (key[0].order, key[1])):
            leads, pair = giving_way.get(grain, ()), self._pair(grain)
            if rule_id in ALLEGED:
                alleged[pair].append((grain, rule_id))
            elif not gives_way(rule_id, found[grain, rule_id]):
                judged[pair].append(self._judge(grain, rule_id, unite(found[grain, rule_id]), leads))
            elif not leads:
                judged[pair].append(self._judge(grain, rule_id, unite(found[grain, rule_id]), ()))
        for pair, keys in alleged.items():
            if pair.party is not None and any(judgement.is_live for judgement in judged[pair]):
                reports = tuple(tie for key in keys for tie in unite(found[key]).ties)
                judged[pair] = [each.with_reports(reports) if each.is_live else each for each in judged[pair]]
            else:
                judged[pair] += [
                    self._judge(grain, rule_id, unite(found[grain, rule_id]), ()) for grain, rule_id in keys
                ]
        yield from sorted(
            (judgement for of_pair in judged.values() for judgement in of_pair),
            key=lambda judgement: (judgement.grain.order, judgement.rule_id),
        )

    def _pair(self, grain: Grain) -> _Pair:
        """Whom and which company a finding is about, whichever record of it and whoever is between."""
        company = self.facts.parties[grain.party_key].company_id
        return _Pair(grain.group_id, grain.officer_id, company or grain.party_id)

    def _judge(self, grain: Grain, rule_id: str, united: United, supporting: tuple[Tie, ...]) -> Judgement:
        rule, party, lead = self.catalogue.rules[rule_id], self.facts.parties[grain.party_key], united.lead
        regimes = self._regime_verdicts(united)
        if lead.who == "shareholder":
            outside, why = outcome_of_shareholder(regimes)
        else:
            outside, why = united.scope.outside, united.scope.why
        exemption = exemption_of(
            rule.exemption,
            lead,
            party,
            threshold=self.night.settings.policy.stake_exemption_pct,
            controlled_from_our_side=(grain.officer_id, grain.party_key) in self._controlled,
        )
        clock = self.clock_of(united)
        handed_in = rule.handed_in and all(handed_in_on_time(tie, clock) for tie in united.counting)
        found = self._declared(rule, united, party, clock, handed_in=handed_in)
        level = united.scope.level
        settled = handed_in or (found is not None and is_settled(found, clock.calendars, self.night.as_of))
        return Judgement(
            rule_id=rule_id,
            rule=rule,
            grain=grain,
            united=united,
            supporting=supporting,
            kin=self._kin(grain),
            party=party,
            officer_name=self.facts.names.get(grain.officer_id or ""),
            outcome=outcome_of(outside, level, exemption, settled=settled),
            why=why,
            level=level,
            exemption=exemption,
            declared=found,
            cure_ended=cure_ended(found, clock.calendars, self.night.as_of),
            handed_in=handed_in,
            regimes=regimes,
            statutory_resolution=self._resolution(grain, lead, party, regimes),
            nil_returns=self._nil_returns(rule, united),
        )

    def _kin(self, grain: Grain) -> Kin | None:
        return self.facts.kin.get((grain.officer_id or "", grain.related_id or ""))

    def _scope(self, tie: Tie) -> Scope:
        """A shareholder holds no office; for him a dealing in the look-back is all that has to coincide."""
        if tie.who == "shareholder":
            deals = self.facts.parties[tie.grain.party_key].basis is not None
            return Scope(None, None, "proven" if deals else None, ())
        coincidences = self.facts.coincidences.get(tie.tie_id, ())
        return scope_of(tie, self._kin(tie.grain), coincidences, self.night.settings.policy)

    def _regime_verdicts(self, united: United) -> dict[str, RegimeVerdict]:
        """Of several ties the one that reaches furthest speaks for the finding."""
        asked = [name for name in self.regimes.regimes if name in self.night.settings.policy.regimes]
        return {name: furthest([self._regime_verdict(name, tie) for tie in united.counting]) for name in asked}

    def _regime_verdict(self, name: str, tie: Tie) -> RegimeVerdict:
        entities = self.facts.entities.get(tie.grain.group_id, {})
        if tie.who == "shareholder":
            if name not in self.night.settings.policy.entity_regimes.get(tie.entity_id or "", (name,)):
                return RegimeVerdict("out_of_scope", "not_selected")
            deals = self.facts.parties[tie.grain.party_key].basis is not None
            return of_shareholder(name, tie, entities, self.regimes, deals=deals)
        chosen = self.night.settings.policy.entity_regimes
        coincidences = [
            office
            for office in self.facts.by_regime[name].get(tie.tie_id, ())
            if name in chosen.get(office.entity_id or "", (name,))
        ]
        return of_officer(name, tie, self._kin(tie.grain), coincidences, entities, self.regimes, self.night.as_of)

    @cached_property
    def _controlled(self) -> frozenset[tuple[str | None, str]]:
        """Officer and counterparty, where the officer or a related party of his controls the counterparty."""
        return frozenset(
            (tie.grain.officer_id, tie.grain.party_key) for tie in self.facts.ties if tie.control is not None
        )

    def clock_of(self, united: United) -> Clock:
        """What deadlines need to know of the places where the covered offices are held."""
        policy = self.night.settings.policy
        places = {self._place_of(united.lead.grain.group_id, office.entity_id) for office in united.offices}
        return Clock(
            calendars=tuple(self.calendar(place) for place in sorted(places or {"CN"})),
            working_days=self.catalogue.declarations.working_days,
            promulgated_on=policy.promulgated_on,
            initial_period=policy.initial_period,
        )

    def _place_of(self, group_id: str, entity_id: str | None) -> str:
        """Jurisdiction of a group entity; of one that was not delivered as configured, else the PRC."""
        entity = self.facts.entities.get(group_id, {}).get(entity_id or "")
        return (
            self.night.settings.calendar.jurisdiction.get(entity_id or "", "CN")
            if entity is None
            else entity.jurisdiction
        )

    def calendar_of(self, group_id: str, entity_id: str | None) -> WorkingCalendar:
        """Working days of the place of a group entity."""
        return self.calendar(self._place_of(group_id, entity_id))

    def calendar(self, jurisdiction: str) -> WorkingCalendar:
        """Working days of a jurisdiction with the configured overrides."""
        settings = self.night.settings.calendar
        return working_calendar(
            jurisdiction, extra_working=settings.extra_working_days, extra_holidays=settings.extra_holidays
        )

    def _declared(self, rule: Rule, united: United, party: Party, clock: Clock, *, handed_in: bool) -> Declared | None:
        if rule.duty == "none":
            return None
        if handed_in:
            return Declared("on_time")
        named = items_naming(self.facts.register.items, united.lead, party)
        return declared(
            rule, united.lead, named, united.offices, self.facts.register.register, clock, self.catalogue.declarations
        )

    def _resolution(self, grain: Grain, lead: Tie, party: Party, regimes: Mapping[str, RegimeVerdict]) -> str | None:
        """Whether the company itself resolved on it, where a statute that asks is live."""
        verdicts = {
            verdict.verdict for name, verdict in regimes.items() if lead.side in self.regimes.of(name).resolution
        }
        if verdicts.isdisjoint(("live", "unknown")):
            return None
        if (grain.officer_id, party.company_id) in self.facts.register.resolutions:
            return "found"
        return "not_found" if "live" in verdicts and self.facts.register.approvals_delivered else "unknown"

    def _nil_returns(self, rule: Rule, united: United) -> tuple[NilReturn, ...]:
        """Signed nil returns while the link provably existed."""
        began = min((office.first_day for office in united.offices if office.first_day is not None), default=None)
        if began is None or rule.duty == "none" or rule.clock == "undated":
            return ()
        mine = self.facts.register.nil_returns.get(united.lead.grain.officer_id or "", ())
        return tuple(
            each
            for each in mine
            if began <= each.submitted_on
            and any(tie.proven_from <= each.submitted_on < tie.proven_to for tie in united.counting)
        )


def handed_in_on_time(tie: Tie, clock: Clock) -> bool:
    """Whether a gift was handed in within the working days after it was received; nobody hands in what he gave."""
    if tie.event_on is None or tie.handed_in_on is None or tie.direction == "given":
        return False
    return tie.handed_in_on <= working_days_after(tie.event_on, clock.working_days, clock.calendars)
