"""Fingers and keys, before they reach a widget."""
