"""Plants faults in sites that a framework builds. Knows nothing of linklint: it was written from the frameworks' words.

``sites`` says where the pages of a few repositories are and what is sure about their links; ``ground`` reads a copy of
one with regular expressions; ``faults`` and ``pages`` edit it and foretell what a linter must say.
"""
