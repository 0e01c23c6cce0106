"""Adds a page that is no file."""

from mkdocs.structure.files import File


def on_files(files, config):
    files.append(File.generated(config, "trees/pear.md", content="# Pear\n"))
    return files
