"""Facts of the site, of anchor texts, files, entries and directives."""

import pytest

from linklint.facts import DirectiveSubject, subjects
from linklint.model.document import Directive, Note
from linklint.model.place import Location
from linklint.model.site import Entry, FileFacts
from tests.building import build_site, build_world, span_at
from tests.facts.asking import get


def ask(text, *names, **more):
    site = build_site(text, **more)
    world = build_world(site)
    return [get(world, site, name) for name in names]


def test_counts_of_the_site():
    text = "home (root) -> a; a -> home; x -> y; y -> x; alone; d (draft) -> alone"
    names = ("pages.count", "orphans.count", "components", "walled_gardens", "roots", "root_known")
    assert ask(text, *names) == [5, 1, 3, 1, ("home.md",), True]


def test_site_without_a_root():
    assert ask("a -> b", "roots", "root_known", "walled_gardens", "home_share") == [(), False, None, None]


def test_hubs_and_languages_are_distinct():
    found = ask(
        "a; b (draft); c",
        "hubs.count",
        "languages",
        pages={"a": {"lang": "en"}, "b": {"lang": "fr"}, "c": {"lang": "de"}},
        clusters={"one": "a -> c", "two": "a -> b", "three": "b -> c", "four": "gone -> a"},
    )
    assert found == [1, ("de", "en")]


def test_home_share_counts_linking_pairs():
    assert ask("home (root) -> a; a -> home, home, b; b -> home", "home_share") == [0.5]


def test_gini_is_zero_when_even_and_grows_with_concentration():
    (even,) = ask("a -> b; b -> c; c -> a", "score_gini")
    (uneven,) = ask("a -> c; b -> c; c; d -> c", "score_gini")
    assert even == pytest.approx(0.0, abs=1e-9)
    assert 0.1 < uneven < 1
    assert ask("a (noindex)", "score_gini") == [None]


def test_relations_of_the_site_leave_drafts_out():
    pages, links = ask("a -> b, c generated; b (draft) -> a", "pages", "links")
    assert [page.path for page in pages] == ["a.md", "c.md"]
    assert [link.source.path for link in links] == ["a.md", "a.md"]


def test_anchor_text_with_its_links():
    site = build_site('a -> b "More", c "more"; d -> b "more!"', {name: {"lang": "en"} for name in "abcd"})
    world = build_world(site, generic_phrases={"en": ["more"]})
    (anchor,) = subjects(world, "anchor")
    names = ("text", "lang", "class", "links.count", "targets.count", "pages.count")
    assert [get(world, anchor, name) for name in names] == ["more", "en", "generic", 3, 2, 2]
    assert [page.path for page in get(world, anchor, "targets")] == ["b.md", "c.md"]


def test_file_with_notes_and_without():
    notes = (Note("nul", "a NUL byte", 2, 3), Note("front-matter", "a duplicate key", 4), Note("nul", "again", 9))
    noted, clean = (FileFacts(path, 10, True, "utf-8", found, ()) for path, found in (("a.md", notes), ("b.md", ())))
    world = build_world(build_site("a"))
    names = ("front_matter_valid", "nesting_limit_hit", "notes.kinds", "notes.nul.line", "notes.front-matter.message")
    assert [get(world, noted, name) for name in names] == [False, False, ("nul", "front-matter"), 2, "a duplicate key"]
    assert [get(world, clean, name) for name in names] == [True, False, (), None, None]
    assert get(world, noted, "notes")[0] == "line 2: a NUL byte"
    limit = FileFacts("c.md", 10, True, "utf-8", (Note("nesting", "too deep"),), ())
    assert get(world, limit, "nesting_limit_hit") is True


def test_entry():
    site = build_site("a")
    entry = Entry("nav.yml", "nav", "A", Location("nav.yml", 7), site.by_path["a.md"], "ok")
    facts = ("file", "kind", "key", "target.path", "status", "line")
    world = build_world(site)
    assert [get(world, entry, name) for name in facts] == ["nav.yml", "nav", "A", "a.md", "ok", 7]


@pytest.mark.parametrize(("until", "expired"), [(None, False), ("2025-06-01", False), ("2025-05-31", True)])
def test_directive_expires_after_its_last_day(until, expired):
    directive = Directive("line", ("no-x",), "why", until, span_at(3), 3, 3)
    world = build_world(build_site("a", files=(FileFacts("a.md", 1, True, "utf-8", (), (directive,)),)))
    (subject,) = subjects(world, "directive")
    assert get(world, subject, "expired") is expired


def test_what_a_directive_says_and_what_became_of_it():
    world = build_world(build_site("a"))
    named = Directive("next-line", ("no-x", "no-y"), "legacy", "2030-01-01", span_at(3), 4, 4)
    subject = DirectiveSubject("a.md", named, used=True, judged=True, unknown=("no-y",))
    names = ("path", "line", "kind", "rules", "reason", "until", "used", "judged", "blanket", "problem")
    expected = ["a.md", 3, "next-line", ("no-x", "no-y"), "legacy", "2030-01-01", True, True, False, None]
    assert [get(world, subject, name) for name in names] == expected
    assert get(world, subject, "unknown_rules") == ("no-y",)
    assert get(world, subject, "verdict") == "names no-y, but there is no such rule"
    partly = DirectiveSubject("a.md", named, used=True, judged=True, idle=("no-y",))
    assert get(world, partly, "idle_rules") == ("no-y",)
    assert get(world, partly, "verdict") == "suppresses nothing of no-y"
    blanket = DirectiveSubject("a.md", Directive("file", (), None, None, span_at(1), 1, 9, "no such word"))
    assert [get(world, blanket, name) for name in ("blanket", "reason", "problem")] == [True, None, "no such word"]


def test_links_across_languages_are_counted_but_for_those_to_the_same_page():
    pages = {"a": {"lang": "en", "url": "/en/a"}, "b": {"lang": "en-GB", "url": "/en/b"}}
    pages |= {"c": {"lang": "de", "url": "/de/a"}, "d": {"lang": "de", "url": "/de/b"}}
    world = build_world(build_site("a -> b, c, d, d nav, x; b -> x; c -> a; d -> c, a; x -> a", pages))
    assert get(world, world.site, "cross_language_share") == pytest.approx(2 / 4)
    assert get(build_world(build_site("a -> b; b")), build_site("a"), "cross_language_share") is None
