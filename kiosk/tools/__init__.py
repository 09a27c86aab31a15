"""What staff and authors run from a terminal, one module a command."""
