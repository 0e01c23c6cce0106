"""YAML in, rules and settings out, every value with its position."""
