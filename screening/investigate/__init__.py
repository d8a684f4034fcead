"""Questions against a published run: who this is, every link, every rule's verdict, and why there is no finding.

Reads the run's folder and nothing else. Stands above the stages: it words evidence as the reports do and compares a pair again by
matching's own replay (docs/decisions/0019).
"""
