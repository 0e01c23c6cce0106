"""Masks: foreign syntax (template tags, shortcodes, includes) is replaced at equal length before a file is parsed as
Markdown or HTML, so that it breaks nothing and every place stays exact; afterwards what stood there is put back."""

from linklint.source.masks.filling import Filling, filler_pattern
from linklint.source.masks.masking import Masked, mask_text
from linklint.source.masks.restoring import restore_document

__all__ = ["Filling", "Masked", "filler_pattern", "mask_text", "restore_document"]
