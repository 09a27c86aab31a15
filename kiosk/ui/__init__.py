"""What the visitor sees and touches. Only this package, `app` and tools know Qt."""
