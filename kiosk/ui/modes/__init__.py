"""The modes of the kiosk: waiting, a visit, staff, cleaning; and the way between."""
