"""Components of a site whose code is here: which ids they can give to anything, and which they cannot."""

import pytest

from tests.site.sites import make_site, written_links

CONFIG = "export default {presets: [['classic', {docs: {routeBasePath: '/'}}]]}"
STARLIGHT = "import starlight from '@astrojs/starlight';\nexport default {integrations: [starlight({})]}"
IMPORT = "import Box from '@site/src/Box';\n\n## Part\n\n<Box />"
MISSING, UNSURE = "fragment-missing", "fragment-unverifiable"


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def status_beside(code: str, fragment: str = "none", **others: str) -> str:
    """Of a link to a page that shows a component with this code."""
    docs = {"docs/box.mdx": IMPORT, "docs/a.md": f"[b](box.mdx#part) [b](box.mdx#{fragment})"}
    files = {"docusaurus.config.js": CONFIG, "src/Box.tsx": code, **docs}
    found = statuses({**files, **{path.replace("__", "/"): text for path, text in others.items()}}, "docs/a.md")
    assert found[0] == "ok"
    return found[1]


@pytest.mark.parametrize(
    "code",
    [
        "// Shows Markdown with its id.\n/* id={x} */\nexport default () => <p>{/* id={x} */}</p>;",
        "interface Props { id?: string; href: string }\nexport default (props: Props) => <a href={props.href} />;",
        "const parts = [{ id: 'moon', label: 'Markdown' }];\nexport default () => parts.map((each) => each.label);",
        "export default ({ event }) => <b data-tooltip-id={`x-${event}`} key={event.id} />;",
        "import Icon from '@iconify/react';\nexport default () => <Icon name='moon' />;",
        "import CodeBlock from '@theme/CodeBlock';\nexport default () => <CodeBlock />;",
        "import text from '!!raw-loader!./sample.py';\nexport default () => <pre>{text}</pre>;",
        "const load = (id) => fetch(`/${id}`);\nexport default () => <b>{load('a')}</b>;",
        'const go = `import (\n\t"context"\n)`;\nexport default () => <pre>{go}</pre>;',
    ],
)
def test_code_that_gives_no_ids(code: str) -> None:
    assert status_beside(code) == MISSING


@pytest.mark.parametrize(
    "code",
    [
        "export default ({ id }) => <p {...{ id }} />;",
        "export default (props) => <p id={props.name} />;",
        "const all = [{ id: 'none' }];\nexport default () => all.map((each) => <p {...each} />);",
        "import { createElement } from 'react';\nexport default () => createElement('p', { id: 'none' });",
        "export default () => <p ref={(each) => { each.id = 'none'; }} />;",
        "export default () => <p ref={(each) => each.setAttribute('id', 'none')} />;",
        "export default ({ name }) => <a name={name} />;",
        "export default ({ html }) => <p dangerouslySetInnerHTML={{ __html: html }} />;",
        "import Markdown from 'react-markdown';\nexport default () => <Markdown />;",
        "import Part from './part.mdx';\nexport default () => <Part />;",
        "import { Schema } from 'docs-of-schemas';\nexport default () => <Schema />;",
        "const Part = require('docs-of-schemas');\nexport default () => <Part />;",
    ],
)
def test_code_that_may_give_some(code: str) -> None:
    assert status_beside(code) == UNSURE


def test_ids_that_code_writes_out() -> None:
    code = "export default () => <><p id=\"one\" /><p id={'two'} /><p id={`three-${x}`} /><p id='four' /></>;"
    assert [status_beside(code, each) for each in ("one", "two", "four")] == ["ok"] * 3
    assert [status_beside(code, each) for each in ("three-a", "none")] == [UNSURE, MISSING]
    # What a page without the component says of them.
    files = {"docusaurus.config.js": CONFIG, "src/Box.tsx": code, "docs/a.md": "[a](b.md#one)", "docs/b.md": "# B"}
    assert statuses(files, "docs/a.md") == [MISSING]


def test_code_by_an_alias_of_the_bundler() -> None:
    page = "import Box from '@components/Box.astro'\n\n<Box />"
    base = "src/content/docs"
    files = {
        "astro.config.mjs": STARLIGHT,
        "tsconfig.json": '{"compilerOptions": {"baseUrl": ".", "paths": {"@components/*": ["src/own/*"]}}}',
        "src/own/Box.astro": "<slot name='box' />",
        f"{base}/b.mdx": page,
        f"{base}/a.md": "[b](/b/#none)",
    }
    assert statuses(files, f"{base}/a.md") == [MISSING]
    assert statuses({**files, "tsconfig.json": "{}"}, f"{base}/a.md") == [UNSURE]


def test_markdown_by_a_path_from_the_top_and_texts_that_are_shown_as_they_are() -> None:
    files = {
        "docusaurus.config.js": CONFIG,
        "docs/b.mdx": "import Part from '/_parts/part.mdx';\nimport code from '!!raw-loader!/x.py';\n\n<Part />{code}",
        "_parts/part.mdx": "## Shared",
        "docs/a.md": "[b](b.mdx#shared) [b](b.mdx#none)",
    }
    assert statuses(files, "docs/a.md") == ["ok", MISSING]
    files["docs/b.mdx"] = files["docs/b.mdx"].replace("/_parts/", "parts/")
    assert statuses(files, "docs/a.md") == [UNSURE, UNSURE]
