"""The window for authors: a kiosk that shows what is saved, and what is wrong."""
