"""Config files in JavaScript and TypeScript, read without being run."""

from __future__ import annotations

import pytest

from linklint.data.javascript import REST, UNKNOWN, Call, Function, read_config, read_literal, read_module
from tests.timing import check_linear


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{a: 1, 'b-c': \"d\", e: [true, null, -2.5,],}", {"a": 1, "b-c": "d", "e": [True, None, -2.5]}),
        ("`plain ${`nested`}`", UNKNOWN),
        ("`a\\nb`", "a\nb"),
        ("'it\\'s \\u00e4\\x41\\u{1F600}'", "it's äA😀"),
        ("'a' + 'b' + `c`", "abc"),
        ("'a' + b", UNKNOWN),
        ("{a /* c */: /* } */ 'x' // }\n}", {"a": "x"}),
        ("{a: /[/'\"}]/g, b: 4 / 2, c: 'kept'}", {"a": UNKNOWN, "b": UNKNOWN, "c": "kept"}),
        ("{...rest, a: 1}", {REST: UNKNOWN, "a": 1}),
        ("[...rest, 1]", [UNKNOWN, 1]),
        ("{a: f(x, {b: 1}), c: 2}", {"a": Call("f", (UNKNOWN, {"b": 1})), "c": 2}),
        ("{a: x => ({b: 1}), c: (x): T => { if (y) { return 3 } return 4 }, d() { return 'e' }}",
         {"a": Function({"b": 1}), "c": Function(4), "d": Function("e")}),
        ("process.env.BASE ?? '/'", "/"),
        ("process.env.NODE_ENV === 'production' ? 'a' : 'b'", "a"),
        ("process.env.PREVIEW ? 'a' : 'b'", "b"),
        ("condition ? 'a' : 'b'", UNKNOWN),
        ("process.env.BASE", UNKNOWN),
        ("{a: 'x' as const, b: <div>it's</div>, }", {"a": "x", "b": UNKNOWN}),
        ("true && 'a'", "a"),
        ("!0", True),
        ("[1, 2][1]", 2),
        ("{a: {b: 3}}.a.b", 3),
        ("(('x'))", "x"),
        ("[1].concat([2, unknown], 3).concat(rest)", [1, 2, UNKNOWN, 3, UNKNOWN]),
        ("['a', process.env.DEV && 'b', null, unknown && 'c'].filter(Boolean)", ["a", UNKNOWN]),
        ("[1, 2].filter((each) => each > 1)", UNKNOWN),
        ("{a: [1].concat}", {"a": UNKNOWN}),
        ("function () { return {a: 1} }", Function({"a": 1})),
        ("[async function plugin() { return {name: 'p'} }, 'q']", [Function({"name": "p"}), "q"]),
    ],
)  # fmt: skip
def test_an_expression_gives_what_its_text_says_and_unknown_for_the_rest(text: str, value: object) -> None:
    assert read_literal(text).value == value


def test_the_default_export_is_found_behind_names_types_wrappers_and_functions() -> None:
    typed = "import type {C} from 'c';\nconst config: C<{a: 1}> = {b: 2} satisfies C;\nexport default config;"
    assert read_config(typed, "x.ts").value == {"b": 2}
    assert read_config("module.exports = withA(withB({c: 3}))", "x.js").value == {"c": 3}
    assert read_config("module.exports = withSidebar({c: 3}, {path: '/'})", "x.js").value == {"c": 3}
    assert read_config("module.exports = mergeConfig({a: 1}, {c: 3})", "x.js").value == {"c": 3}
    beside = "export default defineVersioned({c: 3} as Config, path.resolve(import.meta.dirname, '..'))"
    assert read_config(beside, "x.ts").value == {"c": 3}
    assert read_config("export default defineConfig(async ({mode}) => { return {d: 4} })", "x.js").value == {"d": 4}
    assert read_config("module.exports = async function f() { const c = {e: 5}\n return c }", "x.js").value == {"e": 5}
    assert read_config("export const other = {f: 6}; export { other as default }", "x.js").value == {"f": 6}
    assert read_config("const nothing = 1", "x.js").value is UNKNOWN


def test_a_name_that_changes_is_unknown() -> None:
    assert read_config("let base = '/'; if (x) { base = '/y' } export default {base}", "x.js").value == {
        "base": UNKNOWN
    }
    assert read_config("let base = '/'; export default {base}", "x.js").value == {"base": "/"}


def test_imported_names_are_read_where_the_files_are_and_unknown_where_not() -> None:
    files = {
        "site/nav.ts": b"export const nav = ['a']; export default {b: nav}",
        "site/versions.json": b'["2.0", "1.0"]',
        "shared.js": b"module.exports = {key: 'k'}",
    }
    text = """
        import whole, {nav as list} from './nav';
        import versions from './versions.json';
        import * as all from './nav';
        import {absent} from './absent';
        const shared = require('../shared');
        const inline = require('../shared').key;
        export default {whole, list, first: versions[0], nav: all.nav, absent, key: shared.key, inline}
    """
    found = read_config(text, "site/x.config.ts", files.get).value
    expected = {"list": ["a"], "first": "2.0", "nav": ["a"], "absent": UNKNOWN, "key": "k", "inline": "k"}
    assert found == {"whole": {"b": ["a"]}, **expected}
    assert read_config(text, "site/x.config.ts").value["first"] is UNKNOWN


