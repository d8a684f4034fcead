"""Where people and companies are named: (column, condition on the row) by table."""

from __future__ import annotations

from collections.abc import Mapping

from screening.contract.tables import MASTERS

Mentions = tuple[tuple[str, str], ...]

_ALWAYS = "true"
COMPANY_FORM = "公司"  # what ends so names no person, whatever column it stands in
_NO_ORGANISATION = "kind is distinct from 'organisation'"
_NO_PERSON = "kind is distinct from 'person'"
_PERSON_LIKE = "coalesce(party_kind, 'person') in ('person', 'employee', 'sole_trader')"

_MASTER_PERSONS: Mentions = (
    ("legal_representative", _ALWAYS), ("contact_name", _ALWAYS), ("bank_account_name", _ALWAYS),
    ("name", _PERSON_LIKE), ("other_names", _PERSON_LIKE),
)  # fmt: skip
_MASTER_COMPANIES: Mentions = (
    ("name", _ALWAYS), ("other_names", _ALWAYS), ("former_names", _ALWAYS), ("bank_account_name", _ALWAYS),
)  # fmt: skip

PERSONS: Mapping[str, Mentions] = {
    "officers": (("name", _ALWAYS), ("other_names", _ALWAYS)),
    "related_parties": (("name", _NO_ORGANISATION), ("other_names", _NO_ORGANISATION)),
    "holdings": (("holder_name", "holder_kind is distinct from 'organisation'"), ("nominee_for", _ALWAYS)),
    "appointments": (("person_name", _ALWAYS),),
    "registry_companies": (("legal_representative", _ALWAYS),),
    "declarations": (("related_party_name", _ALWAYS),),
    "tips": (("subject_name", _ALWAYS),),
    "user_accounts": (("name", _ALWAYS),),
    **dict.fromkeys(MASTERS, _MASTER_PERSONS),
}

COMPANIES: Mapping[str, Mentions] = {
    "group_entities": (("name", _ALWAYS),),
    "related_parties": (("name", _NO_PERSON), ("other_names", _NO_PERSON)),
    "registry_companies": (("name", _ALWAYS), ("former_names", _ALWAYS)),
    "holdings": (
        ("company_name", _ALWAYS),
        ("holder_name", "holder_kind is distinct from 'person'"),
        ("nominee_for", _ALWAYS),
    ),
    "appointments": (("company_name", _ALWAYS), ("nominated_by", _ALWAYS)),
    "transactions": (("party_name", _ALWAYS),),
    **dict.fromkeys(("financing", "gifts", "declarations", "approvals", "tips"), (("counterparty_name", _ALWAYS),)),
    **dict.fromkeys(MASTERS, _MASTER_COMPANIES),
}
