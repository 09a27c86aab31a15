"""The facts on the staff panel: one line each."""

Fact = tuple[str, str]
"""A line of the staff panel: its subject and its text."""
