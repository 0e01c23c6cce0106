import pytest

from linklint.engine.compiling import compile_rule
from linklint.engine.messages import show
from linklint.engine.vocabulary import Context
from tests.engine.tiny import Vocabulary, World, link, page, rule

HOME = page("home.md", title="Home", tags=["garden", "garden"])
SUBJECT = page(
    "a.md", title="A {b}", depth=2, score=0.123456, part=1 / 15, tags=["x", "y"], published=True, parent=HOME, lang="de"
)
SUBJECT.facts["outlinks"] = [link("a.md", 4, text="t", place="body", target=HOME, source=SUBJECT)]
HOME.facts["outlinks"] = SUBJECT.facts["outlinks"] * 2


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{path}", "a.md"), ("{page.path} in {parent.path}", "a.md in home.md"), ("{title}", "A {b}"),
        ("{{path}} {{{path}}}", "{path} {a.md}"), ("$5 $$ $page.path", "$5 $$ $page.path"), ("{score}", "0.123"),
        ("{tags}", "x, y"), ("{published}", "true"), ("{parent.depth}", "(none)"), ("{front_matter.x y}", "(none)"),
        ("{$page.depth}", "2"), ("{$site.roots}", "a.md"), ("{options.max}", "40"), ("{options.by}", "alle, mehr"),
        ("{options.words}", "a, b, c, d, e and 2 more"), ("{page.outlinks.count} link", "1 link"),
        ("{outlinks.text}", "t"),
        ("{outlinks.target.path}, {outlinks.target.outlinks.place}, {outlinks.target.tags}", "home.md, body, garden"),
        ("{outlinks.target.depth}", "(none)"), ("{$page.outlinks.path}", "a.md"),
        ("{$site.pages.path}", "a.md, home.md"),
        ("{part}, {options.most} at most, {parent.part}", "6.67 %, 70 % at most, (none)"),
        ("{outlinks.source.part}", "6.67 %"), ("ä\n🌹", "ä\n🌹"),
    ],
)  # fmt: skip
def test_a_message_names_facts(template, text):
    options = {"max": 40, "words": list("abcdefg"), "most": 0.7, "by": {"*": ["alle"], "de": ["mehr"], "en": ["more"]}}
    uses = {
        "part": {"gt": "$options.most"},
        "title": {"in": "$options.by"},
        "depth": "$options.max",
        "path": {"in": "$options.words"},
    }
    compiled, problems = compile_rule(rule(message=template, where=uses), options, Vocabulary())
    assert problems == []
    assert compiled.message(Context(World(SUBJECT, HOME), Vocabulary()), (SUBJECT,)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"), (1234567, "1234567"), (0.5, "0.5"), (2.0, "2"), (1234.5, "1230"), (0.00012345, "0.000123"),
        (12.345, "12.3"), (-0.12345, "-0.123"), (1e20, "100000000000000000000"), (False, "false"), (None, "(none)"),
        ([], "(none)"), ((), "(none)"), ([1, 2, 3, 4, 5], "1, 2, 3, 4, 5"),
        (list(range(6)), "0, 1, 2, 3, 4 and 1 more"),
        (frozenset({"b", "a"}), "a, b"), ({"a": 1}, '{"a":1}'), ([None, True], "(none), true"), ("", ""),
    ],
)  # fmt: skip
def test_values_in_words(value, text):
    assert show(value) == text