def test_what_a_module_passes_on_is_read() -> None:
    files = {
        "nav/index.ts": b"export * from './en.js'\nexport * from './de'\nexport * from '.'",
        "nav/en.ts": b"export const english = ['a']",
        "nav/de.ts": b"export * from './index'\nexport const german = ['b']",
    }
    text = "import {english, german, none} from './nav'; export default {english, german, none}"
    found = read_config(text, "x.js", files.get).value
    assert found == {"english": ["a"], "german": ["b"], "none": UNKNOWN}


def test_names_inside_functions_are_no_names_of_the_module() -> None:
    one, two = (
        "function one() { const list = ['a']; return list }",
        "function two() { const list = ['b']; return list }",
    )
    assert read_config(f"{one}\nexport default {{a: one()}}", "x.js").value["a"] == ["a"]
    assert read_config(f"{one}\n{two}\nexport default {{b: two()}}", "x.js").value["b"] is UNKNOWN
    assert read_config(f"{one}\nconst list = ['c']; export default {{list}}", "x.js").value["list"] == ["c"]


def test_calls_tell_their_package_and_the_call_that_made_them() -> None:
    text = "import light from '@astrojs/starlight'; export default {integrations: [light({a: 1})]}"
    assert read_config(text, "x.mjs").value["integrations"] == [Call("light", ({"a": 1},), "@astrojs/starlight")]
    made = "const withNextra = nextra({a: 1}); export default withNextra({b: 2})"
    inner = Call("nextra", ({"a": 1},))
    assert read_module(made, "x.mjs").value["default"] == Call("nextra", ({"b": 2},), "", inner)
    assert read_literal("require.resolve('./s.js')").value == Call("require.resolve", ("./s.js",))
    assert read_literal("new URL('./x', import.meta.url)").value == Call("new URL", ("./x", UNKNOWN))


def test_values_and_keys_have_their_places() -> None:
    tree = read_config("export default {\n  a: [{slug: 'x'}],\n  b: 2 }", "c.js")
    place = tree.location(("a", 0, "slug"))
    assert (place.path, place.line, place.column, place.end_column) == ("c.js", 2, 14, 17)
    assert tree.location(("b",), key=True).column == 3


def test_a_value_of_another_file_has_its_place_there() -> None:
    tree = read_config("export default {nav: require('./nav')}", "c.js", {"nav.js": b"\nmodule.exports = ['a']"}.get)
    assert (tree.location(("nav", 0)).path, tree.location(("nav", 0)).line) == ("nav.js", 2)


@pytest.mark.parametrize(
    "unit",
    ["!", "[", "{a:", "const ", "import ", "a=>", "`${", "export {", "a?b:", "1,", "...,", "function ", "[1,"],
)
def test_hostile_text_is_read_in_linear_time(unit: str) -> None:
    def work(size: int) -> None:
        read_config("export default [" + unit * size, "x.js")
        read_config("export default " + unit * size, "x.js")
        read_module(unit * size, "x.js")

    check_linear(work, 5_000)


@pytest.mark.parametrize("text", ["'", "/*", "`", "const a=b;const b=a", "\0\ud800"])
def test_text_that_is_broken_off_or_goes_round_is_read(text: str) -> None:
    read_config("export default " + text, "x.js")
    read_module(text, "x.js")


def test_spreading_cannot_multiply() -> None:
    lines = ["const a0 = ['x', 'y'];", *(f"const a{n} = [...a{n - 1}, ...a{n - 1}];" for n in range(1, 60))]
    read_config("\n".join([*lines, "export default a59"]), "x.js")
    modules = {f"m{n}.js": f"export default [require('./m{n + 1}')]".encode() for n in range(500)}
    read_config("export default require('./m0')", "x.js", modules.get)


@pytest.mark.parametrize(
    ("statements", "value"),
    [
        ("const s = {}; for (const a of b) { s[`/${a}/`] = [1] }", {REST: UNKNOWN}),
        ("const s = ['a']; s.push(c)", ["a", UNKNOWN]),
        ("const s = ['a']; if (c) s.unshift({b: 1}, ...d)", ["a", {"b": 1}, UNKNOWN]),
        ("const s = {a: 1}; const t = s['a'] === 1", {"a": 1}),
        ("const s = ['a']; if (import.meta.env.DEV) { f(); s.push('b') }", ["a"]),
        ("const s = ['a']; if (process.env.NODE_ENV !== 'production') s.push('b'); if (x) s.push('c')", ["a", "c"]),
        ("const s = ['a']; const t = s.map(f); t.push(1); u.s.push(2); x.s['k'] = 3", ["a"]),
    ],
)
def test_what_later_statements_put_into_a_value_is_in_it_or_unknown(statements: str, value: object) -> None:
    assert read_config(f"{statements}\nexport default s", "c.js").value == value


def test_a_function_that_fills_what_it_returns_does_not_return_it_empty() -> None:
    code = (
        "function make() {\n const all = {}\n for (const a of b) all[a] = 1\n return all\n}\nexport default {s: make()}"
    )
    assert read_config(code, "c.js").value == {"s": {REST: UNKNOWN}}
