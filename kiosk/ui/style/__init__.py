"""The look of the screen: names and lengths, labels, icons, and how large text is."""
