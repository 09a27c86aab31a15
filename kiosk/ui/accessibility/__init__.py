"""Text, headings and order for assistive technology."""
