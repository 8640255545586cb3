"""Of Material only the templates are used: the frame needs none of its bundles, so none is published."""

from __future__ import annotations

from pathlib import Path

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

MATERIAL = Path(material.__file__).parent


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    for file in list(files):
        if file.abs_src_path and Path(file.abs_src_path).is_relative_to(MATERIAL):
            files.remove(file)
    return files
