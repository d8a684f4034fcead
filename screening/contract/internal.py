"""The tables in which the stages meet: name, grain, columns. Stages never import each other.

Conventions. `record_id` names a staged row by a hash of its delivered cells, so it does not change when rows
are shuffled (identical rows are duplicates and were dropped); `row` is its number in the delivered file (the header
is row 1) and serves display only - never order, never identity. A delivered date column `x` is staged as two
DATE columns: `x` (first day it can mean) and `x_hi` (last day it can mean); they are equal for an exact date.
`valid_from_*` and the like: an interval is *proven* over [proven_from, proven_to) and *possible* over
[possible_from, possible_to); null in a `_from` of a possible interval = no lower bound, null in a `_to` = open.
`proven_from` null = nothing is proven (then `proven_to` is null too); what holds at all times, such as somebody being
himself, is proven from `ALWAYS` on. Neither is a date to show to people.
JSON columns are VARCHAR holding compact JSON with sorted keys, lists in a fixed order. Order of rows in a table is
never relied upon.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

ALWAYS = date.min
"""Lower bound of a proven interval that has none."""


@dataclass(frozen=True, slots=True)
class StageTable:
    """One table between stages.

    Attributes:
        writer: the stage that writes it.
        grain: what one row is.
        columns: column name -> DuckDB type, in order.
    """

    name: str
    writer: str
    grain: str
    columns: Mapping[str, str]


_LINK = {
    "bits": "DOUBLE",  # sum of evidence, without the prior
    "score": "DOUBLE",  # posterior probability that both are the same, 6 places
    "tier": "VARCHAR",  # A, B, C by contract.md
    "evidence": "JSON",  # list of {feature, verdict, left, right, detail, bits}; identifiers masked
}

_TABLES = (
    # --- sources -------------------------------------------------------------------------------------------------
    # raw_<table>: every column of the contract as VARCHAR (null when empty or absent), then file VARCHAR, row BIGINT
    StageTable("delivered", "sources", "one delivered file", {
        "table_name": "VARCHAR", "file": "VARCHAR", "format": "VARCHAR", "encoding": "VARCHAR", "sheet": "VARCHAR",
        "bytes": "BIGINT", "sha256": "VARCHAR", "rows": "BIGINT", "columns": "VARCHAR[]", "unknown_columns": "VARCHAR[]",
    }),
    StageTable("issue", "sources, staging, validation", "one data-quality finding (quality.parquet without run_id)", {
        "table_name": "VARCHAR", "row": "BIGINT", "key": "VARCHAR", "check_id": "VARCHAR", "severity": "VARCHAR",
        "column_name": "VARCHAR", "message_zh": "VARCHAR", "message_en": "VARCHAR",
    }),
    # --- staging -------------------------------------------------------------------------------------------------
    # std_<table>: the contract's columns typed (DATE + _hi, DECIMAL(9,6) percent, DECIMAL(18,2), BOOLEAN, VARCHAR[] for
    # columns of several values, VARCHAR), then record_id VARCHAR, file VARCHAR, row BIGINT. std_officers, the three
    # masters and std_group_entities always have group_id filled. std_officers.position_class is filled where derivable.
    # std_related_parties.kind is always filled, std_holdings.holder_kind where number or name tell it; std_tips.text is always null.
    StageTable("row_account", "staging", "one table of the contract that was delivered", {
        "table_name": "VARCHAR", "read": "BIGINT", "staged": "BIGINT", "rejected": "BIGINT", "duplicate": "BIGINT",
        "excluded": "BIGINT", "corrected": "BIGINT",
    }),
    StageTable("several_people", "staging", "one person of a cell that names several; person_name holds the person, not the cell", {
        "value": "VARCHAR",  # the cell as written
        "name": "VARCHAR",
    }),
    StageTable("person_name", "staging", "one distinct name of a person as written", {
        "value": "VARCHAR",
        "name_key": "VARCHAR",  # folded: width, spaces, case, Traditional to Simplified, variants; never empty, else null; `*` per hidden character
        "pinyin_key": "VARCHAR",  # toneless, surname first, for Chinese names; for Latin names letters only, tokens sorted
        "variant_key": "VARCHAR",  # name_key with variant characters and merged surnames unified (refdata.variants)
        # every way in which the name can be read or spelled; names of two scripts, or two romanised ones, that share a key
        # read alike. Prefix = system: p: Pinyin syllables (p:ChenDaWen), j: Cantonese ones (refdata.readings), both surname first;
        # l: keys of names in letters (refdata.latin_names). Sorted, without repetition
        "reading_keys": "VARCHAR[]",
        "script": "VARCHAR",  # han, latin, masked, other
        "surname": "VARCHAR", "given": "VARCHAR",
        "bits": "DOUBLE",  # -log2 of the name's frequency in the population
    }),
    StageTable("company_name", "staging", "one distinct name of a company as written", {
        "value": "VARCHAR",
        "name_key": "VARCHAR",  # folded full name, legal form kept
        "core_key": "VARCHAR",  # folded, legal form normalised away (有限责任公司 = 有限公司), brackets removed
        "region": "VARCHAR", "brand": "VARCHAR", "trade": "VARCHAR",  # parts of the name, null where absent
        "legal_form": "VARCHAR",  # canonical code
        "branch_of": "VARCHAR",  # core_key of the parent when the name is that of a branch
        "kind": "VARCHAR",  # company, sole_trader, state, custodian, public_body, person (a person's name, no company)
        "region_code": "VARCHAR",  # leading digits of the region's code, 33, 3301, 330106; all of them, | between, where the name leaves open which
        # how the name sounds without its region: syllables of a Chinese one in every reading, words of a Latin one; apart by spaces
        "sounds": "VARCHAR[]",
    }),
    StageTable("identifier", "staging", "one distinct identifier as written (id_number, holder_id, uscc, registration_no)", {
        "value": "VARCHAR",
        # resident_id, uscc, hkid, macau_id, taiwan_id, passport, permit, tw_permit, residence, registration_no, org_code, tax_no,
        # business_no, registry_no, lei, unknown
        "scheme": "VARCHAR",
        "norm": "VARCHAR",  # canonical form; 15-digit resident ids as 18; masked: `*` per hidden place, or one `…` where their count is unknown
        "is_full": "BOOLEAN", "is_valid": "BOOLEAN", "is_placeholder": "BOOLEAN",
        "birth_date": "DATE", "gender": "VARCHAR",
        "org_code": "VARCHAR",  # places 9-17 of a USCC or organisation code, also out of a tax number
    }),
    StageTable("phone", "staging", "one distinct phone number as written", {
        "value": "VARCHAR", "norm": "VARCHAR", "kind": "VARCHAR",  # mobile, landline, service, invalid
        "usable": "BOOLEAN",  # false for placeholders and service lines
    }),
    StageTable("address", "staging", "one distinct address as written", {
        "value": "VARCHAR", "norm": "VARCHAR",  # folded with unit numbers made uniform
        "usable": "BOOLEAN",  # true only when it reaches a unit or a house number
    }),
    # --- decisions -----------------------------------------------------------------------------------------------
    # What auditors ruled, as far as it is in force. A ruling speaks of facts, never of rows, and
    # lapses when one of them changes: it cannot move to another person. Numbers stand as evidence masks them.
    StageTable("identity_ruling", "decisions", "one ruling of an auditor: two records are one, or are not", {
        "ruling_id": "VARCHAR",
        "subject": "VARCHAR",  # person, company
        "verdict": "VARCHAR",  # same, not_same
        # of a person: as person_link says them
        "officer_id": "VARCHAR", "watched_key": "VARCHAR",
        "table_name": "VARCHAR", "company_id": "VARCHAR", "mention_key": "VARCHAR", "mention_number": "VARCHAR",
        "other_company_id": "VARCHAR",  # of two companies: company_id and this one
    }),
    StageTable("decision", "decisions", "one entry of the auditors' decision log, as far as it is whole", {
        "entry": "BIGINT",  # 1, 2, 3 ... in the order in which they were recorded
        "at": "VARCHAR",  # when it was recorded, UTC
        "finding_id": "VARCHAR", "officer_id": "VARCHAR",
        "run_id": "VARCHAR",  # the run the auditor looked at
        "fingerprint": "VARCHAR", "facts": "JSON",  # what the finding was made of then
        "decision": "VARCHAR",  # confirmed, dismissed, needs_info, asked_subject, declared_late
        "reason": "VARCHAR", "by": "VARCHAR", "until": "DATE", "source": "VARCHAR", "reply": "VARCHAR",
        "identity": "VARCHAR",  # same, not_same; the facts it is tied to stand in identity_ruling
    }),
    # --- matching ------------------------------------------------------------------------------------------------
    StageTable("watched", "matching", "one identity on the watched side", {
        # officer:<officer_id>[#n where contradictions are kept apart], related:<record_id>; @<group_id> behind it in every
        # further group of an officer who serves several
        "watched_id": "VARCHAR",
        "kind": "VARCHAR",  # officer, related_person, related_organisation
        "group_id": "VARCHAR", "officer_id": "VARCHAR", "related_id": "VARCHAR",
        "name": "VARCHAR",  # for display
        "relationship": "VARCHAR",  # as delivered, for related parties
        "table_name": "VARCHAR", "record_id": "VARCHAR", "row": "BIGINT",
    }),
    StageTable("company", "matching", "one resolved company (records joined by code or by exact name)", {
        "company_id": "VARCHAR",  # hash of its strongest key: independent of row order
        "name": "VARCHAR", "uscc": "VARCHAR", "listed": "BOOLEAN",  # a listed_code is known; null = unknown
        "kind": "VARCHAR",  # as company_name.kind; financial where a master says so
        "entity_id": "VARCHAR", "group_id": "VARCHAR",  # set when it is a group entity
        "status": "VARCHAR",
    }),
    StageTable("company_mention", "matching", "one place where a company is named", {
        "table_name": "VARCHAR", "record_id": "VARCHAR", "row": "BIGINT",
        "column_name": "VARCHAR",  # company_name, holder_name, name, counterparty_name, nominated_by ...
        "company_id": "VARCHAR", "name": "VARCHAR",
    }),
    StageTable("company_link", "matching", "one pair of resolved companies that are probably the same", {
        "left_id": "VARCHAR", "right_id": "VARCHAR",  # left_id < right_id
        # former_name, same_former, other_name, branch (stated); short_name, legal_form, region_moved, region_absent, similar_name, same_name;
        # romanised_name (Latin beside Chinese), latin_name
        "basis": "VARCHAR",
        **_LINK,
    }),
    StageTable("party", "matching", "one counterparty: (party_table, group_id, party_id)", {
        "party_table": "VARCHAR", "group_id": "VARCHAR", "party_id": "VARCHAR",
        "party_cluster": "VARCHAR",  # smallest code of the same company's records in that table and group
        "company_id": "VARCHAR",
        "name": "VARCHAR", "uscc": "VARCHAR", "entity_ids": "VARCHAR[]",
        "party_kind": "VARCHAR",  # of the contract, derived from the name where empty; group for group companies
        "is_financial_institution": "BOOLEAN", "listed": "BOOLEAN",
        "excluded_as": "VARCHAR",  # group_entity, employee_record: no counterparty; null otherwise
        "record_id": "VARCHAR", "row": "BIGINT",  # its first record by record_id
    }),
    StageTable("business_watch", "matching", "one reason why controlling a company may be competing with the group", {
        "group_id": "VARCHAR", "company_id": "VARCHAR",
        # same_line: in a group entity's line of business; held_by_competitor, staffed_by_competitor: a competitor holds shares of
        # it, or placed somebody in a post there
        "why": "VARCHAR",
        "entity_id": "VARCHAR", "lines": "VARCHAR[]", "industry_code": "VARCHAR", "bits": "DOUBLE",  # of same_line
        "competitor_id": "VARCHAR",  # of the others: party_id in competitors, and the row that says so
        "table_name": "VARCHAR", "record_id": "VARCHAR", "row": "BIGINT",
    }),
    StageTable("person_link", "matching", "one watched person found behind one mention of a person", {
        "watched_id": "VARCHAR",
        "table_name": "VARCHAR", "record_id": "VARCHAR", "row": "BIGINT",
        "role": "VARCHAR",  # holder, post, legal_representative, contact, payee, party_self, nominee_for
        "company_id": "VARCHAR",  # the company in which the mention stands (for party_self: its own)
        "mention_name": "VARCHAR",
        # what a ruling on this link would be tied to, beside table and company: the folded name and the masked number of the
        # mention, and a fingerprint of the watched identity's names, masked numbers and year of birth
        "mention_key": "VARCHAR", "mention_number": "VARCHAR", "watched_key": "VARCHAR",
        **_LINK,
    }),
    StageTable("company_watch", "matching", "one related organisation resolved to one company", {
        "watched_id": "VARCHAR", "company_id": "VARCHAR",
        "basis": "VARCHAR",  # uscc, name (its own company); else the basis of the company_link that leads further
        **_LINK,
    }),
    StageTable("attribute_link", "matching", "one value shared by a watched identity and a counterparty", {
        "watched_id": "VARCHAR",
        "party_table": "VARCHAR", "group_id": "VARCHAR", "party_id": "VARCHAR",
        "attribute": "VARCHAR",  # bank_account, payee_account, phone, email, address
        "crowd": "BIGINT",  # how many counterparties carry the value
        "table_name": "VARCHAR", "record_id": "VARCHAR", "row": "BIGINT",  # the counterparty's side
        **_LINK,
    }),
    StageTable("match_contradiction", "matching", "one feature in which records of one person contradict each other", {
        "kind": "VARCHAR",  # kept_apart: two rows of one officer; link: a strong link with something against it
        "officer_id": "VARCHAR", "related_id": "VARCHAR", "feature": "VARCHAR",
        "left_table": "VARCHAR", "left_record": "VARCHAR", "left_row": "BIGINT", "left_value": "VARCHAR",  # identifiers masked
        "right_table": "VARCHAR", "right_record": "VARCHAR", "right_row": "BIGINT", "right_value": "VARCHAR",
        "tier": "VARCHAR",  # of the link; null where kept apart
    }),
    StageTable("match_count", "matching", "one counter for coverage.json", {
        # pairs_considered, pairs_compared, pairs_pruned_as_homonyms, pairs_below_threshold, links_lent_inside_a_company,
        # links_doubted_for_a_namesake, attribute_pairs_in_a_crowd, company_links; pairs_considered_<kind> and lambda_<kind>, kind = <watched>_<role>_(un)checked;
        # lambda_<kind>_thin and _thin_common: the part that rests on a rare name alone, and on a common one
        "name": "VARCHAR", "value": "DOUBLE",
    }),
    # What a question asked later needs to compare any pair again; goes to index/. Numbers stand there masked (`shown`), and with every
    # digit veiled by a letter (`veiled`: places can be compared and a reader sees no number; it is no encryption)
    StageTable("identity_name", "matching", "one written name of a watched person", {
        "watched_id": "VARCHAR", "value": "VARCHAR", "name_key": "VARCHAR", "variant_key": "VARCHAR", "reading_keys": "VARCHAR[]",
        "script": "VARCHAR", "bits": "DOUBLE",
        "equal_bits": "DOUBLE",  # what an equal name was worth this night: the frequency corrected by bearers proven distinct
    }),
    StageTable("identity_number", "matching", "one number of a watched person", {
        "watched_id": "VARCHAR", "shown": "VARCHAR", "veiled": "VARCHAR", "scheme": "VARCHAR", "is_full": "BOOLEAN", "is_valid": "BOOLEAN",
        "id_birth": "DATE", "gender": "VARCHAR",  # as the number tells them
    }),
    StageTable("identity_fact", "matching", "one watched identity whose records state a date of birth or a gender", {
        "watched_id": "VARCHAR", "birth_lo": "DATE", "birth_hi": "DATE", "gender": "VARCHAR",
    }),
    StageTable("shared_value", "matching", "one value of one record that a watched identity bears too", {
        "watched_id": "VARCHAR", "company_id": "VARCHAR", "table_name": "VARCHAR", "record_id": "VARCHAR",
        "feature": "VARCHAR",  # phone, email, bank_account, address
        "place": "BIGINT",  # which of the identity's values of this feature
        "crowd": "BIGINT", "left_shown": "VARCHAR", "right_shown": "VARCHAR",  # masked, but for addresses
    }),
    StageTable("mention", "matching", "one person named in one role in one record of a company that matters to a group", {
        "company_id": "VARCHAR", "table_name": "VARCHAR", "record_id": "VARCHAR", "row": "BIGINT", "role": "VARCHAR", "name": "VARCHAR",
        "shown": "VARCHAR", "veiled": "VARCHAR", "scheme": "VARCHAR", "is_full": "BOOLEAN", "is_valid": "BOOLEAN",
        "birth_lo": "DATE", "birth_hi": "DATE",  # as stated beside the name
        "id_birth": "DATE", "gender": "VARCHAR",
    }),
    StageTable("mention_name", "matching", "one distinct name among the mentions: its entry of person_name", {
        "value": "VARCHAR", "name_key": "VARCHAR", "variant_key": "VARCHAR", "reading_keys": "VARCHAR[]", "script": "VARCHAR",
        "bits": "DOUBLE",
    }),
    StageTable("upstream", "matching", "one organisation that holds shares of a company that matters to a group", {
        "company_id": "VARCHAR", "holder_company_id": "VARCHAR",
    }),
    StageTable("party_name", "matching", "one name of one counterparty", {
        "name_key": "VARCHAR", "core_key": "VARCHAR",  # null where the name is no company's
        "party_table": "VARCHAR", "group_id": "VARCHAR", "party_id": "VARCHAR", "name": "VARCHAR",
        "usage": "VARCHAR",  # the master's column: name, other_names, former_names
    }),
    StageTable("pair_kind", "matching", "one kind of pairs, with the prior that this night gave it", {
        "kind": "BIGINT", "group_id": "VARCHAR", "watched_kind": "VARCHAR", "role": "VARCHAR", "can_check": "BOOLEAN",
        "considered": "DOUBLE", "watched": "DOUBLE", "in_group": "DOUBLE",
        # true links among pairs with more than the name, with hardly more than a rare one, and with hardly more than a common one
        "expected_backed": "DOUBLE", "expected_rare_name": "DOUBLE", "expected_common_name": "DOUBLE",
        "bits": "DOUBLE", "bare_bits": "DOUBLE",  # the least evidence that can reach tier C; of pairs that share a name alone
    }),
    StageTable("frozen_weight", "matching", "one figure of weights.toml or of [thresholds], as it was this night", {
        "name": "VARCHAR", "value": "JSON",
    }),
    # --- relationships -------------------------------------------------------------------------------------------
    StageTable("tie", "relationships", "one way in which a watched identity is tied to one counterparty", {
        "tie_id": "VARCHAR",  # hash of its content keys
        "group_id": "VARCHAR",
        "officer_id": "VARCHAR", "related_id": "VARCHAR",  # officer_id null only for shareholder ties
        "party_table": "VARCHAR", "party_id": "VARCHAR",  # null, name:<hash> when in no master; both null: none named
        "party_name": "VARCHAR",
        # holding, post, self (the person or the related company IS the counterparty), financing, gift, attribute,
        # shareholder (of a group entity, for RPT-HK), same_line (he controls a company in the group's line of business), activity
        # (a business of his that serves a competitor), tip (a report names him)
        "kind": "VARCHAR",
        # post: refdata post kind, null = role not understood; financing: contract kind; gift: form; attribute: which, also
        # liaison, contact and payee; shareholder: direct|associate; holding: direct|chain|nominee; self: person, proprietor,
        # legal_representative (both of a sole trader), organisation; same_line: as control; activity: held_by_competitor,
        # staffed_by_competitor (of the company), declared (by himself); tip: conflict|resources
        "detail": "VARCHAR",
        "share_pct": "DECIMAL(9,6)",  # effective share of this identity alone, null = unknown
        # with core relatives of the same officer, for the exemption; null on a holding = unknown, for one of their stakes is
        "aggregate_pct": "DECIMAL(9,6)",
        # hk30_alone: this identity alone reaches the 30 % test; hk30_family: only with immediate family; hk_majority: > 50 %
        # by family members; null: below. domain.md B2(c)
        "control": "VARCHAR",
        "acquired_via": "VARCHAR",  # market only if every leg and every aggregated stake is; other; null = unknown
        "listed": "BOOLEAN",  # the counterparty is listed; null = unknown
        "nominee": "BOOLEAN",  # nominated by a group company (A6-6)
        "direction": "VARCHAR",  # of a gift: received, given
        "entity_id": "VARCHAR",  # shareholder: the group entity whose shares are held; same_line: the one it is like; else null
        "company_id": "VARCHAR",  # of a counterparty in no master, where its company is known
        "proven_from": "DATE", "proven_to": "DATE", "possible_from": "DATE", "possible_to": "DATE",  # life of the tie
        "amount": "DECIMAL(18,2)", "currency": "VARCHAR", "event_on": "DATE", "handed_in_on": "DATE",  # financing, gift
        "is_financial_institution": "BOOLEAN",  # of the counterparty of a financing
        "source_table": "VARCHAR", "source_record": "VARCHAR", "source_row": "BIGINT",
        "path": "JSON",  # list of steps as in contract.md section 3
        "bits": "DOUBLE", "score": "DOUBLE", "tier": "VARCHAR", "evidence": "JSON",  # weakest link of the path decides
    }),
    StageTable("dealing", "relationships", "one interval or day of business with one counterparty", {
        "group_id": "VARCHAR", "party_table": "VARCHAR", "party_id": "VARCHAR",
        "basis": "VARCHAR",  # transaction, contract, bid, registered_only, competition
        "kind": "VARCHAR",  # transaction kind, null for the master's own interval
        "proven_from": "DATE", "proven_to": "DATE", "possible_from": "DATE", "possible_to": "DATE",
        "amount": "DECIMAL(18,2)", "currency": "VARCHAR", "document_type": "VARCHAR", "entity_id": "VARCHAR",
        "requester_officer": "VARCHAR", "approver_officer": "VARCHAR",  # resolved through user_accounts
        "table_name": "VARCHAR", "record_id": "VARCHAR", "row": "BIGINT",
    }),
    StageTable("kin", "relationships", "one related party of one officer", {
        "officer_id": "VARCHAR", "related_id": "VARCHAR", "related_name": "VARCHAR",
        "kin_code": "VARCHAR",  # refdata kinship code, or the organisation relation; null = not understood
        # core, wide, organisation; none: kin within no perimeter, or with kin_code null an emergency contact, who has no
        # ties at all. A person whose relation is not understood is wide: outside the core until somebody maps the word
        "perimeter": "VARCHAR",
        "label_zh": "VARCHAR", "label_en": "VARCHAR",
        "hk_class": "VARCHAR",  # immediate_family, family_member, relative, none
        "valid_from": "DATE", "valid_to": "DATE",
    }),
    StageTable("declared_item", "relationships", "one declaration row with its counterparty and relative resolved", {
        "declaration_id": "VARCHAR", "officer_id": "VARCHAR",
        "party_clusters": "VARCHAR[]",  # '<party_table>/<group_id>/<party_id>' of every party it can mean, sorted
        "company_id": "VARCHAR",  # null when the company named is not known anywhere
        "other_ids": "VARCHAR[]",  # companies that it probably is under another name: former, short, of a branch; sorted
        "related_ids": "VARCHAR[]",  # relatives named anywhere on the same form, resolved, sorted
        "names_relative": "BOOLEAN",  # a relative is named anywhere on the same form
        "contradicted_ids": "VARCHAR[]",  # of them, those whose relation the form states otherwise than the roster, sorted
        "unstated_ids": "VARCHAR[]",  # those whose relation that edition asks for and the form does not state, sorted
        "record_id": "VARCHAR", "row": "BIGINT",
    }),
    # --- policy --------------------------------------------------------------------------------------------------
    StageTable("verdict", "policy", "one finding before identity, decisions and lifecycle: the contract's finding grain", {
        "group_id": "VARCHAR", "rule_id": "VARCHAR", "officer_id": "VARCHAR", "related_id": "VARCHAR",
        "party_table": "VARCHAR", "party_id": "VARCHAR",
        "outcome": "VARCHAR",  # of the contract, without dismissed
        "tier": "VARCHAR", "score": "DOUBLE",
        "related_name": "VARCHAR", "relationship": "VARCHAR", "party_name": "VARCHAR",
        "duty": "VARCHAR", "declaration_status": "VARCHAR", "declaration_decision": "VARCHAR", "exemption": "VARCHAR",
        "overlap": "VARCHAR", "dealing_basis": "VARCHAR", "regimes": "VARCHAR[]", "regime_verdicts": "JSON",
        "statutory_resolution": "VARCHAR", "share_pct": "DECIMAL(9,6)",
        "exposure_amount": "DECIMAL(18,2)", "exposure_currency": "VARCHAR",
        "valid_from": "DATE", "valid_to": "DATE",
        "summary_zh": "VARCHAR", "summary_en": "VARCHAR", "path": "JSON", "evidence": "JSON",
    }),
    StageTable("duty", "policy", "one duty of the declaration calendar that was not met in time, or could not be judged", {
        "rule_id": "VARCHAR", "officer_id": "VARCHAR", "officer_name": "VARCHAR", "entity_id": "VARCHAR",
        # the finding it concerns, by its key; null for the annual form
        "group_id": "VARCHAR", "about_rule": "VARCHAR", "related_id": "VARCHAR", "party_table": "VARCHAR", "party_id": "VARCHAR",
        "source_id": "VARCHAR", "declaration_id": "VARCHAR", "period": "VARCHAR",
        "event_on": "DATE", "due_on": "DATE", "done_on": "DATE", "working_days_late": "BIGINT",
        "certainty": "VARCHAR", "basis": "VARCHAR", "summary_zh": "VARCHAR", "summary_en": "VARCHAR",
    }),
    StageTable("rule_coverage", "policy", "one rule of the contract", {
        "rule_id": "VARCHAR", "screened": "BOOLEAN", "why_zh": "VARCHAR", "why_en": "VARCHAR",
    }),
    # --- findings ------------------------------------------------------------------------------------------------
    StageTable("finding_basis", "findings", "what a decision on one finding would be made on; index/ holds it for `coi dispose`", {
        "finding_id": "VARCHAR", "officer_id": "VARCHAR",
        "fingerprint": "VARCHAR", "facts": "JSON",  # screening.findings.substance
        "rulings": "JSON",  # list of what identity_ruling would hold on the comparisons of identity it rests on
    }),
    # finding, compliance: the columns of findings.parquet and compliance.parquet in screening.contract.outputs
)  # fmt: skip

STAGE_TABLES: Mapping[str, StageTable] = {table.name: table for table in _TABLES}


def raw(table: str) -> str:
    """Name of the table that holds a delivered table's cells as text."""
    return f"raw_{table}"


def std(table: str) -> str:
    """Name of the table that holds a delivered table's standard values."""
    return f"std_{table}"
