"""Bundles and minifies scripts and style sheets: a module and its imports become one file without comments.

A bundler would need Node or Go; for modules in a restricted style a few lines are enough. The style: named or namespace
imports, at the top, from the same folder; `export` only in front of declarations that are never reassigned.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import rcssmin
import rjsmin

_IMPORT = re.compile(
    r'^import (?:\{(?P<names>[^}]*)\}|\* as (?P<whole>\w+)) from "\./(?P<module>[\w-]+\.js)";\n', re.MULTILINE
)
# An import that is not bundled: the library beside the index.
_OTHER_IMPORT = re.compile(r'^import .* from "(?!\./)[^"]+";\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("[^"]*?([\w-]+\.js)"\)')
_WORKER = re.compile(r'\bnew Worker\(new URL\("([\w-]+\.js)"')
_EXPORT = re.compile(r"^export (?=(?:const|class|function\*?|async function\*?) (\w+))", re.MULTILINE)


def publish_scripts(folder: Path) -> None:
    """Rewrites every script below a folder. Raises OSError, and ValueError for modules that import each other."""
    files = {file: file.read_text("utf-8") for file in folder.rglob("*.js")}
    # Dynamically imported modules stay files of their own, so that all importers share one instance and its state.
    shared = {name for text in files.values() for name in _LATER.findall(rjsmin.jsmin(text))}
    # A worker shares no instances with pages, so it is bundled with everything.
    workers = {name for text in files.values() for name in _WORKER.findall(text)}
    for part in {file.parent for file in files}:
        texts = {file.name: text for file, text in files.items() if file.parent == part}
        for name in texts:
            text = bundle(name, texts, () if name in workers else shared)
            (part / name).write_text(rjsmin.jsmin(text), "utf-8")


def publish_styles(folder: Path) -> None:
    """Rewrites every style sheet below a folder. Raises OSError."""
    for file in folder.rglob("*.css"):
        file.write_text(rcssmin.cssmin(file.read_text("utf-8")), "utf-8")


def bundle(name: str, texts: Mapping[str, str], shared: Collection[str] = ()) -> str:
    """One file with a module and all it imports, each once and in a scope of its own; `shared` modules stay imports."""
    inside = [module for module in _in_order(name, texts, shared) if module != name]
    if not inside:
        return texts[name]
    everything = [*inside, name]
    hoisted = {line for module in everything for line in _OTHER_IMPORT.findall(texts[module])}
    hoisted |= {
        f'import * as {_scope(match["module"])} from "./{match["module"]}";\n'
        for module in everything
        for match in _imports(texts[module])
        if match["module"] in shared
    }
    scopes = [
        f"const {_scope(module)} = (() => {{\n{_body(texts[module])}return {{ {_exports(texts[module])} }};\n}})();\n"
        for module in inside
    ]
    return "".join([*sorted(hoisted), *scopes, _without_imports(texts[name])])


def _in_order(name: str, texts: Mapping[str, str], shared: Collection[str]) -> list[str]:
    """The names of the module and its imports, imports first."""
    ordered: dict[str, None] = {}

    def visit(module: str, path: tuple[str, ...]) -> None:
        if module in path:
            raise ValueError(f"{module} imports itself by way of {path[-1]}")
        for match in _imports(texts[module]):
            if match["module"] not in shared and match["module"] not in ordered:
                visit(match["module"], (*path, module))
        ordered[module] = None

    visit(name, ())
    return list(ordered)


def _imports(text: str) -> Iterator[re.Match[str]]:
    return _IMPORT.finditer(text)


def _body(text: str) -> str:
    return _EXPORT.sub("", _without_imports(text))


def _without_imports(text: str) -> str:
    """The module's text with each import replaced by constants taken from the scope of the imported module. Imports of
    libraries are removed; they go to the top of the file.
    """
    return _IMPORT.sub(_taken, _OTHER_IMPORT.sub("", text))


def _taken(match: re.Match[str]) -> str:
    names = match["whole"] or f"{{{match['names'].replace(' as ', ': ')}}}"
    return f"const {names} = {_scope(match['module'])};\n"


def _exports(text: str) -> str:
    return ", ".join(_EXPORT.findall(text))


def _scope(module: str) -> str:
    return "$" + module.removesuffix(".js").replace("-", "_")
