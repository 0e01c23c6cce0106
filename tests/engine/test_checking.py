import pytest

from linklint.engine import OPERATORS, RuleProblem, check_rule, to_problems
from linklint.errors import Problem
from linklint.model.place import Location
from tests.engine.tiny import Vocabulary, rule


def check(subject="page", **parts):
    return check_rule(rule(subject, **parts), vocabulary=Vocabulary())


ALL_OPERATORS = "the operators: " + ", ".join(OPERATORS)
CASES = [
    ({"titel": "x"}, ("titel", "#key"), 'page has no fact "titel"', 'did you mean "title"?'),
    ({"parent.titel": "x"}, ("parent.titel", "#key"), 'page has no fact "parent.titel"',
     'did you mean "parent.title"?'),
    ({"outlinks.place": "x"}, ("outlinks.place", "#key"), 'page has no fact "outlinks.place"',
     '"outlinks" is a list of links: ask about them with some, every, none or count'),
    ({"outlinks.cout": 1}, ("outlinks.cout", "#key"), 'page has no fact "outlinks.cout"',
     'did you mean "outlinks.count"?'),
    ({"parent.outlinks.cuont": 1}, ("parent.outlinks.cuont", "#key"), 'page has no fact "parent.outlinks.cuont"',
     'did you mean "parent.outlinks.count"?'),
    ({"outlinks.length": 1}, ("outlinks.length", "#key"), 'page has no fact "outlinks.length"',
     'did you mean "outlinks.count"?'),
    ({"parent.outlinks.sise": 1}, ("parent.outlinks.sise", "#key"), 'page has no fact "parent.outlinks.sise"',
     'did you mean "parent.outlinks.count"?'),
    ({"parent.title.lenght": 1}, ("parent.title.lenght", "#key"), 'page has no fact "parent.title.lenght"',
     'how long a text is, matches asks: parent.title: {matches: ".{61}"} holds for more than 60 characters'),
    ({"depth.total": 1}, ("depth.total", "#key"), 'page has no fact "depth.total"', 'did you mean "depth"?'),
    ({"tags.count": 1}, ("tags.count", "#key"), 'page has no fact "tags.count"',
     '"tags" is a list of text, and nothing counts it'),
    ({"zzz.length": 1}, ("zzz.length", "#key"), 'page has no fact "zzz.length"', ""),
    ({"outlinks.zzz": 1}, ("outlinks.zzz", "#key"), 'page has no fact "outlinks.zzz"',
     '"outlinks" is a list of links: ask about them with some, every, none or count'),
    ({"page.title": "x"}, ("page.title", "#key"), 'page has no fact "page.title"',
     'write "title", without the name of the subject that it is asked of'),
    ({"page.titel": "x"}, ("page.titel", "#key"), 'page has no fact "page.titel"', 'did you mean "title"?'),
    ({"zzz": "x"}, ("zzz", "#key"), 'page has no fact "zzz"', ""),
    ({"title": {"equals": "x"}}, ("title", "equals", "#key"), 'unknown operator "equals"', ALL_OPERATORS),
    ({"title": {"match": "x"}}, ("title", "match", "#key"), 'unknown operator "match"', 'did you mean "matches"?'),
    ({"title": {">=": "x"}}, ("title", ">=", "#key"), 'unknown operator ">="', 'did you mean "gte"?'),
    ({"title": {"min": "x"}}, ("title", "min", "#key"), 'unknown operator "min"', 'did you mean "gte"?'),
    ({"parent": {"title": "x"}}, ("parent", "title", "#key"), 'unknown operator "title"',
     'ask about it as "parent.title"'),
    ({"title": {}}, ("title",), '"title" has no operator', ALL_OPERATORS),
    ({"title": ["x"]}, ("title",), '"title" is compared with a list', "to accept any of them: title: {in: [...]}"),
    ({"title": None}, ("title",), "nothing can be compared with null",
     "to ask whether a value is there: {exists: false}"),
    ({"title": {"eq": {"a": 1}}}, ("title", "eq"), "nothing can be compared with a mapping", ""),
    ({"title": 3}, ("title",), "title is text and 3 is an integer: never equal", "write the value in quotes"),
    ({"depth": "deep"}, ("depth",), 'depth is an integer and "deep" is text: never equal', ""),
    ({"published": 1}, ("published",), "published is true or false and 1 is an integer: never equal",
     "write true or false, without quotes"),
    ({"published": "no"}, ("published",), 'published is true or false and "no" is text: never equal',
     "write true or false, without quotes"),
    ({"depth": "300"}, ("depth",), 'depth is an integer and "300" is text: never equal', "write 300, without quotes"),
    ({"day": "soon"}, ("day",), 'day is a date and "soon" is text: never equal', "a date is written as 2027-03-01"),
    ({"day": "2027-02-30"}, ("day",), 'day is a date and "2027-02-30" is text: never equal',
     "a date is written as 2027-03-01"),
    ({"day": {"lt": "2027-13-01"}}, ("day", "lt"), 'lt compares numbers and dates, "2027-13-01" is text', ""),
    ({"depth": {"lt": "$page.title"}}, ("depth", "lt"), "lt compares numbers and dates, $page.title is text", ""),
    ({"title": {"gte": 1}}, ("title", "gte"), "gte compares numbers and dates, title is text", ""),
    ({"depth": {"lt": "2026-01-01"}}, ("depth", "lt"), 'depth is an integer and "2026-01-01" is text: neither is more',
     ""),
    ({"title": {"in": "x"}}, ("title", "in"), 'in takes a list, "x" is text', "use eq for one value"),
    ({"title": {"in": [1]}}, ("title", "in"), "title is text and [1] is a list of integer: never equal", ""),
    ({"title": {"eq": ["x"]}}, ("title", "eq"), 'eq takes one value, ["x"] is a list', "use in or not_in"),
    ({"tags": "x"}, ("tags",), "tags is a list", "use contains to ask for one of its values"),
    ({"tags": {"in": ["x"]}}, ("tags", "in"), "tags is a list", "use contains to ask for one of its values"),
    ({"tags": {"contains": 1}}, ("tags", "contains"), "tags is a list of text and 1 is an integer: never equal",
     "write the value in quotes"),
    ({"title": {"contains": ["x"]}}, ("title", "contains"), 'contains takes one value, ["x"] is a list',
     "use any: [...] or all: [...] with one condition each"),
    ({"title": {"glob": ["a", "b"]}}, ("title", "glob"), 'glob takes one value, ["a", "b"] is a list',
     "use any: [...] with one condition each"),
    ({"depth": {"matches": "x"}}, ("depth", "matches"), "matches compares texts, depth is an integer", ""),
    ({"title": {"matches": "(a"}}, ("title", "matches"), 'bad regular expression "(a": missing ): (a', ""),
    ({"title": {"matches": "(?=a)"}}, ("title", "matches"),
     'bad regular expression "(?=a)": invalid perl operator: (?=',
     "there is no look-around and no back reference (RE2); say it with a second condition, not, all or any"),
    ({"title": {"matches": "$page.path"}}, ("title", "matches"),
     "the pattern of matches must be written out or be an option, not $page.path", ""),
    ({"path": {"glob": "[a"}}, ("path", "glob"),
     'bad glob "[a": "[" is not closed (for the character itself write "\\[")', ""),
    ({"title": {"exists": "yes"}}, ("title", "exists"), 'exists takes true or false, not "yes"', ""),
    ({"parent": "x"}, ("parent",), "parent is a page, not a value", "compare one of its facts, such as parent.path"),
    ({"outlinks": "x"}, ("outlinks",), "outlinks is a list of links, not a value",
     "ask about its elements with some, every, none or count"),
    ({"title": "$page"}, ("title",), "$page is a page, not a value", "compare one of its facts, such as $page.path"),
    ({"title": "$pgae.title"}, ("title",), '"$pgae" stands for nothing here', 'did you mean "$page"?'),
    ({"title": "$member.x"}, ("title",), '"$member" stands for nothing here', "known here: $options, $page, $site"),
    ({"title": "$page.titel"}, ("title",), 'page has no fact "titel"', 'did you mean "title"?'),
    ({"title": "$5"}, ("title",), '"$5" is not a reference', 'write "$$" for a dollar sign at the beginning'),
    ({"title": {"in": ["$page.path"]}}, ("title", "in", 0), '"$page.path" stands in a list',
     'references stand alone; "$$" begins a text with "$"'),
    ({"title": {"in": [["x"]]}}, ("title", "in", 0), "a list holds plain values", ""),
    ({"title": "$site.rots"}, ("title",), 'site has no fact "rots"', 'did you mean "roots"?'),
    ({"roots": {"exists": True}}, ("roots", "#key"), 'page has no fact "roots"', 'did you mean "$site.roots"?'),
    ({"title": "$site"}, ("title",), '"$site" alone is no value', 'name a fact of it, such as "$site.roots"'),
    ({"title": "$options"}, ("title",), '"$options" alone is no value', 'name one of them, such as "$options.max"'),
    ({"depth": "$options.max"}, ("depth",), 'the rule has no option "max"', "declare it: options: {max: …}"),
    ({"all": {"title": "x"}}, ("all",), '"all" takes a list of conditions', "all: [{…}, {…}]"),
    ({"any": []}, ("any",), '"any" takes a list of conditions, and this list is empty', "any: [{…}, {…}]"),
    ({"any": ["x"]}, ("any", 0), "a condition is a mapping, such as {published: true}", ""),
    ({"not": [{"title": "x"}]}, ("not",), "a condition is a mapping, such as {published: true}", ""),
    ({"some": "outlinks"}, ("some",), '"some" takes a mapping', "some: {of: RELATION, where: {…}}"),
    ({"some": {"where": {}}}, ("some",), '"some" needs "of", the name of a relation', ""),
    ({"some": {"of": 3}}, ("some", "of"), '"some" needs "of", the name of a relation', ""),
    ({"some": {"of": "outlink"}}, ("some", "of"), 'page has no fact "outlink"', 'did you mean "outlinks"?'),
    ({"some": {"of": "outlinks.count"}}, ("some", "of"), '"outlinks.count" is an integer, not a relation',
     'did you mean "outlinks"?'),
    ({"some": {"of": "title"}}, ("some", "of"), '"title" is text, not a relation',
     "the relations of page: outlinks, parent"),
    ({"some": {"of": "$options.x"}}, ("some", "of"), 'the rule has no option "x"', "declare it: options: {x: …}"),
    ({"some": {"of": "outlinks", "were": {}}}, ("some", "were", "#key"), 'unknown key "were" in "some"',
     'did you mean "where"?'),
    ({"some": {"of": "outlinks", "gte": 2}}, ("some", "gte", "#key"), 'unknown key "gte" in "some"',
     "to compare a number of elements use count"),
    ({"every": {"of": "outlinks"}}, ("every",), '"every" without "where" always holds',
     "say what must hold for each element"),
    ({"count": {"of": "outlinks"}}, ("count",), '"count" compares with nothing',
     "add one of eq, ne, lt, lte, gt, gte, in, not_in"),
    ({"count": {"of": "outlinks", "gte": "2"}}, ("count", "gte"), 'gte compares numbers and dates, "2" is text', ""),
    ({"some": {"of": "outlinks", "as": "page", "where": {}}}, ("some", "as"),
     '"as: page" takes a name that already stands for something', "choose another name"),
    ({"some": {"of": "outlinks", "as": "a b", "where": {}}}, ("some", "as"),
     '"as" takes a name of letters, digits, "_" and "-"', ""),
    ({"some": {"of": "outlinks", "where": {"title": "x"}}}, ("some", "where", "title", "#key"),
     'link has no fact "title"', ""),
    ({"some": {"of": "outlinks", "where": {"text": "$link.place"}}}, ("some", "where", "text"),
     '"$link" stands for nothing here',
     'a bare fact is that of the link; to use it deeper inside, name it with "as: link"'),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "keypath", "message", "hint"), CASES, ids=lambda value: str(value)[:60])
