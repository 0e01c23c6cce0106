"""Arguments, streams and exit codes. Thin: every command calls one function of ``app``."""
