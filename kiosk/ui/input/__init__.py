"""Touches and keys, before they reach a widget."""
