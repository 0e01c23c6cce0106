"""Packs, files, config, overrides and command line: what wins over what."""

import pytest

from linklint.config import Configuration, load_tree, read_box, read_packs
from linklint.errors import UserError
from tests.config.boxes import BOX, configure, levels, options

HOUSE = "house/x:\n  for: page\n  level: notice\n  require: {title: {exists: true}}\n  message: '{path}'\n"


def told(*arguments: object, **more: object) -> list[str]:
    with pytest.raises(UserError) as raised:
        configure(*arguments, **more)  # type: ignore[arg-type]  # passed on as they are
    return [problem.message for problem in raised.value.problems]


def overridden(configuration: Configuration, id_: str) -> list[tuple[object, ...]]:
    active = next(active for active in configuration.rules if active.rule.id == id_)
    return [(override.files, override.level, override.options) for override in active.overrides]


def test_without_a_config_recommended_holds() -> None:
    configuration = configure({})
    assert levels(configuration) == {"max-links": "notice", "no-words": "error"}
    assert options(configuration, "max-links") == {"max": 80}
    assert configuration.settings.config_path is None


def test_extends_replaces_recommended() -> None:
    assert levels(configure({".linklint.yml": "extends: []"})) == {}
    assert levels(configure({".linklint.yml": "extends: linklint:none"})) == {}
    strict = configure({".linklint.yml": "extends: [linklint:strict]"})
    assert levels(strict) == {"max-links": "notice", "no-titles": "warning", "no-words": "error"}
    assert options(strict, "max-links") == {"max": 50}


def test_a_mention_switches_a_rule_on_at_its_own_level() -> None:
    text = "extends: []\nrules: {max-links: {options: {max: 60}}, no-words: {}}"
    configuration = configure({".linklint.yml": text})
    assert levels(configuration) == {"max-links": "warning", "no-words": "error"}
    assert options(configuration, "max-links") == {"max": 60}


@pytest.mark.parametrize(
    ("written", "level"), [("error", "error"), ("warn", "warning"), ("info", "notice"), ("{level: warn}", "warning")]
)
def test_levels_and_their_aliases(written: str, level: str) -> None:
    assert levels(configure({".linklint.yml": f"rules: {{max-links: {written}}}"}))["max-links"] == level


def test_off_is_off_and_options_alone_do_not_change_the_level() -> None:
    assert levels(configure({".linklint.yml": "rules: {no-words: off}"})) == {"max-links": "notice"}
    text = "rules: {max-links: {options: {max: 3}}}"
    assert levels(configure({".linklint.yml": text}))["max-links"] == "notice"


def test_local_rules_files_relative_to_the_file_that_names_them() -> None:
    files = {
        "docs/.linklint.yml": "extends: [rules/all.yml]",
        "docs/rules/all.yml": "extends: [./house.yml, linklint:none]\nrules: {no-words: notice, house/x: error}",
        "docs/rules/house.yml": HOUSE,
    }
    assert levels(configure(files, start="docs")) == {"house/x": "error", "no-words": "notice"}


def test_later_entries_of_extends_win_and_the_config_over_all() -> None:
    files = {"a.yml": "max-links: error", "b.yml": "max-links: notice", ".linklint.yml": "extends: [a.yml, b.yml]"}
    assert levels(configure(files)) == {"max-links": "notice"}
    files[".linklint.yml"] += "\nrules: {max-links: warning}"
    assert levels(configure(files)) == {"max-links": "warning"}


def test_rules_of_the_config_itself() -> None:
    text = "extends: []\nrules:\n" + "".join(f"  {line}\n" for line in HOUSE.splitlines())
    configuration = configure({".linklint.yml": text})
    (active,) = configuration.rules
    assert (active.rule.id, active.level, active.rule.subject) == ("house/x", "notice", "page")
    assert active.rule.location.line == 3
    assert active.rule.positions[("require", "title")].line == 6


def test_overrides_are_kept_in_order_with_complete_options() -> None:
    text = """
overrides:
  - files: ["blog/**"]
    rules: {max-links: {options: {max: 30}}, no-titles: error}
  - files: ["blog/a/*.md", "x.md"]
    rules: {max-links: off, no-words: {options: {phrases+: [siehe]}}}
"""
    configuration = configure({".linklint.yml": text}, names=("blog/a/b.md",))
    assert overridden(configuration, "max-links") == [
        (("blog/**",), None, {"max": 30}),
        (("blog/a/*.md", "x.md"), "off", None),
    ]
    assert levels(configuration)["no-titles"] == "off"
    assert overridden(configuration, "no-words")[0][2] == {
        "places": ["body", "heading"],
        "phrases": {"en": ["here", "more"], "de": ["hier"], "*": ["siehe"]},
    }
    assert configuration.warnings == ('.linklint.yml:5:28: "x.md" matches no file',)


