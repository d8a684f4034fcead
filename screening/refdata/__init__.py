"""Facts of data/reference as small typed look-ups; nothing here reads a clock, an environment or a delivery."""
