"""What the bus of assistive technology is told."""
