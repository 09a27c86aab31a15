"""What screens are made of: words, buttons, cards and bars."""
