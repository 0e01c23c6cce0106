"""A manual that MkDocs builds, with a navigation and redirects; and pull requests on it."""

from __future__ import annotations

from tests.history.requests import Told, delete, edit, edit_all, move, request, write

SITE = {
    "mkdocs.yml": """\
site_name: Manual
site_url: https://example.com/
nav:
  - Home: index.md
  - Guides:
      - Install: guides/install.md
      - Configure: guides/configure.md
  - Reference: reference.md
  - Changes: changes.md
plugins:
  - search
  - redirects:
      redirect_maps:
        old/setup.md: guides/install.md
        faq.md: reference.md
""",
    "docs/index.md": "# Manual\n\nFirst [install](guides/install.md) it.\n",
    "docs/guides/install.md": "# Install\n\n## On Linux\n\nThen [configure](configure.md) it.\n",
    "docs/guides/configure.md": "# Configure\n\nAll settings are in the [reference](../reference.md#settings).\n",
    "docs/reference.md": """\
# Reference

## Settings

See [Linux](guides/install.md#on-linux), or the [old questions](/faq/).
""",
    "docs/changes.md": "# Changes\n\nNone yet.\n",
}

WENT_ON = (
    edit("docs/index.md", "it.", "it, by [plan](plan.md)."),
    write("docs/notes.md", "# Notes\n\nOn the [reference](reference.md).\n"),
)

CHANGES = "  - Changes: changes.md\n"
CONFIGURE = "docs/guides/configure.md"
DELETED = "deleted-page-needs-redirect"

REQUESTS = [
    request(
        "rename a page, and forget its links and its line in the navigation",
        move(CONFIGURE, "docs/guides/settings.md"),
        new=[Told("docs/guides/install.md:5:6", "renamed-page-links", "docs/guides/settings.md", "here")],
    ),
    request(
        "rename a page and its links, and forget the navigation",
        move(CONFIGURE, "docs/guides/settings.md"),
        edit("docs/guides/install.md", "configure.md", "settings.md"),
        new=[Told("mkdocs.yml:7:20", "renamed-page-links", "docs/guides/settings.md", "here")],
    ),
    request(
        "rename a page, its links and its line in the navigation, and redirect its old address",
        move(CONFIGURE, "docs/guides/settings.md"),
        edit("docs/guides/install.md", "configure.md", "settings.md"),
        edit("mkdocs.yml", "guides/configure.md", "guides/settings.md"),
        edit("mkdocs.yml", "        faq", "        guides/configure.md: guides/settings.md\n        faq"),
    ),
    request(
        "delete a page with its line in the navigation, without a redirect",
        delete("docs/changes.md"),
        edit("mkdocs.yml", CHANGES, ""),
        new=[Told("docs/changes.md", DELETED, "docs/changes.md", "here")],
    ),
    request(
        "delete a page with its line in the navigation, and redirect its address",
        delete("docs/changes.md"),
        edit("mkdocs.yml", CHANGES, ""),
        edit("mkdocs.yml", "        faq", "        changes.md: index.md\n        faq"),
    ),
    request(
        "take the only link to a page out of the navigation",
        edit("mkdocs.yml", CHANGES, ""),
        new=[Told("mkdocs.yml:9:1", "no-new-orphans", "docs/changes.md", "here")],
    ),
    request(
        "take a page out of the navigation that texts link", edit("mkdocs.yml", "  - Reference: reference.md\n", "")
    ),
    request(
        "move a page within the navigation",
        edit("mkdocs.yml", "  - Reference: reference.md\n", ""),
        edit("mkdocs.yml", CHANGES, CHANGES + "  - Reference: reference.md\n"),
    ),
    request("call a page otherwise in the navigation", edit("mkdocs.yml", "- Changes:", "- News:")),
    request(
        "name a page in the navigation that is not there",
        edit("mkdocs.yml", CHANGES, CHANGES + "  - Licence: licence.md\n"),
        new=[Told("mkdocs.yml:10:14", "no-broken-links", "docs/index.md")],
    ),
    request(
        "add a page to the navigation",
        edit("mkdocs.yml", CHANGES, CHANGES + "  - Licence: licence.md\n"),
        write("docs/licence.md", "# Licence\n\nBack to the [manual](index.md).\n"),
    ),
    request(
        "remove a redirect that a link uses",
        edit("mkdocs.yml", "        faq.md: reference.md\n", ""),
        new=[Told("docs/reference.md:5:49", "no-broken-links", "docs/reference.md")],
    ),
    request("remove a redirect that no link uses", edit("mkdocs.yml", "        old/setup.md: guides/install.md\n", "")),
    request(
        "let a redirect lead to a page that is not there",
        edit("mkdocs.yml", "old/setup.md: guides/install.md", "old/setup.md: guides/setup.md"),
        new=[Told("mkdocs.yml:14:23", "redirects-lead-to-pages", "mkdocs.yml")],
    ),
    request(
        "rename the target of a redirect, with all its links",
        move("docs/reference.md", "docs/settings.md"),
        edit_all("reference.md", "settings.md", "mkdocs.yml", CONFIGURE),
        new=[Told("docs/notes.md:3:8", "renamed-page-links", "docs/settings.md", "here")],
        elsewhere={"merge base": []},
    ),
    request(
        "rename a heading and leave a fragment behind",
        edit("docs/guides/install.md", "## On Linux", "## On Unix"),
        new=[Told("docs/guides/install.md:3:1", "renamed-heading-links", "docs/guides/install.md", "here")],
    ),
    request("mend a word of the settings", edit("mkdocs.yml", "site_name: Manual", "site_name: The manual")),
]
