"""The processes beside the window that have a network, and what they exchange.

None of it needs Qt, and the window imports none of it: they know each other by files.
"""
