"""What base and head share can never be seen: generated changes, with everything shared and with nothing."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from linklint import config, site
from linklint.app.comparing import rename
from linklint.app.journey import Journey, describe_change, lint
from linklint.app.parsing import Parsing, parse_each
from linklint.app.renames import match_renames
from linklint.app.sharing import Shared
from linklint.engine import compare, narrowing
from linklint.model.files import MemoryRepository
from linklint.model.site import Link, Site
from linklint.site import sharing
from linklint.workspace import box_rules

Files = dict[str, str]
CONFIG = ".linklint.yml"
GITHUB = "https://github.com/ann/docs/blob/main"
NOINDEX = '<meta name="robots" content="noindex">'
PACKS = "extends: [linklint:recommended, linklint:docs, linklint:growth, linklint:seo, linklint:strict]\n"
SETTINGS = PACKS + "site: {url: https://example.com, content: []}\nclusters: clusters.yml\n"
CLUSTERS = "all:\n  hub: README.md\n  spokes: [guides/one.md]\n  planned: [guides/later.md]\n"


def page(title: str, *lines: str, matter: str = "") -> str:
    front = f"---\n{matter}\n---\n" if matter else ""
    return f"{front}# {title}\n\n## First part\n\n" + "\n\n".join(lines) + "\n\n## Last part\n\nThe end.\n"


def plain() -> Files:
    return {
        CONFIG: SETTINGS,
        "clusters.yml": CLUSTERS,
        "README.md": page("Home", "[one](guides/one.md) and [two](/guides/two.md#last-part), [lost](guides/lost.md)"),
        "guides/one.md": page("One", "[two](two.md#first-part)", "[later](later.md) ![a picture](../images/a.png)"),
        "guides/two.md": page("Two", "[one](one.md#none) [home](../README.md)", f"[here]({GITHUB}/guides/one.md#x)"),
        "guides/three.md": page("Three", "[x](https://example.com/guides/two.md#last-part) [t](two.md#Last-Part)"),
        "guides/sub/README.md": page("Sub", "[up](../one.md) [out](https://example.org/#a) [[wiki]]"),
        "guides/sub/four.md": page("Four", "[one](/guides/one.md#last-part) [five](five.html#a)"),
        "images/a.png": "x",
        "notes.txt": "guides/three.md is not to be forgotten",
    }


def hand_written() -> Files:
    html = '<!doctype html><html><head><title>{0}</title></head><body><h1 id="top-{0}">{0}</h1>{1}</body></html>'
    links = '<a href="/a.html#top-a">a</a> <a href="b/">b</a> <a href="/c">c</a> <a href="https://x.org/b/#top-b">x</a>'
    return {
        CONFIG: PACKS,
        "CNAME": "x.org\n",
        "index.html": html.format("home", links),
        "a.html": html.format("a", '<a href="b/index.html#top-b">b</a> <a href="gone.html">g</a>'),
        "b/index.html": html.format("b", '<a href="../a.html#nothing">a</a>'),
        "c.html": html.format("c", '<a href="index.html">home</a> <a href="#top-c">up</a>'),
        "vercel.json": '{"redirects": [{"source": "/old", "destination": "/a.html"}]}',
    }


def mkdocs() -> Files:
    files = {f"docs/{path}": text for path, text in plain().items() if path.endswith(".md")}
    return {
        **files,
        CONFIG: PACKS,
        "docs/index.md": files.pop("docs/README.md"),
        "mkdocs.yml": "site_name: S\nnav:\n  - Home: index.md\n  - One: guides/one.md\n  - Two: guides/two.md\n",
    }


def vitepress() -> Files:
    files = {path: text for path, text in plain().items() if path.endswith(".md")}
    return {
        **files,
        CONFIG: PACKS,
        "index.md": files.pop("README.md"),
        ".vitepress/config.js": "export default {themeConfig: {nav: [{text: 'One', link: '/guides/one'}]}}\n",
    }


def jekyll() -> Files:
    files = {path: "---\ntitle: x\n---\n" + text for path, text in plain().items() if path.endswith(".md")}
    return {
        **files,
        "_config.yml": "title: S\nplugins: [jekyll-redirect-from]\n",
        "_layouts/default.html": "{{content}}",
    }


def mdbook() -> Files:
    """A book whose chapters take in a part that is also a page: its links lead elsewhere from there."""
    files = {f"src/{path}": text for path, text in plain().items() if path.endswith(".md")}
    summary = "# Summary\n\n- [Home](README.md)\n- [One](guides/one.md)\n- [Two](guides/two.md)\n"
    return {
        **files,
        CONFIG: PACKS,
        "book.toml": '[book]\ntitle = "S"\n',
        "src/SUMMARY.md": summary + "- [Four](guides/sub/four.md)\n- [Part](part.md)\n",
        "src/guides/two.md": files["src/guides/two.md"] + "\n{{#include ../part.md}}\n",
        "src/guides/one.md": files["src/guides/one.md"] + "\n{{#include ../part.md}}\n",
        "src/part.md": "[two](two.md#last-part) [three](three.md)\n",
    }


def wiki() -> Files:
    files = {path.rpartition("/")[2]: text for path, text in plain().items() if path.endswith(".md")}
    return {**files, "Home.md": files.pop("README.md"), "_Sidebar.md": "[[One]] [two](two#last-part)\n"}


SITES: Mapping[str, Callable[[], Files]] = {
    "plain": plain, "html": hand_written, "mkdocs": mkdocs, "mdbook": mdbook, "wiki": wiki, "vitepress": vitepress,
    "jekyll": jekyll,
}  # fmt: skip


# What may be done to a site. Each takes the files and changes them.


def pick(files: Files, dice: random.Random) -> str:
    return dice.choice(sorted(path for path in files if path.endswith((".md", ".html"))))


def say_more(files: Files, dice: random.Random) -> None:
    files[pick(files, dice)] += "\nOne more sentence.\n"


def link_elsewhere(files: Files, dice: random.Random) -> None:
    path = pick(files, dice)
    files[path] = files[path].replace("one.md", "two.md").replace("a.html", "c.html")


def take_links_out(files: Files, dice: random.Random) -> None:
    path = pick(files, dice)
    files[path] = files[path].replace("](", "] (").replace("<a ", "<b ")


def rename_heading(files: Files, dice: random.Random) -> None:
    path = pick(files, dice)
    files[path] = files[path].replace("Last part", "End").replace("top-", "begin-")


def delete(files: Files, dice: random.Random) -> None:
    del files[pick(files, dice)]


def add(files: Files, dice: random.Random) -> None:
    beside = pick(files, dice)
    files[beside.replace(".", "-more.")] = files[beside]


def add_draft(files: Files, dice: random.Random) -> None:
    files["guides/draft.md"] = page("Draft", "[one](one.md)", matter="draft: true\npublished: false")
    files["guides/later.md"] = page("Later", "[draft](draft.md)")


def make_draft(files: Files, dice: random.Random) -> None:
    path = pick(files, dice)
    files[path] = "---\ndraft: true\npublished: false\n---\n" + files[path].removeprefix("---\ntitle: x\n---\n")


def move(files: Files, dice: random.Random) -> None:
    old = pick(files, dice)
    files[old.replace(".", "-moved.")] = files.pop(old)


def move_folder(files: Files, dice: random.Random) -> None:
    for path in [path for path in files if "guides/" in path]:
        files[path.replace("guides/", "manuals/")] = files.pop(path)


def redirect(files: Files, dice: random.Random) -> None:
    old = dice.choice(["/guides/lost", "/guides/one/", "/c", "/old"])
    files["_redirects"] = f"{old} /guides/two\n"
    files["vercel.json"] = json.dumps({"cleanUrls": True, "redirects": [{"source": old, "destination": "/c.html"}]})


def permalink(files: Files, dice: random.Random) -> None:
    path = pick(files, dice)
    matter = "---\npermalink: /elsewhere/\nslug: elsewhere\nredirect_from: /guides/lost.html\n---\n"
    files[path] = matter + files[path].removeprefix("---\ntitle: x\n---\n")


def describe_anew(files: Files, dice: random.Random) -> None:
    path = pick(files, dice)
    matter = "---\ntitle: One\nlang: de\nrobots: noindex\nkeyword: two\ncluster: all\n---\n"
    files[path] = matter + files[path].removeprefix("---\ntitle: x\n---\n").replace("# One", "# Click here")
    files[path] = (
        files[path]
        .replace("<html>", '<html lang="de">')
        .replace("<title>", '<meta name="robots" content="noindex"><title>a')
    )


def configure(files: Files, dice: random.Random) -> None:
    for path, old, new in (
        ("mkdocs.yml", "guides/two.md", "guides/three.md"),
        ("mkdocs.yml", "site_name: S", "site_name: S\nuse_directory_urls: false"),
        (".vitepress/config.js", "themeConfig", "base: '/base/', cleanUrls: true, themeConfig"),
        ("_config.yml", "title: S", "title: S\npermalink: pretty\nbaseurl: /base"),
        ("CNAME", "x.org", "y.org"),
    ):
        if path in files and dice.random() < 0.6:
            files[path] = files[path].replace(old, new)


def plan(files: Files, dice: random.Random) -> None:
    if "clusters.yml" in files:
        files["clusters.yml"] = dice.choice([CLUSTERS.replace("later", "sooner"), CLUSTERS.replace("one.md", "two.md")])


def learn_of_github(files: Files, dice: random.Random) -> None:
    files[pick(files, dice)] += "".join(f"\n[x{n}](https://github.com/ben/docs/blob/main/a{n}.md)\n" for n in range(9))


def learn_of_another_site(files: Files, dice: random.Random) -> None:
    lines = "".join(f"\n[x{n}](/blog/post-{n}) [y{n}](post-{n})\n" for n in range(9))
    files[pick(files, dice)] += lines + '<a href="/blog/more">more</a>'


CHANGES = (
    say_more, say_more, link_elsewhere, take_links_out, rename_heading, rename_heading, delete, add, add_draft,
    make_draft, move, move_folder, redirect, permalink, describe_anew, describe_anew, configure, plan, learn_of_github,
    learn_of_another_site,
)  # fmt: skip


def run_both(before: Files, after: Files, *, apart: bool) -> tuple[Journey, Journey]:
    """The base and the head, linted one after the other; ``apart``: nothing of one is used for the other."""
    old, new = MemoryRepository(before), MemoryRepository(after)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    shared = None if apart else Shared(changed)
    parser = parse_each if apart else Parsing().parse_all
    head = load(new, new)
    settings = load(old, new).settings if before.get("clusters.yml") else head.settings
    how: dict[str, Any] = {"today": "2026-11-21", "known_rules": head.known_rules, "parser": parser, "shared": shared}
    first = lint(old, settings, head.rules, **how)
    gone = {path: text for path, text in before.items() if path not in after}
    renames = match_renames(gone, {path: text for path, text in after.items() if path not in before})
    change = describe_change(old, new, renames, changed)
    return first, lint(new, head.settings, head.rules, base=first.world, change=change, **how)


def load(names: MemoryRepository, texts: MemoryRepository) -> config.Configuration:
    def read(path: str) -> bytes | None:
        return (names if path == "clusters.yml" else texts).read(path)

    return config.load(read, start="", config=None, box=box_rules(), names=names.names.files)


def describe_link(link: Link) -> tuple[Any, ...]:
    target = link.target.path if link.target else None
    written = (link.written.span, link.written.href) if link.written else None
    return (
        link.source.path, link.file, written, link.kind, link.status, link.place, target, link.target_path,
        link.fragment, link.nofollow, link.generated, link.reason, link.redirects,
    )  # fmt: skip


def describe(whole: Site) -> Iterator[Any]:
    for each in whole.pages:
        yield each.path, each.url, each.title, each.kind, each.published, each.root, each.orphan, each.canonical
        yield each.fragments
    yield from map(describe_link, whole.links)
    yield from ((each.file, each.kind, each.key, each.status) for each in whole.entries)
    yield from ((each.cluster.id, each.path, each.page and each.page.path) for each in whole.members)


def tell(journeys: tuple[Journey, Journey], renames: Mapping[str, str]) -> list[Any]:
    """All that can be seen of two runs."""
    first, second = journeys
    compared = compare(rename(first.outcome.findings, renames), second.outcome.findings, second.outcome.superseded)
    sites = [list(describe(each.world.site)) for each in journeys]
    return [*sites, first.outcome, second.outcome, compared.findings, compared.fixed]


@pytest.fixture(autouse=True)
def _ask_of_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a site of many links."""
    monkeypatch.setattr(narrowing, "FEW", 0)


