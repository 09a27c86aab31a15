"""What is taken home: pages as a web site and as sheets of paper. No Qt, no files."""
