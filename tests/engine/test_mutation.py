from linklint.engine import check_rule, mutations
from tests.engine.tiny import Vocabulary, rule

RULE = rule(
    options={"max": 3, "words": ["a"]},
    where={"published": True, "any": [{"title": {"in": "$options.words"}}, {"not": {"depth": {"gt": 1, "lte": 9}}}]},
    require={
        "some": {"of": "outlinks", "where": {"line": {"in": [4]}, "place": "body"}},
        "count": {"of": "outlinks", "where": {"text": "x"}, "gte": "$options.max", "lt": 7},
    },
)


def test_every_condition_is_negated_and_every_number_shifted():
    assert [description for description, _ in mutations(RULE)] == [
        "negate where.published",
        "negate where.any",
        "negate where.any[0].title.in",
        "negate where.any[1].not",
        "negate where.any[1].not.depth.gt",
        "where.any[1].not.depth.gt + 1",
        "where.any[1].not.depth.gt - 1",
        "negate where.any[1].not.depth.lte",
        "where.any[1].not.depth.lte + 1",
        "where.any[1].not.depth.lte - 1",
        "negate require.some",
        "negate require.some.where.line.in",
        "require.some.where.line.in[0] + 1",
        "require.some.where.line.in[0] - 1",
        "negate require.some.where.place",
        "negate require.count",
        "negate require.count.where.text",
        "require.count.lt + 1",
        "require.count.lt - 1",
        "options.max + 1",
        "options.max - 1",
    ]


def test_every_mutant_is_a_sound_rule_and_another_one():
    mutants = [mutant for _, mutant in mutations(RULE)]
    assert [check_rule(mutant, vocabulary=Vocabulary()) for mutant in mutants] == [[]] * len(mutants)
    assert RULE not in mutants
    assert len({repr(mutant) for mutant in mutants}) == len(mutants)


def test_what_the_mutants_say():
    told = dict(mutations(RULE))
    assert told["negate where.published"].where == {
        "all": [{"any": RULE.where["any"]}, {"not": {"published": {"eq": True}}}]
    }  # fmt: skip
    assert told["negate where.any[1].not"].where["any"][1] == {"depth": {"gt": 1, "lte": 9}}
    assert told["negate where.any[1].not.depth.gt"].where["any"][1] == {
        "not": {"all": [{"depth": {"lte": 9}}, {"not": {"depth": {"gt": 1}}}]}
    }
    assert told["require.count.lt - 1"].require["count"]["lt"] == 6
    assert told["options.max + 1"].options == {"max": 4, "words": ["a"]}


def test_a_rule_that_is_not_touched_gives_no_mutants():
    assert list(mutations(rule(require={}))) == []
