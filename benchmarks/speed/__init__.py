"""How fast linklint is, beside other tools on the same files. See docs/performance.md."""
