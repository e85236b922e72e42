"""News article in, structured summary out; every statement pinned to the words that support it."""
