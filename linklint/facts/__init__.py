"""What a rule may ask: one file per subject, computed when asked."""
