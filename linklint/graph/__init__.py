"""The link graph of a site and its metrics."""
