"""What fills the window or stands before it: a view each, that decides nothing."""
