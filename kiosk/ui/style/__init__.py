"""The look of the screen: style sheets, labels and the room that text needs."""
