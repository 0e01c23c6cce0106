"""Hugo. https://gohugo.io/documentation/."""

from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.site.profile import Detection, Mount, Profile, Read
from linklint.site.profiles.hugo.detection import detect


def open_site(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """Loads the rest of the profile: many files have names that may be those of a config of Hugo's."""
    from linklint.site.profiles.hugo.site import open_hugo

    return open_hugo(found, names, read, settings)


PROFILE = Profile("hugo", detect, open_site, configs=("hugo.json", "config/_default/"))
