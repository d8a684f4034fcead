"""The public interface as data: tables, columns, words and ids, each spelled once."""
