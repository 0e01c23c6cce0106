"""The endings of documents: a profile is asked of no file with another one, so it may not know any."""

import pytest

from linklint.model.files import MemoryRepository
from linklint.model.settings import SiteSettings
from linklint.site.frameworks import FRAMEWORKS, detect, load_profile, sources
from linklint.site.paths import extension
from tests.site.test_detection_signs import SAMPLES

ENDINGS = (
    "md MD markdown mdx mdown mkd mkdn mdwn mdtxt mdoc qmd Rmd html htm HTML xhtml njk liquid webc hbs ejs vto pug "
    "adoc rst org txt text ipynb yml yaml json toml xml php vue tsx js css png svg"
).split()
NAMED = {
    "jekyll": {
        "_config.yml": "title: A\npermalink: /:title\nmarkdown_ext: md,text\n",
        "_layouts/default.html": "x",
        "b.text": "---\n---\n[a](/a)\n",
    },
    "docsify": {
        "index.html": "<script>window.$docsify = {ext: '.text'}</script><script src='//cdn/docsify.js'></script>",
        "README.text": "[a](a)",
        "c.md": "# C\n",
        "b.text": "[a](a)",
    },
    "sphinx": {
        "conf.py": "extensions = ['myst_parser']\nsource_suffix = {'.text': 'markdown'}\n",
        "index.rst": "",
        "b.text": "# B\n",
    },
}


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_document_has_an_ending_that_its_profile_names(sample: str) -> None:
    files = SAMPLES[sample]
    stems = {path.rpartition(".")[0] for path in files if extension(path) in ("md", "mdx", "html", "njk", "yml")}
    copies = {f"{stem}.{ending}": "# A\n" for stem in sorted(stems) for ending in ENDINGS}
    repository = MemoryRepository({**copies, **files})
    for framework in FRAMEWORKS:
        profile = load_profile(framework)
        for found in profile.detect(repository.names, repository.read):
            mount = profile.open(found, repository.names, repository.read, SiteSettings())
            documents = [path for path in repository.names.files if mount.dialect(path) is not None]
            assert {extension(path) for path in documents} <= mount.endings, framework


@pytest.mark.parametrize("framework", NAMED)
def test_an_ending_that_the_config_names_is_read(framework: str) -> None:
    repository = MemoryRepository({**NAMED[framework], "c.png": ""})
    mounts = detect(repository, SiteSettings())
    assert framework in {mount.framework for mount in mounts}
    read = [path for path, _ in sources(mounts, repository.names)]
    assert "b.text" in read
    assert "c.png" not in read
