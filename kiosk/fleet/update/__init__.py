"""The process `kiosk-update`: it brings signed content, and goes back if that fails."""
