"""Figures of the running kiosk, and a comparison of pictures. These are no tests."""
