"""The only package that opens files; it returns finished domain values."""