def test_a_mistake_in_a_condition_is_told_exactly_once(condition, keypath, message, hint):
    assert check(require=condition) == [RuleProblem(("require", *keypath), message, hint)]
    assert check(where=condition, require={"title": "x"}) == [RuleProblem(("where", *keypath), message, hint)]


PARTS = [
    ({"message": ""}, ("message",), "the rule has no message", ""),
    ({"require": {}}, ("require",), "the rule requires nothing, so it can never speak", ""),
    ({"message": "{titel}"}, ("message",), 'unknown placeholder "{titel}": page has no fact "titel"',
     'did you mean "{title}"?'),
    ({"message": "{page.__class__}"}, ("message",),
     'unknown placeholder "{page.__class__}": page has no fact "__class__"', ""),
    ({"message": "{title!r}"}, ("message",), 'bad placeholder "{title!r}"',
     'a placeholder names a fact, such as "{path}"'),
    ({"message": "{}"}, ("message",), 'bad placeholder "{}"', 'a placeholder names a fact, such as "{path}"'),
    ({"message": "a { b"}, ("message",), '"{" stands alone in the message', 'for the brace itself write "{{"'),
    ({"message": "a } b"}, ("message",), '"}" stands alone in the message', 'for the brace itself write "}}"'),
    ({"message": "{parent}"}, ("message",), 'the placeholder "{parent}" is a page',
     'name one of its facts, such as "{parent.path}"'),
    ({"message": "{outlinks}"}, ("message",), 'the placeholder "{outlinks}" is a list of links',
     'name one of their facts, such as "{outlinks.path}"'),
    ({"message": "{options.mix}", "options": {"max": 1}, "where": {"depth": "$options.max"}}, ("message",),
     'unknown placeholder "{options.mix}": the rule has no option "mix"', 'did you mean "{options.max}"?'),
    ({"options": {"max": 1}, "message": "{options.max}"}, ("options", "max", "#key"), 'nothing uses the option "max"',
     "use it as $options.max"),
    ({"options": {"max": None}, "where": {"depth": "$options.max"}}, ("options", "max"),
     'the option "max" has no value', ""),
    ({"options": {"max": "x"}, "where": {"depth": "$options.max"}}, ("where", "depth"),
     "depth is an integer and $options.max is text: never equal", ""),
    ({"options": {"by": {"en": "x"}}, "where": {"title": {"in": "$options.by"}}}, ("options", "by"),
     'the option "by" must map languages to lists of plain values', ""),
    ({"options": {"by": {"en": ["x"]}}, "where": {"title": "$options.by"}}, ("where", "title"),
     "eq takes one value, $options.by is lists by language", "use in or not_in"),
    ({"measure": "title"}, ("measure",), '"title" is text, and a measure is a number', ""),
    ({"measure": "dept"}, ("measure",), 'page has no fact "dept"', 'did you mean "depth"?'),
    ({"at": "$page.title"}, ("at",), '"$page.title" is text, and "at" names one subject', 'such as "$page"'),
    ({"at": "$page.outlinks"}, ("at",), '"$page.outlinks" is a list of links, and "at" names one subject',
     'such as "$page"'),
    ({"at": "parent"}, ("at",), '"parent" is not a reference', 'write "$$" for a dollar sign at the beginning'),
    ({"related": ("$page.title",)}, ("related", 0), '"$page.title" is text, and "related" names subjects', ""),
    ({"related": (3,)}, ("related", 0), '"related" lists references and mappings with "of"', ""),
    ({"related": ({"of": "outlinks", "message": "{titel}"},)}, ("related", 0, "message"),
     'unknown placeholder "{titel}": link has no fact "titel"', ""),
    ({"related": ({"of": "outlinks", "when": {}},)}, ("related", 0, "when", "#key"), 'unknown key "when" in "related"',
     'did you mean "where"?'),
    ({"supersedes": ("r",)}, ("supersedes",), "a rule does not supersede itself", ""),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "keypath", "message", "hint"), PARTS, ids=lambda value: str(value)[:60])
