"""Hugo: which language's page a link leads to: the repository's own render hooks, and folders that lend their pages."""

import pytest

from tests.site.sites import written_links
from tests.site.test_hugo import hugo

LANGUAGES = "[languages.en]\n[languages.fr]"
MOUNTS = """
[languages.en]
[languages.fr]
[[module.mounts]]
source = "content/en"
target = "content"
[[module.mounts]]
source = "content/fr"
target = "content"
lang = "fr"
[[module.mounts]]
source = "content/en"
target = "content"
lang = "fr"
"""


@pytest.mark.parametrize(
    ("hook", "partial", "path"),
    [
        ("{{ partial `a/link.html` . }}", "{{ .PageInner.GetPage $path }}", "content/b.fr.md"),
        ('{{ partialCached "a/link" . }}', "{{ site.GetPage $path }}", "content/b.fr.md"),
        ("{{ .Page.GetPage .Destination }}", "", "content/b.fr.md"),
        ("<a href={{ .Destination }} target=_blank>", "{{ .Page.GetPage }}", "content/b.md"),
    ],
)
def test_a_hook_that_asks_for_pages_finds_those_of_the_language(hook: str, partial: str, path: str) -> None:
    hooks = {"layouts/_partials/a/link.html": partial, "layouts/_markup/render-link.html": hook}
    site = hugo(LANGUAGES, **{"b.md": "", "b.fr.md": "", "a.fr.md": "[b](/b/)"}, **hooks)
    assert [each.target_path for each in written_links(site, "content/a.fr.md")] == [path]


def test_a_page_that_another_language_lends_is_found_only_where_there_is_none() -> None:
    hook = {"layouts/_markup/render-link.html": "<a href={{ .Destination }}>"}
    files = {"en/b.md": "", "en/c.md": "", "fr/b.md": "", "fr/a.md": "[b](../b/) [b](../b) [c](../c)"}
    found = written_links(hugo(MOUNTS, **files, **hook), "content/fr/a.md")
    assert [each.target.path for each in found if each.target] == [
        "content/fr/b.md",
        "content/fr/b.md",
        "content/en/c.md",
    ]
