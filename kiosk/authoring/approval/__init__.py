"""What a clinician approves: pages, words and rules, and what they sign for it."""
