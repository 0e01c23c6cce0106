"""Configs that attack whoever quotes them in an error message, or whoever reads them."""

from __future__ import annotations

FORGED = "\\e[31m\\n::error::forged\\n##[add-mask]forged\\u202e"
RULE = "rules: {house/a: {for: page, require: {path: {exists: false}}, message: x"

BROKEN_CONFIGS: dict[str, dict[str, str | bytes]] = {
    "unknown key": {".linklint.yml": f'"{FORGED}": 1\n'},
    "unknown rule": {".linklint.yml": f'rules: {{"{FORGED}": off}}\n'},
    "unknown fact": {".linklint.yml": f'{RULE}, where: {{"{FORGED}": 1}}}}}}\n'},
    "unknown operator": {".linklint.yml": f'{RULE}, where: {{path: {{"{FORGED}": 1}}}}}}}}\n'},
    "unknown placeholder": {".linklint.yml": f'{RULE}, help: "{{{FORGED}}}", level: loud}}}}\n'},
    "unknown pack": {".linklint.yml": f'extends: ["linklint:{FORGED}"]\n'},
    "outside": {".linklint.yml": "extends: [../../../../etc/passwd]\n"},
    "absolute": {".linklint.yml": "extends: [/etc/passwd]\n"},
    "framework": {".linklint.yml": f'site: {{framework: "{FORGED}"}}\n'},
    "broken syntax": {".linklint.yml": "a: [1\n::error::forged\n##[add-mask]x\n"},
    "invalid bytes": {".linklint.yml": b"a: \xff\xfe\x1b[31m\n::error::forged\n"},
    "nul": {".linklint.yml": b"a: \x00\n::error::forged\n"},
    "tag": {".linklint.yml": "a: !!python/object/apply:os.system [touch PWN]\n"},
    "hostile tag": {".linklint.yml": "a: !<::error::##[add-mask]x> 1\n"},
    "duplicate keys": {".linklint.yml": f'"{FORGED}": 1\n"{FORGED}": 2\n'},
    "depth": {".linklint.yml": "a: " + "[" * 50_000},
    "laughs": {
        ".linklint.yml": "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 12))
    },
    "recursive alias": {".linklint.yml": "rules: &a {x: *a}\n"},
    "merge keys": {".linklint.yml": "a: &a {x: 1}\nb: {<<: [*a, *a]}\n"},
    "surrogate": {".linklint.yml": 'rules: {"\\ud800": off}\n'},
    "pattern": {".linklint.yml": f'{RULE}, where: {{path: {{matches: "({FORGED}"}}}}}}}}\n'},
    "remote reference": {".linklint.yml": '{$ref: "http://127.0.0.1:9/x.json", $schema: "http://127.0.0.1:9/"}\n'},
    "clusters": {
        ".linklint.yml": "clusters: clusters.yml\n",
        "clusters.yml": f'"{FORGED}": {{hub: 1, "{FORGED}": 2}}\n',
    },
    "clusters outside": {".linklint.yml": "clusters: ../../../../etc/passwd\n"},
    "baseline": {
        ".linklint.yml": "baseline: b.jsonl\n",
        "b.jsonl": '{"fp": "\x1b[31m", "rule": 1}\n::error::forged\n##[add-mask]x\n',
    },
}
