"""Worlds in which it is known what the policy says of every planted pair. See README.md of tests/worlds."""
