"""Start the kiosk: read, build, connect, run, and report problems."""
