"""Measure every screen: sizes, distances, clipped text. Nothing here changes one."""
