"""The journey from files to report, written once, as named steps."""
