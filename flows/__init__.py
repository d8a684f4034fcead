"""Prefect flows: schedule, retries, progress and a summary around the core. The only importers of prefect."""
