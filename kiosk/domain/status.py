"""What the staff panel shows of this kiosk: one line a fact."""

Fact = tuple[str, str]
"""A line of the staff panel: what it is about, and what there is to say."""
