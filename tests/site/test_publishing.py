"""What else workflows publish on the host of a site: opaque there, and only there."""

import pytest

from tests.site.sites import make_site, written_links
from tests.site.test_hugo import LAYOUT

STEP = "      - uses: peaceiris/actions-gh-pages@v3\n        with:\n          publish_dir: ./{}\n{}"
INTO = "          destination_dir: {}\n"
SITE = STEP.format("landing/public", INTO.format("./"))
DOCS = STEP.format("manual/public", INTO.format("./docs/${{ steps.vars.outputs.branch_name }}"))
LAID = STEP.format("moved", "")
BRANCH = "      - uses: JamesIves/github-pages-deploy-action@v4\n        with:\n          folder: {}\n{}"
API = BRANCH.format("api/out", "          target-folder: api/v1\n") + BRANCH.format("out", "")
SYNC = '      - run: |\n          aws s3 sync _site/ s3://b --delete \\\n            --exclude "storybook/*"\n'
RSYNC = "      - run: rsync -a --delete --exclude=/play/ public/ host:/srv\n"


@pytest.mark.parametrize(
    ("workflow", "href", "status"),
    [
        (SITE + DOCS, "/docs/latest/a/", "opaque"),
        (SITE + DOCS, "../docs/", "opaque"),
        (SITE + DOCS, "/docsy/a/", "missing"),
        (SITE + DOCS, "/manual/a/", "missing"),
        (DOCS, "/docs/latest/a/", "missing"),  # the only site
        (SITE + LAID, "/old/", "opaque"),
        (SITE + LAID, "../old#part", "opaque"),
        (SITE + LAID, "/older", "missing"),
        (LAID, "/old/", "missing"),
        (API, "/api/v1/x", "opaque"),
        (API, "/api/v2/x", "missing"),
        (SYNC, "/storybook/?path=/docs/a--b", "opaque"),
        (SYNC, "/story/", "missing"),
        (SYNC.replace("--delete", "--quiet"), "/storybook/", "missing"),
        (SYNC.replace("storybook", "images"), "/images/a.png", "asset-missing"),  # a folder of the site's own
        (SYNC.replace("storybook/*", "*.png"), "/a.png", "asset-missing"),
        (RSYNC, "/play/a", "opaque"),
    ],
)
def test_a_workflow_publishes_something_else_on_the_host(workflow: str, href: str, status: str) -> None:
    files = {
        **{f"landing/{path}": text for path, text in LAYOUT.items()},
        "landing/hugo.toml": 'baseURL = "https://garden.example/"',
        "landing/content/a.md": f"[x]({href})",
        "landing/static/images/b.png": "",
        "manual/a.md": "# A",
        "moved/old/index.html": "<title>Old</title>",
        ".github/workflows/pages.yml": f"jobs:\n  deploy:\n    steps:\n{workflow}",
    }
    assert written_links(make_site(files), "landing/content/a.md")[0].status == status


def test_a_site_that_is_published_in_a_folder_knows_its_own_pages() -> None:
    files = {
        **{f"docs/{path}": text for path, text in LAYOUT.items()},
        "docs/hugo.toml": 'baseURL = "https://garden.example/"',
        "docs/content/a.md": "[x](gone) [y](/docs/gone/)",
        ".github/workflows/pages.yml": f"jobs:\n  deploy:\n    steps:\n{SITE}{DOCS}".replace("manual", "docs"),
    }
    assert [link.status for link in written_links(make_site(files), "docs/content/a.md")] == ["missing", "missing"]
