"""Documents in, site out: addresses, places, fragments, resolving. One file or folder per framework."""
