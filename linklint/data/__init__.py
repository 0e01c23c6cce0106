"""Bytes in, trees of plain values with positions out; limits on depth, size and aliases."""
