"""Measure every screen: sizes, distances, clipped text."""
