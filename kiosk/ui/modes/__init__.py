"""Who is at the kiosk: a visitor, staff or nobody; what follows from it."""
