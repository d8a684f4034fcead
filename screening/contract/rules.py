"""Rule ids of the contract, in its order."""

from __future__ import annotations

RULE_IDS = (
    "INT-C", "INT-B", "INT-RP", "LOAN-OUT", "LOAN-IN", "LOAN-HELP", "GUAR-OUT", "GUAR-IN", "RPT-SELF",
    "RPT-RP", "RPT-HK", "EMP-C", "ACT-C", "SELL-C", "POS-B", "POS-C", "POS-RP", "GIFT-INF", "GIFT-CASH",
    "GEN", "RES", "ATTR-B", "ATTR-C",
)  # fmt: skip

COMPLIANCE_IDS = ("D-ANN", "D-INIT", "D-ADHOC", "D-FIX", "RPT-TELL")
