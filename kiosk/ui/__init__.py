"""The screen and its input. Only this package, `app` and tools know Qt."""
