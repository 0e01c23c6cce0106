"""Fern: documentation of APIs, built by buildwithfern.com from ``docs.yml`` (https://buildwithfern.com/learn/docs)."""

from linklint.site.profiles.fern.profile import PROFILE

__all__ = ["PROFILE"]