def test_a_mistake_in_another_part_is_told_exactly_once(parts, keypath, message, hint):
    assert check(**{"require": {"title": "x"}, **parts}) == [RuleProblem(keypath, message, hint)]


def test_a_sound_rule_has_no_problems():
    assert check(
        options={"max": 3, "words": ["a"], "pattern": "^x", "lists": {"*": ["x"]}},
        where={"title": {"matches": "$options.pattern", "in": "$options.lists"}},
        require={"some": {"of": "outlinks", "as": "x", "where": {"text": {"in": "$options.words"}, "line": "$x.line"}}},
        message="{{{title}}} {page.depth} {options.max} {front_matter.any} {parent.path} {$page.title} $x",
        measure="outlinks.count",
        at="$page.parent",
        related=("$page.outlinks", {"of": "outlinks", "where": {"line": {"lt": "$options.max"}}, "message": "{text}"}),
    ) == []  # fmt: skip


def test_all_mistakes_of_a_rule_are_told_at_once_in_its_order():
    found = check(where={"a": 1, "some": {"of": "outlinks", "where": {"b": 2}}}, require={"c": {"d": 3}}, message="{e}")
    assert [problem.message for problem in found] == [
        'page has no fact "a"',
        'link has no fact "b"',
        'page has no fact "c"',
        'unknown operator "d"',
        'unknown placeholder "{e}": page has no fact "e"',
    ]


