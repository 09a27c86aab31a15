"""The window and its parts: the shell, a session, its frame and its pages."""
