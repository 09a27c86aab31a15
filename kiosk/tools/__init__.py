"""The commands of staff and authors, one module each."""
