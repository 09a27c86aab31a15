"""The content: blocks, pages, words, packs, library. Standard library only."""
