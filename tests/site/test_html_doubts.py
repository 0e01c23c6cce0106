"""Hand-written HTML: what cannot be known of it, because a script, a server or a generator has a hand in it."""

import pytest

from linklint.graph import LinkGraph
from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, site_with, written_links

TITLE = "<title>A page</title>"


def menu(*paths: str) -> str:
    return TITLE + "".join(f'<a href="{path}">x</a>' for path in paths)


def reachability(site: Site) -> dict[str, bool | None]:
    graph = LinkGraph(site)
    return {page.path: graph.reachable(page) for page in site.pages}


SITE = {"index.html": menu("a.html", "b.html"), "a.html": TITLE, "b.html": TITLE, "lost.html": TITLE}


def test_a_part_of_a_page_is_no_orphan_but_a_page_is() -> None:
    part = {"j/plug.html": "<p>Also on paper</p>"}
    assert orphan_states(make_site({**SITE, **part})) == {"lost.html": "checked", "j/plug.html": "unknown"}


def test_a_part_links_from_the_page_that_it_is_put_into() -> None:
    part = '<img src="i/cover.jpg"><a href="a.html">x</a><a href="nope.html">x</a><a href="../b.html">x</a>'
    links = written_links(make_site({**SITE, "i/cover.jpg": "", "j/plug.html": part}), "j/plug.html")
    assert [link.status for link in links] == ["asset", "ok", "missing", "ok"]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("<h2>Guides</h2>", ["opaque"] * 3),
        (f"{TITLE}<h2>Guides</h2>", ["missing"] * 3),
        ("<h2>Guides</h2><a href=index.html>x</a>", ["missing"] * 3 + ["ok"]),
    ],
)
def test_a_part_none_of_whose_links_leads_anywhere_is_published_elsewhere(part: str, expected: list[str]) -> None:
    text = part.replace("</h2>", '</h2><a href="in.html">x</a><a href="on.html">y</a><a href="at.html">z</a>')
    links = written_links(make_site({**SITE, "docs/start.html": text}), "docs/start.html")
    assert [link.status for link in links] == expected


def test_a_page_links_from_its_own_folder() -> None:
    page = TITLE + '<img src="i/cover.jpg"><a href="a.html">x</a>'
    links = written_links(make_site({**SITE, "i/cover.jpg": "", "j/page.html": page}), "j/page.html")
    assert [link.status for link in links] == ["asset-missing", "missing"]


@pytest.mark.parametrize("program", ["index.php", "common/header.php", "x.shtml", "mkdocs.yml"])
def test_where_a_program_makes_pages_it_may_link_them(program: str) -> None:
    folder = "common/" if "/" in program else ""
    files = {**SITE, "common/lost.html": TITLE, program: ""}
    assert orphan_states(make_site(files))[f"{folder}lost.html"] == "unknown"


@pytest.mark.parametrize("program", ["mail.php", "forms/index.php", "vendor-data.py", "_config.yml"])
def test_a_mailer_or_a_program_elsewhere_links_no_page(program: str) -> None:
    assert orphan_states(make_site({**SITE, program: ""})) == {"lost.html": "checked"}


def test_a_theme_may_link_the_pages_that_it_makes() -> None:
    files = {"_config.yml": "", **SITE, "b.html": "---\nlayout: page\ntitle: B\n---\n<p>b</p>"}
    assert orphan_states(make_site(files)) == {"lost.html": "unknown"}
    assert orphan_states(site_with(files, framework="html")) == {"lost.html": "checked"}


def test_pages_outside_all_small_sites_are_not_called_unreachable() -> None:
    shelf = {"a/one.html": menu("two.html"), "a/two.html": menu("one.html"), "b/index.html": TITLE}
    assert reachability(make_site(shelf)) == {"a/one.html": None, "a/two.html": None, "b/index.html": True}


def test_a_walled_garden_in_a_site_is_unreachable() -> None:
    garden = {"c.html": menu("d.html"), "d.html": menu("c.html")}
    found = reachability(make_site({**SITE, **garden}))
    assert [found[path] for path in ("a.html", "c.html", "d.html")] == [True, False, False]


def test_what_a_frame_shows_is_linked() -> None:
    frames = TITLE + "<frameset><frame src=toc.html><frame src=lost.html></frameset>"
    site = make_site({"index.html": frames, "toc.html": menu("a.html"), "a.html": TITLE, "lost.html": TITLE})
    assert orphan_states(site) == {}
    assert set(reachability(site).values()) == {True}
    assert [link.status for link in written_links(make_site({"index.html": frames}), "index.html")] == ["missing"] * 2


@pytest.mark.parametrize("name", ["content-templates/x.html", "_template_.html", "doc/_template.html"])
def test_templates_are_no_pages(name: str) -> None:
    assert name not in [page.path for page in make_site({**SITE, name: menu("project_url")}).pages]


@pytest.mark.parametrize("name", ["template.html", "email_template.html", "templates.html"])
def test_pages_about_templates_are_pages(name: str) -> None:
    assert name in [page.path for page in make_site({**SITE, name: TITLE}).pages]


def statuses(found: int, lost: int) -> set[str]:
    ids = "".join(f'<p id="f{number}"></p><a href="#f{number}">x</a>' for number in range(found))
    text = TITLE + ids + "".join(f'<a href="#l{number}">x</a>' for number in range(lost))
    return {link.status for link in written_links(make_site({"index.html": text, "a.html": TITLE}), "index.html")}


def test_where_very_many_own_fragments_are_lost_scripts_mend_them() -> None:
    assert statuses(60, 30) == {"ok", "fragment-unverifiable"}


@pytest.mark.parametrize(("found", "lost"), [(0, 29), (61, 30), (0, 1)])
def test_a_few_lost_fragments_are_lost(found: int, lost: int) -> None:
    assert "fragment-missing" in statuses(found, lost)


def test_fragments_of_other_pages_are_judged_all_the_same() -> None:
    text = TITLE + "".join(f'<a href="#l{number}">x</a>' for number in range(30)) + '<a href="a.html#gone">x</a>'
    links = written_links(make_site({"index.html": text, "a.html": TITLE}), "index.html")
    assert [link.status for link in links][-2:] == ["fragment-unverifiable", "fragment-missing"]