def test_globs_of_a_config_below_the_top_are_relative_to_it() -> None:
    text = 'overrides: [{files: ["blog/**"], rules: {max-links: off}}]\nignore: ["*.md"]'
    configuration = configure({"docs [1]/.linklint.yml": text}, start="docs [1]/blog", names=("docs [1]/blog/a.md",))
    assert configuration.warnings == ()
    assert overridden(configuration, "max-links")[0][0] == (r"docs \[1\]/blog/**",)
    assert configuration.settings.site.ignore == (r"docs \[1\]/*.md",)
    named = configure({"conf/l.yml": text}, config="conf/l.yml", names=("blog/a.md",))
    assert named.settings.site.ignore == ("*.md",)


def test_globs_that_count_from_the_top_below_it_are_told_with_what_to_write() -> None:
    text = """
ignore: ["docs/a/*.md", "a/*.md", "gone/*.md", "docs/gone/*.md"]
orphans_ok: ["docs/a/**", "old/*"]
overrides: [{files: ["docs/a/**", "x.md"], rules: {no-titles: error}}]
"""
    names = ("docs/a/b.md", "docs/c.md")
    told = '"docs/a/**" matches no file; it counts from docs, where the config stands: write "a/**"'
    assert configure({"docs/.linklint.yml": text}, names=names, start="docs").warnings == (
        f"docs/.linklint.yml:4:22: {told}",
        'docs/.linklint.yml:4:35: "x.md" matches no file',
        'docs/.linklint.yml:2:10: "docs/a/*.md" matches no file; it counts from docs, where the config stands: '
        'write "a/*.md"',
        f"docs/.linklint.yml:3:14: {told}",
    )
    at_top = {
        ".linklint.yml": 'ignore: ["docs/a/*.md"]\noverrides: [{files: ["docs/a/**"], rules: {no-titles: error}}]'
    }
    assert configure(at_top, names=names).warnings == ()


def test_chosen_rules_run_at_their_own_level_with_configured_options() -> None:
    text = """
rules: {max-links: off, no-titles: error}
overrides: [{files: ["**"], rules: {max-links: {level: error, options: {max: 5}}}}]
"""
    chosen = configure({".linklint.yml": text}, rule_ids=["max-links", "no-titles"])
    assert levels(chosen) == {"max-links": "warning", "no-titles": "warning"}
    assert options(chosen, "max-links") == {"max": 80}
    assert overridden(chosen, "max-links") == [(("**",), None, {"max": 5})]


def test_rules_are_chosen_and_skipped_by_glob() -> None:
    assert levels(configure({}, rule_ids=["no-[tw]*"])) == {"no-titles": "warning", "no-words": "error"}
    assert levels(configure({}, skip=["no-*"])) == {"max-links": "notice"}
    assert told({}, rule_ids=["no-word"]) == ['--rule: there is no rule "no-word"']


def test_assignments_win_over_the_file() -> None:
    text = "rules: {max-links: error}\nsite: {roots: [/]}"
    configuration = configure(
        {".linklint.yml": text},
        assignments=[
            ("rules.max-links.options.max", "40"),
            ("site.url", "https://example.com"),
            ("rules.no-words", "off"),
            ("score.damping", "0.5"),
        ],
    )
    assert levels(configuration) == {"max-links": "error"}
    assert options(configuration, "max-links") == {"max": 40}
    assert configuration.settings.site.url == "https://example.com"
    assert configuration.settings.site.roots == ("/",)
    assert configuration.settings.score.damping == 0.5
    assert configuration.origins["rules.max-links.options.max"].path == "--set rules.max-links.options.max"


def test_all_mistakes_in_all_files_are_told_at_once() -> None:
    files = {
        ".linklint.yml": "extends: [linklint:none, a.yml, gone.yml]\nclusters: c.yml\nscore: {damping: 2}",
        "a.yml": "no-word: error",
        "c.yml": "roses: {}",
    }
    assert told(files, rule_ids=["nothing"]) == [
        '--rule: there is no rule "nothing"',
        'the rules file "gone.yml" cannot be read',
        '"damping" must be a number from 0 to below 1, found the number 2',
        'there is no rule "no-word"',
        '"roses" has no "hub"',
    ]


