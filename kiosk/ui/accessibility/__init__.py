"""What screen readers and keyboards need: names, headings, order, announcements."""
