"""Eleventy: blogs and documentation in many template languages. https://www.11ty.dev/docs/."""

from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.site.profile import Detection, Mount, Profile, Read
from linklint.site.profiles.eleventy.detection import detect


def open_site(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """Loads the rest of the profile: wherever there is a ``package.json``, Eleventy is looked for, and seldom found."""
    from linklint.site.profiles.eleventy.site import open_eleventy

    return open_eleventy(found, names, read, settings)


PROFILE = Profile("eleventy", detect, open_site)
