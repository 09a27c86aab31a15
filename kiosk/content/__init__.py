"""What is said: blocks, pages, words and packs. Standard library only."""
