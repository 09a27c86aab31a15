"""Support for screen readers: names, headings, reading order, announcements."""
