"""The preview window: the kiosk with the saved content, and its problems beside it."""
