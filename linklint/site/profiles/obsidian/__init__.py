"""Obsidian: vaults of notes that name each other (https://obsidian.md/help/links)."""

from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.site.profile import Detection, Mount, Profile, Read
from linklint.site.profiles.obsidian.vaults import detect


def open_vault(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """Loads the rest of the profile: any repository may hold a vault, and few do."""
    from linklint.site.profiles.obsidian.profile import open_obsidian

    return open_obsidian(found, names, read, settings)


PROFILE = Profile("obsidian", detect, open_vault)
