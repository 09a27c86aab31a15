"""Looking at everything on the glass, with a ruler."""
