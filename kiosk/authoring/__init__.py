"""What authors of the content use: rules over its files, and what they approve."""
