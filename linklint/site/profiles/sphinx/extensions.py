"""What extensions of Sphinx, and the code of configs, may add that no source holds."""

from __future__ import annotations

import re

from linklint.model.files import Names

# Extensions that make no pages and define no labels but what directives in pages do.
QUIET = re.compile(
    r"sphinx\.ext\.(?:autodoc(?:\.typehints)?|autosectionlabel|coverage|doctest|duration|extlinks|githubpages|graphviz|"
    r"ifconfig|imgconverter|imgmath|inheritance_diagram|intersphinx|linkcode|mathjax|napoleon|todo|viewcode)|"
    r"myst_parser|myst_nb|numpydoc|sphinx_(?:autodoc_typehints|book_theme|copybutton|design|exercise|favicon|"
    r"inline_tabs|issues|last_updated_by_git|panels|prompt|proof|remove_toctrees|rtd_theme|sitemap|tabs\.tabs|thebe|"
    r"togglebutton|toolbox(?:\.\w+)*|examples|contributors|click|argparse|jinja|llm|llms_txt|reredirects)|"
    r"sphinxcontrib\.(?:bibtex|httpdomain|jquery|katex|mermaid|plantuml|programoutput|spelling|typer|video|youtube|"
    r"autodoc_pydantic|autoprogram|towncrier(?:\.ext)?|svg2pdfconverter|images)|sphinxext\.(?:opengraph|rediraffe)|"
    r"pydata_sphinx_theme|notfound\.extension|hoverxref\.extension|pytest_doctestplus\.sphinx\.doctestplus|"
    r"matplotlib\.sphinxext\.plot_directive|IPython\.sphinxext\.\w+|jupyter_sphinx|nbsphinx|sphinxarg\.ext|"
    r"(?:linuxdoc\.)?rstFlatTable|furo|sphinx_autobuild|sphinxemoji\.sphinxemoji|versionwarning\.extension|"
    r"autoclasstoc|enum_tools\.autoenum|readthedocs_ext\.readthedocs|canonical_sphinx|sphinx_immaterial|"
    r"sphinx_(?:comments|config_options|contributor_listing|filtered_toctree|llm\.txt|related_links|roles|terminal|tippy|"
    r"ubuntu_images|youtube_links)|sphinxcontrib\.cairosvgconverter"
)
# What a config does that may write sources before they are read, and extensions that do.
WRITING = re.compile(
    r"apidoc|autogen|subprocess|os\.(?:system|popen|rename)|\.write(?:_text|_bytes|lines)?\(|shutil|copy(?:file|tree|2)?\(|"
    r"symlink|urlretrieve|urlopen|jupytext|nbconvert|makedirs|mkdir|\bopen\([^)\n]{0,200}['\"][wax]|"
    r"connect\(\s{0,9}['\"](?!html-page-context|build-finished)"
)
MAKING = re.compile(
    r"api|auto|gen|gallery|doc|notebook|blog|post|exhale|breathe|toc|multi|jinja|collect|symbol", re.IGNORECASE
)
# Of those the ones by which a label may be defined where no Markdown is.
DEFINING = re.compile(
    r"sphinx\.ext\.(?:autodoc(?:\.typehints)?|autosectionlabel)|numpydoc|nbsphinx|myst_nb|"
    r"sphinx_(?:click|argparse|proof|exercise|jinja|contributors|issues|toolbox.*)|"
    r"sphinxcontrib\.(?:bibtex|httpdomain|typer|autodoc_pydantic|autoprogram|programoutput|towncrier.*)|sphinxarg\.ext|"
    r"jupyter_sphinx|IPython\..*|autoclasstoc|enum_tools\..*"
)


def may_write(extension: str, names: Names) -> bool:
    """Whether an extension that is not known may write sources: by its name, or as one of the repository's own."""
    inner = extension.replace(".", "/")
    own = (f"{inner}.py", f"{inner}/__init__.py")
    return MAKING.search(extension) is not None or any(path.endswith(own) for path in names.files)
