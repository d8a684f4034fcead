"""Conflict-of-interest screening: who stands behind a counterparty, and was it declared?"""

__version__ = "0.1.0"

CONTRACT_VERSION = "1.0"
