"""Rules about the text below the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt

from minthub.checks.world import World
from minthub.codes import finding
from minthub.findings import Finding
from minthub.folding import fold_key
from minthub.model.addresses import EMAIL, FREE_MAIL, is_person_like
from minthub.model.convert import Draft

MAX_TEXT = 20_000
_ALLOWED = ("https://", "http://", "mailto:", "tel:")
# Most texts are plain paragraphs; only these characters can hide something the parser must look at.
_SUSPICIOUS = re.compile(r"[<\[\]]|^ {0,3}#|^ {0,3}=+\s*$", re.MULTILINE)
_EMPTY_LINK_TEXTS = frozenset({"hier", "hierklicken", "link", "mehr", "weiter", "dieseseite", "website", "klick"})


def check_text_length(draft: Draft, world: World) -> Iterator[Finding]:
    """There is a text, and it is not a book."""
    record = draft.record
    if not record.body.strip():
        if record.kind == "news":
            yield finding("M411", record.file, record.body_line, "Unter dem Kopfteil steht kein Text.", "Schreiben Sie zwei bis fünf Sätze: Was ist geschehen, für wen ist es wichtig?")
        else:
            yield finding("M401", record.file, record.body_line, "Unter dem Kopfteil steht kein Text.", "Schreiben Sie zwei bis sechs Sätze: Was passiert dort, für wen, wie macht man mit?")
    elif len(record.body) > MAX_TEXT:
        yield finding("M410", record.file, record.body_line, f"Der Text hat {len(record.body)} Zeichen, erlaubt sind 20.000.", "Kürzen Sie auf das, was Besucher wissen müssen.")


def check_markup(draft: Draft, world: World) -> Iterator[Finding]:
    """The text is plain CommonMark: no HTML, no images, no first-level headings, only safe links with telling texts."""
    record = draft.record
    if not _SUSPICIOUS.search(record.body):
        return
    for token in _parser().parse(record.body):
        line = (token.map[0] if token.map else 0) + record.body_line
        if token.type == "html_block":
            yield _html(record.file, line, token.content)
        elif token.type == "heading_open" and token.tag == "h1":
            yield finding("M404", record.file, line, "Im Text steht eine Überschrift der ersten Ebene.", "Schreiben Sie zwei Rauten davor: ## Überschrift")
        elif token.type == "inline":
            yield from _inline(token, record.file, line)


def _inline(token: Any, file: str, line: int) -> Iterator[Finding]:
    children = token.children or []
    for index, child in enumerate(children):
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "html_inline":
            if not child.content.startswith("</"):
                yield _html(file, line, child.content)
        elif child.type == "image":
            yield finding("M405", file, line, f"Im Text steht ein Bild („{child.content or child.attrs.get('src', '')}“).", "Nennen Sie das Bild im Kopfteil: image, image_alt, image_credit und image_licence.")
        elif child.type == "link_open":
            inner = children[index + 1 : next((at for at in range(index, len(children)) if children[at].type == "link_close"), index)]
            yield from _link(str(child.attrs.get("href", "")), "".join(part.content for part in inner), file, line)


def _link(href: str, text: str, file: str, line: int) -> Iterator[Finding]:
    if not href.lower().startswith(_ALLOWED):
        yield finding("M403", file, line, f"Der Link „{text or href}“ führt zu „{href[:60]}“.", "Nehmen Sie eine vollständige Adresse: [Text](https://www.example.org)")
    elif href.lower().startswith("http://"):
        yield finding("M115", file, line, f"Der Link „{text}“ beginnt mit http://.", f"Probieren Sie, ob es auch verschlüsselt geht: https://{href[7:]}")
    if fold_key(text) in _EMPTY_LINK_TEXTS:
        yield finding("M409", file, line, f"Der Link heißt nur „{text}“.", "Schreiben Sie, wohin er führt: [Anmeldung bei der Volkshochschule](https://…)")


def _html(file: str, line: int, content: str) -> Finding:
    shown = content.strip().split("\n")[0][:40]
    return finding("M402", file, line, f"Im Text steht HTML: „{shown}“.", "Löschen Sie es; **fett**, *kursiv*, Listen und Links gehen ohne HTML.")


def check_private_addresses(draft: Draft, world: World) -> Iterator[Finding]:
    """The text names no private person's mail address."""
    record = draft.record
    if "@" not in record.body:
        return
    for number, line in enumerate(record.body.split("\n"), start=record.body_line):
        for address in EMAIL.findall(line):
            if address.rpartition("@")[2].lower() in FREE_MAIL:
                yield finding("M407", record.file, number, f"„{address}“ ist eine Adresse für Privatpersonen.", "Nehmen Sie die Adresse der Einrichtung oder löschen Sie sie.")
            elif is_person_like(address):
                yield finding("M408", record.file, number, f"„{address}“ nennt eine Person.", f"Nehmen Sie, wenn es sie gibt, eine allgemeine Adresse: info@{address.partition('@')[2]}")


@cache
def _parser() -> MarkdownIt:
    """Sees links that markdown-it would refuse itself, so they can be named."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


RULES = (check_text_length, check_markup, check_private_addresses)
