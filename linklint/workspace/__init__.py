"""Files, git, processes and the environment: the only layer that touches the outside world."""
