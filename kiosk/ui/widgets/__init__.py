"""Parts of screens: buttons, cards, bars, tabs, codes."""
