"""Addresses as the navigation of Fern makes them, from names of its parts (https://github.com/fern-api/fern,
``DocsDefinitionResolver.ts`` and the ``SlugGenerator`` of its SDK for documentation)."""

from __future__ import annotations

from typing import NamedTuple


def join_slugs(*parts: str) -> str:
    """The parts with single slashes between them and none at the ends."""
    return "/".join(segment for part in parts for segment in part.strip().split("/") if segment)


class Slug(NamedTuple):
    """An address without slashes at its ends. ``base``: the path below which the site lies; ``product`` and
    ``version``: the addresses of those that it belongs to, None where it belongs to none."""

    base: str
    path: str
    product: str | None = None
    version: str | None = None

    @property
    def scope(self) -> str:
        """The address of the version, product or site that an address given in front matter begins at."""
        return next(each for each in (self.version, self.product, self.base) if each is not None)

    def enter_product(self, slug: str) -> Slug:
        """The address of a product of the site."""
        found = join_slugs(self.base, slug)
        return self._replace(path=found, product=found)

    def enter_version(self, slug: str) -> Slug:
        """The address of a version of the site or the product."""
        found = join_slugs(self.product if self.product is not None else self.base, slug)
        return self._replace(path=found, version=found)

    def apply(self, slug: str, given: str | None = None, *, skip: bool = False) -> Slug:
        """The address of a part of this one. ``given``: what front matter says instead. ``skip``: the part has none of
        its own, and what it holds lies here."""
        if skip:
            return self
        if given is not None:
            return self._place(join_slugs(given))
        bare = join_slugs(slug)
        scope = self._bare(self.scope)
        if self.path == self.scope and scope and bare.startswith(scope + "/"):
            return self._place(bare)
        return self._replace(path=join_slugs(self.path, bare))

    def _place(self, given: str) -> Slug:
        """What front matter says begins at the version, else the product, else the site, any of which it may name."""
        base, product, version = self.base, self.product, self.version
        if product is not None and version is not None:
            if given.startswith(product):
                return self._at(version, given[len(product) :])
            if base and given.startswith(base):
                return self._at(given)
            if _begins(given, self._bare(version)):
                return self._at(base, given)
            bare = self._bare(product)
            return self._at(version, given[len(bare) :] if _begins(given, bare) else given)
        scope = version if version is not None else product
        if scope is None:
            return self._at(given) if base and given.startswith(base) else self._at(base, given)
        if given.startswith(scope):
            return self._at(given)
        if base and given.startswith(base):
            return self._at(scope if version is not None else "", given[len(base) :])
        return self._at(base if _begins(given, self._bare(scope)) else scope, given)

    def _at(self, *parts: str) -> Slug:
        return self._replace(path=join_slugs(*parts))

    def _bare(self, slug: str) -> str:
        """The address without the path below which the site lies."""
        return slug[len(self.base) + 1 :] if self.base and _begins(slug, self.base) else slug


def _begins(slug: str, folder: str) -> bool:
    return bool(folder) and (slug == folder or slug.startswith(folder + "/"))
