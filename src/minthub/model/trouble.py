"""The error that parsers of values raise."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import PydanticCustomError


def trouble(code: str, problem: str, remedy: str, several: Sequence[str] = ()) -> PydanticCustomError:
    """An error for pydantic that already carries our code and German sentences.

    `{key}` in the remedy becomes the field's key. `several` are the values that the text seems to list. The sentences travel in the context, because braces in
    what an editor wrote must not be read as a template.
    """
    return PydanticCustomError(
        code, "see context", {"problem": problem, "remedy": remedy, "several": tuple(several)}
    )