def test_of_an_unknown_subject_nothing_else_is_told():
    assert check("pages", where={"nonsense": 1}) == [
        RuleProblem(("for",), '"pages" is no subject of rules', 'did you mean "page"?')
    ]


def test_a_regular_expression_has_at_most_1_kb():
    message = f'bad regular expression "{"x" * 1025}": a regular expression has at most 1024 bytes'
    assert check(require={"title": {"matches": "x" * 1024}}) == []
    assert [problem.message for problem in check(require={"title": {"matches": "x" * 1025}})] == [message]
    assert len(check(require={"title": {"matches": "é" * 513}})) == 1


def test_options_of_a_configuration_are_checked_in_place_of_the_rules_own():
    patterned = rule(options={"pattern": "x"}, require={"title": {"matches": "$options.pattern"}})
    assert check_rule(patterned, vocabulary=Vocabulary()) == []
    assert check_rule(patterned, {"pattern": "("}, Vocabulary()) == [
        RuleProblem(("require", "title", "matches"), "bad regular expression $options.pattern: missing ): (")
    ]


def test_problems_are_placed_at_the_nearest_known_key():
    parent = Location("r.yml", 4, 3, 4, 9)
    broken = rule(
        require={"titel": "x"}, message="{b}", positions={("require",): parent}, location=Location("r.yml", 2, 1)
    )
    assert to_problems(broken, check_rule(broken, vocabulary=Vocabulary())) == [
        Problem('r: page has no fact "titel"', "r.yml", 4, 3, 9, hint='did you mean "title"?'),
        Problem('r: unknown placeholder "{b}": page has no fact "b"', "r.yml", 2, 1, 1),
    ]
