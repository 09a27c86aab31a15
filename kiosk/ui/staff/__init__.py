"""The staff's screens, and who looks after them."""
