"""A signed repository of content, as whoever publishes for many kiosks makes it."""
