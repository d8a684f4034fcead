"""Identity and registration numbers: one file per scheme, each with its shape and its check."""
