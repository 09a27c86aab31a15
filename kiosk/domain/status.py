"""The type of a fact on the staff panel."""

Fact = tuple[str, str]
"""A line of the staff panel: its subject and its text."""
