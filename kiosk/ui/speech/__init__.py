"""What is read aloud: whoever listens hears the screen."""