@pytest.mark.parametrize("kind", SITES)
@pytest.mark.parametrize("seed", range(8))
def test_what_is_shared_cannot_be_seen(kind: str, seed: int) -> None:
    check(kind, seed)


@pytest.mark.long
@pytest.mark.parametrize("kind", SITES)
@pytest.mark.parametrize("seed", range(8, 80))
def test_what_is_shared_cannot_be_seen_after_many_changes(kind: str, seed: int) -> None:
    check(kind, seed)


def check(kind: str, seed: int) -> None:
    """Makes a site and some changes to it, and compares two runs that share what they can with two that do not."""
    dice = random.Random(f"{kind} {seed}")
    before = SITES[kind]()
    after = dict(before)
    for change in dice.sample(CHANGES, dice.choice([1, 1, 2, 3])):
        change(after, dice)
    alone, together = (run_both(before, after, apart=apart) for apart in (True, False))
    renames = alone[1].world.change.renames
    assert tell(together, renames) == tell(alone, renames)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """For each state that was built, the pages whose links were not looked for again."""
    found: list[set[str]] = []
    take = sharing.SharedLinks.take

    def watch(*arguments: Any) -> Any:
        given = take(*arguments)
        found.append(set(given.known))
        return given

    monkeypatch.setattr(site.SharedLinks, "take", watch)
    return found


