"""Files that are shown in another place than their own: their links are written for that place, and for no other."""

import pytest

from linklint.model.files import MemoryRepository, Names, SourceFile
from linklint.model.site import Site
from tests.site.sites import make_site, site_of, written_links


def with_links(files: dict[str, str], *links: str) -> Site:
    """The site of a repository in which these names are symbolic links."""
    repository = MemoryRepository(files)
    names = [*repository.names.files.values(), *(SourceFile(link, kind="symlink") for link in links)]
    repository.names = Names(names)
    return site_of(repository)


@pytest.mark.parametrize(
    ("href", "link", "status"),
    [
        ("../fix.md", "docs/rules/yaml.md", "opaque"),
        ("../images/", "docs/rules/yaml.md", "opaque"),
        ("../fix.md", "docs/rules", "opaque"),
        ("../gone.md", "docs/rules/yaml.md", "missing"),
        ("../gone.md", "docs/rules", "missing"),
        ("../fix.md", "docs/rules/name.md", "missing"),
        ("/fix.md", "docs/rules/yaml.md", "missing"),
    ],
)
def test_a_page_behind_a_symbolic_link(href: str, link: str, status: str) -> None:
    files = {"README.md": "# R", "docs/fix.md": "# F", "docs/images/a.png": "", "src/rules/yaml.md": f"[x]({href})"}
    assert written_links(with_links(files, link), "src/rules/yaml.md")[0].status == status


def test_what_github_shows_by_itself_is_read_where_it_lies() -> None:
    files = {"README.md": "[x](fix.md)", "docs/fix.md": "# F"}
    assert written_links(with_links(files, "docs/README.md"), "README.md")[0].status == "missing"


@pytest.mark.parametrize(
    ("folder", "href", "status"),
    [
        ("App/Base.lproj", "../Icon.png", "opaque"),
        ("App/Base.lproj", "../Other.png", "asset-missing"),
        ("App/Base.lproj", "Icon.png", "asset-missing"),
        ("App/Base", "../Icon.png", "asset-missing"),
    ],
)
def test_a_localised_resource_of_an_app(folder: str, href: str, status: str) -> None:
    page = f'<!DOCTYPE html><title>App</title><img src="{href}" alt="Icon">'
    site = make_site({f"{folder}/Main.html": page, "App/Resources/Icon.png": "", "index.html": "<title>H</title>"})
    assert written_links(site, f"{folder}/Main.html")[0].status == status


@pytest.mark.parametrize(
    ("page", "href", "status"),
    [
        ("src/main/webapp/index.html", "rest", "opaque"),
        ("src/main/webapp/a/b.html", "../save.do", "opaque"),
        ("src/main/webapp/index.html", "picture.png", "asset-missing"),
        ("src/main/other/index.html", "rest", "missing"),
        ("src/main/webapp/README.md", "rest", "missing"),
    ],
)
def test_classes_of_a_web_application_in_java_answer_to_addresses(page: str, href: str, status: str) -> None:
    text = f'<!DOCTYPE html><title>App</title><a href="{href}">Rest</a>'
    site = make_site({page: text, "src/main/webapp/WEB-INF/web.xml": "", "README.md": ""})
    assert [link.status for link in written_links(site, page)] == [status]


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("files/tools/README.rdoc", "opaque"),
        ("files/gone/README.rdoc", "asset-missing"),
        ("tools/x.rdoc", "asset-missing"),
    ],
)
def test_rdoc_has_a_folder_for_what_it_makes_of_files(href: str, status: str) -> None:
    site = make_site({"docs/MAIN.md": f"[tools]({href})", "tools/README.rdoc": "", "README.md": ""})
    assert [link.status for link in written_links(site, "docs/MAIN.md")] == [status]


COPIES = "#!/bin/sh\npython feed.py\ncp ../Preface.md $WORK/index.md\nmv News.xml $WORK/.\n"


@pytest.mark.parametrize(
    ("script", "href", "status"),
    [
        (COPIES, "News.xml", "opaque"),
        (COPIES, "Olds.xml", "asset-missing"),
        (COPIES, "gone.md", "missing"),
        (COPIES.replace("Preface", "Face"), "News.xml", "asset-missing"),
        (COPIES.replace("../Preface", "$DOCS/Preface"), "News.xml", "asset-missing"),  # another one
        (COPIES.replace("../Preface", "Preface"), "News.xml", "opaque"),  # run at the top
        ("echo Preface.md News.xml\n", "News.xml", "asset-missing"),
        (COPIES, "bundle.zip", "opaque"),
    ],
)
def test_a_page_that_a_script_copies_names_what_one_makes(script: str, href: str, status: str) -> None:
    files = {
        "README.md": "# R",
        "Preface.md": f"[x]({href})",
        "scripts/make.sh": script,
        ".github/workflows/site.yml": "run: zip -r ../bundle.zip site\n",
    }
    assert written_links(make_site(files), "Preface.md")[0].status == status


WARNING = '<!DOCTYPE html><title>W</title><a href="../../guide/start.html">x</a> <a href="more.html">y</a>'
JEKYLL = {"_config.yml": "title: x\n", "Gemfile": "gem 'jekyll'", "index.md": "---\n---\n# H"}


@pytest.mark.parametrize("config", [{}, JEKYLL])
@pytest.mark.parametrize(
    ("script", "statuses"),
    [
        ("const page = await fetch(base + '/notes/warning.html');", ["opaque", "ok"]),
        ("fetch(`${base}shared/notes/warning.html`)", ["opaque", "ok"]),
        ("open('/notes/warning.html')", ["missing", "ok"]),
        ("fetch('/notes/other.html') // warning.html", ["missing", "ok"]),
    ],
)
def test_html_that_a_script_puts_into_other_pages(config: dict[str, str], script: str, statuses: list[str]) -> None:
    files = {"js/app.js": script, "shared/notes/warning.html": WARNING, "shared/notes/more.html": "<p>More"}
    site = make_site({"index.html": "<title>H</title>", **files, **config})
    assert [link.status for link in written_links(site, "shared/notes/warning.html")] == statuses
