"""The machine that the kiosk runs on: its process, supervisor and screen output."""