def test_circles_end() -> None:
    files = {".linklint.yml": "extends: [a.yml]", "a.yml": "extends: [b.yml]", "b.yml": "extends: [a.yml]"}
    assert told(files) == ['"a.yml" leads back to itself: a.yml → b.yml → a.yml']


def test_a_diamond_of_many_layers_is_read_once_each() -> None:
    files = {f"{n}.yml": f"extends: [{n + 1}.yml, {n + 1}.yml]" for n in range(40)}
    assert levels(configure({".linklint.yml": "extends: [0.yml]", **files, "40.yml": "max-links: error"})) == {
        "max-links": "error"
    }


def test_options_that_break_a_rule_are_told_where_they_are_set() -> None:
    with pytest.raises(UserError) as raised:
        configure({".linklint.yml": "rules: {no-drafts: {options: {pattern: '(draft'}}}"})
    (problem,) = raised.value.problems
    assert problem.message.startswith('in the rule "no-drafts": bad regular expression')
    assert (problem.path, problem.line, problem.column) == (".linklint.yml", 1, 40)


def test_configs_of_examples() -> None:
    rule = read_box(BOX)["max-links"]
    value = {
        "rules": {"max-links": {"options": {"max": 2}}},
        "clusters": {"c": {"hub": "hub.md", "spokes": ["s.md"]}},
        "overrides": [{"files": ["blog/**"], "rules": {"max-links": "off"}}],
    }
    configuration = load_tree(value, rules=[rule], names=("hub.md", "blog/a.md"))
    assert levels(configuration) == {"max-links": "warning"}
    assert options(configuration, "max-links") == {"max": 2}
    assert configuration.settings.clusters[0].spokes[0].page == "s.md"
    assert configuration.settings.site.framework == "plain"
    assert load_tree({"site": {"framework": "html"}}).settings.site.framework == "html"
    with pytest.raises(UserError, match="unknown key"):
        load_tree({"cluster": {}})


def test_packs_of_the_box() -> None:
    assert read_packs(BOX)["strict"] == {"max-links": "notice", "no-titles": "warning", "no-words": "error"}


HOUSES = {"house.yml": HOUSE, "boxed.yml": f"no-words: error\n{HOUSE}"}


@pytest.mark.parametrize("extends", ["[house.yml]", "house.yml", "[./house.yml]"])
def test_who_extends_only_own_files_is_told_that_the_rules_in_the_box_are_off(extends: str) -> None:
    configuration = configure({".linklint.yml": f"extends: {extends}\n", **HOUSES})
    (notice,) = configuration.notices
    column = 11 if extends.startswith("[") else 10
    assert notice.startswith(
        f'.linklint.yml:1:{column - (extends[0] == "[")}: "extends" names no pack of linklint, so none'
    )
    assert 'add "linklint:recommended"' in notice


@pytest.mark.parametrize(
    "text",
    [
        "extends: []",
        "extends: [linklint:none, house.yml]",
        "extends: [boxed.yml]",
        "extends: [house.yml]\nrules: {no-words: error}",
        "rules: {no-words: off}",
        "",
    ],
)
def test_who_knows_what_extends_does_is_told_nothing(text: str) -> None:
    assert configure({".linklint.yml": text, **HOUSES}).notices == ()


@pytest.mark.parametrize("name", ["linklint.yaml", ".linklint.toml", "guide/.linklint.json"])
def test_a_config_under_another_name_is_told_of_where_there_is_none(name: str) -> None:
    told = (f"{name} is not read; a config is called .linklint.yml",)
    assert configure({name: "rules: {}"}, start="guide").warnings == told
    assert configure({name: "rules: {}", ".linklint.yml": "rules: {}"}, start="guide").warnings == ()
    assert configure({f"elsewhere/{name}": "rules: {}", "a.yaml": ""}, start="guide").warnings == ()


@pytest.mark.parametrize("lower", ["site/docs/.linklint.yml", "site/docs/linklint.yml"])
def test_a_config_in_a_folder_below_is_told_of_where_there_is_none(lower: str) -> None:
    told = (f"{lower} is not read: a config holds for the folder that it stands in; run `linklint site/docs`",)
    assert configure({lower: "rules: {}"}).notices == told
    assert configure({lower: "rules: {}"}, start="site").notices == told
    assert configure({lower: "rules: {}"}, start="sit").notices == ()
    assert configure({lower: "rules: {}", "site/.linklint.yml": ""}, start="site").notices == ()
    assert configure({lower: "rules: {}"}, start="site/docs").notices == ()
    assert configure({f"tests/{lower}": "rules: {}", "docs/my.linklint.yml": ""}).notices == ()
