"""Golden cases: one folder per case, see cases.py."""
