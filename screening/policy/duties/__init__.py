"""The declaration calendar: who owed which form or notice by which day, and what the registers show. One duty per file."""
