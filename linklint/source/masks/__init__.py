"""Masks: foreign syntax (template tags, shortcodes, includes) is replaced at equal length before a file is parsed as
Markdown or HTML, so that it breaks nothing and every place stays exact; afterwards what stood there is put back."""