def take_pages(taken: list[set[str]], before: Files, **changed: str) -> set[str]:
    run_both(before, {**before, **changed}, apart=False)
    return taken[-1]


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_links_of_pages_that_are_the_same_are_resolved_once(kind: str, taken: list[set[str]]) -> None:
    before = SITES[kind]()
    path = next(path for path in before if path.endswith((".md", ".html")))
    first, _ = run_both(before, {**before, path: before[path] + "\nMore.\n"}, apart=False)
    assert taken == [set(), {each.path for each in first.world.site.pages} - {path}]


def test_links_are_resolved_anew_where_a_glance_says_something_else(taken: list[set[str]]) -> None:
    before = SITES["html"]()
    assert take_pages(taken, before, **{"index.html": "---\nlayout: x\n---\n" + before["index.html"]}) == set()


def test_nothing_is_taken_over_where_something_else_differs(taken: list[set[str]]) -> None:
    before = plain()
    assert take_pages(taken, before, **{"new.md": "# New\n"}) == set()
    assert take_pages(taken, before, **{"clusters.yml": CLUSTERS.replace("later", "sooner")}) == set()
    many = "".join(f"[x{n}](/blog/post-{n})\n" for n in range(9))
    assert take_pages(taken, before, **{"guides/two.md": before["guides/two.md"] + many}) == set()
    before = vitepress()
    config_js = ".vitepress/config.js"
    assert take_pages(taken, before, **{config_js: before[config_js].replace("theme", "base: '/x/', theme")}) == set()
