"""The sheets of report.xlsx: each module owns one and says which columns it has and what stands in them."""
