"""The DuckDB connection of a run, its SQL files, its folder, its publication and its lock."""
