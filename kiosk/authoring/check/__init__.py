"""Find every mistake in a clinic's content and settings, all at once."""
