"""The nouns: immutable values that every layer shares."""
