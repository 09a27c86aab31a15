"""One view a module, for visitors and staff; a view reports, and decides nothing."""
