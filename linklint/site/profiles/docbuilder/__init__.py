"""Hugging Face's doc-builder, which builds documentation and courses (https://github.com/huggingface/doc-builder)."""

from linklint.site.profiles.docbuilder.profile import PROFILE

__all__ = ["PROFILE"]
