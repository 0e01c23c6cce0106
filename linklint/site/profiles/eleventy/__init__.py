"""Eleventy: blogs and documentation in many template languages. https://www.11ty.dev/docs/."""

from linklint.site.profile import Profile
from linklint.site.profiles.eleventy.detection import detect
from linklint.site.profiles.eleventy.site import open_eleventy

PROFILE = Profile("eleventy", detect, open_eleventy)
