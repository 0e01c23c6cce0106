"""Rules times facts gives findings."""
