"""Slug algorithms: from the headings of a document to the fragments that lead to them. Pure functions.

Each ``…_slugs`` takes the headings in order and gives their fragments in order. Unless it says otherwise it takes
rendered texts; ``explicit`` are the ids that authors gave (None where there is none, as long as the texts): they stand
as they are, and where the framework counts them among the taken ones they are counted.
"""

from linklint.source.slugs.docbuilder import docbuilder_slug
from linklint.source.slugs.docsify import docsify_slugs
from linklint.source.slugs.docutils import docutils_id, myst_slugs
from linklint.source.slugs.github import github_slug, github_slug_in_case, github_slug_with_joiners, github_slugs
from linklint.source.slugs.goldmark import goldmark_slug, goldmark_slugs
from linklint.source.slugs.hexo import hexo_slug
from linklint.source.slugs.kramdown import kramdown_gfm_slugs, kramdown_slugs
from linklint.source.slugs.lodash import lodash_slug
from linklint.source.slugs.markdig import markdig_slugs
from linklint.source.slugs.markdown_it_anchor import markdown_it_anchor_slugs
from linklint.source.slugs.mdbook import mdbook_legacy_slugs, mdbook_slugs
from linklint.source.slugs.mintlify import mintlify_slugs
from linklint.source.slugs.mystmd import mystmd_id, mystmd_label
from linklint.source.slugs.pandoc import pandoc_slug, pandoc_slugs
from linklint.source.slugs.python_markdown import pymdownx_slugs, python_markdown_slug, python_markdown_slugs
from linklint.source.slugs.simov import simov_slug
from linklint.source.slugs.sindresorhus import id_attribute_slugs, sindresorhus_slug
from linklint.source.slugs.typography import typographic_text
from linklint.source.slugs.vitepress import vitepress_slug, vitepress_slugs
from linklint.source.slugs.vuepress import vuepress_slug, vuepress_slugs
from linklint.source.slugs.zola import zola_slug

__all__ = [
    "docbuilder_slug",
    "docsify_slugs",
    "docutils_id",
    "github_slug",
    "github_slug_in_case",
    "github_slug_with_joiners",
    "github_slugs",
    "goldmark_slug",
    "goldmark_slugs",
    "hexo_slug",
    "id_attribute_slugs",
    "kramdown_gfm_slugs",
    "kramdown_slugs",
    "lodash_slug",
    "markdig_slugs",
    "markdown_it_anchor_slugs",
    "mdbook_legacy_slugs",
    "mdbook_slugs",
    "mintlify_slugs",
    "myst_slugs",
    "mystmd_id",
    "mystmd_label",
    "pandoc_slug",
    "pandoc_slugs",
    "pymdownx_slugs",
    "python_markdown_slug",
    "python_markdown_slugs",
    "simov_slug",
    "sindresorhus_slug",
    "typographic_text",
    "vitepress_slug",
    "vitepress_slugs",
    "vuepress_slug",
    "vuepress_slugs",
    "zola_slug",
]
