"""Parts of a screen: buttons, cards, bars, tabs."""
