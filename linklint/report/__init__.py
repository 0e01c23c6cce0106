"""Report in, text out. One file per format; nothing here writes anywhere."""
