"""Rules about the text below the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Any

from markdown_it import MarkdownIt

from minthub.checks.world import World
from minthub.codes import finding
from minthub.findings import Finding
from minthub.folding import fold_key
from minthub.model.addresses import EMAIL, FREE_MAIL, is_person_like
from minthub.model.convert import Draft
from minthub.model.kinds import BY_FOLDER
from minthub.model.wording import as_value, one_line
from minthub.reading.record import ListValue, Scalar, Value

MAX_TEXT = 20_000
# Only known element names count as tags, because „Mathe & <Logik>“ is a title.
_TAG = re.compile(
    r"<(?:"
    r"a|abbr|address|article|audio|b|big|blockquote|body|br|button|center|cite|code|dd|del|"
    r"div|dl|dt|em|embed|figure|font|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|"
    r"kbd|label|li|link|main|mark|meta|nav|object|ol|o:p|p|picture|pre|q|s|script|section|"
    r"small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|"
    r"title|tr|tt|u|ul|video|wbr"
    r")(?:\s[^<>]*)?/?>|</[A-Za-z][^<>]*>|<!--[^<>]*>",
    re.IGNORECASE,
)
# Blanks that removing a tag leaves before punctuation: „<b>Roboter</b>.“
_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?)“]|-\w)")
_ALLOWED = ("https://", "http://", "mailto:", "tel:")
# Fast path: most texts are plain paragraphs, and only texts with these characters need parsing.
_SUSPICIOUS = re.compile(r"[<\[\]]|#|^.{0,40}=+\s*$|http://", re.MULTILINE)
# GitHub Flavored Markdown also links bare addresses.
_PLAIN_ADDRESS = re.compile(r"(?<!\w)http://[\w-][^\s<>()„“]*[\w/]")
_EMPTY_LINK_TEXTS = frozenset(
    {"hier", "hierklicken", "link", "mehr", "weiter", "dieseseite", "website", "klick"}
)


def check_text_length(draft: Draft, world: World) -> Iterator[Finding]:
    """There is a text, and it is at most MAX_TEXT characters long."""
    record = draft.record
    if not record.body.strip():
        is_news = record.kind == "news"
        code = "M411" if is_news else "M401"
        news = "Schreiben Sie zwei bis fünf Sätze: Was ist geschehen, für wen ist es wichtig?"
        other = "Schreiben Sie zwei bis sechs Sätze: Was passiert dort, für wen, wie macht man mit?"
        # Reported at the closing `---`, because there may be no line below it.
        line = record.body_line - 1
        yield finding(
            code, record.file, line, "Unter dem Kopfteil steht kein Text.", news if is_news else other
        )
    elif len(record.body) > MAX_TEXT:
        length = f"{len(record.body):,}".replace(",", ".")
        problem = f"Der Text hat {length} Zeichen, erlaubt sind 20.000."
        remedy = "Kürzen Sie auf das, was Besucher wissen müssen."
        yield finding("M410", record.file, record.body_line, problem, remedy)


def check_markup(draft: Draft, world: World) -> Iterator[Finding]:
    """The text is plain CommonMark without HTML, images and first-level headings; links are safe and have a telling text."""
    record = draft.record
    # A text that is too long is refused anyway, and parsing it could take very long.
    if len(record.body) > MAX_TEXT or not _SUSPICIOUS.search(record.body):
        return
    closing_tags: list[Finding] = []
    opening_tags: list[Finding] = []
    for token in _parser().parse(record.body):
        line = (token.map[0] if token.map else 0) + record.body_line
        if token.type == "heading_open" and token.tag == "h1":
            remedy = "Schreiben Sie zwei Rauten davor: ## Überschrift"
            problem = "Im Text steht eine Überschrift der ersten Ebene."
            yield finding("M404", record.file, line, problem, remedy)
        for at, part, rest in _parts(token, line):
            if part.type in ("html_block", "html_inline"):
                tags = closing_tags if part.content.lstrip().startswith("</") else opening_tags
                tags.append(_html(record.file, at, part.content))
            else:
                yield from _part(part, rest, record.file, at)
    # End tags are only reported if there are no opening tags; otherwise both are one mistake.
    yield from opening_tags or closing_tags


def _parts(token: Any, line: int) -> Iterator[tuple[int, Any, list[Any]]]:
    """(line, token, following tokens) of each inline token and of each HTML block; link texts are skipped."""
    if token.type == "html_block":
        yield line, token, []
    if token.type != "inline":
        return
    is_linked = False
    for index, part in enumerate(token.children):
        # The text of a link is checked together with the link.
        is_linked = part.type == "link_open" or (is_linked and part.type != "link_close")
        if part.type != "text" or not is_linked:
            yield line, part, token.children[index + 1 :]
        line += _line_ends(part, token.content)


def _line_ends(part: Any, source: str) -> int:
    """The number of line ends in an inline token."""
    if part.type in ("softbreak", "hardbreak"):
        return 1
    if part.type == "html_inline":
        return int(part.content.count("\n"))
    if part.type == "code_inline" and "\n" in source:
        # The parser has replaced line ends by blanks and stripped one at either end.
        flat = source.replace("\n", " ")
        for blank in ("", " "):
            written = f"{part.markup}{blank}{part.content}{blank}{part.markup}"
            if (at := flat.find(written)) >= 0:
                return source.count("\n", at, at + len(written))
    return 0


def _part(part: Any, rest: list[Any], file: str, line: int) -> Iterator[Finding]:
    if part.type == "image":
        problem = f"Im Text steht ein Bild („{part.content or part.attrs.get('src', '')}“)."
        remedy = "Nennen Sie das Bild im Kopfteil: image, image_alt, image_credit und image_licence."
        yield finding("M405", file, line, one_line(problem), remedy)
    elif part.type == "link_open":
        inner = takewhile(lambda follower: follower.type != "link_close", rest)
        text = "".join(" " if follower.type == "softbreak" else follower.content for follower in inner)
        yield from _link(str(part.attrs.get("href", "")), text.strip(), file, line)
    elif part.type == "text":
        for address in _PLAIN_ADDRESS.findall(part.content):
            yield _unencrypted(f"„{address}“", address, file, line)


def _link(href: str, text: str, file: str, line: int) -> Iterator[Finding]:
    if not href.lower().startswith(_ALLOWED):
        problem = one_line(f"Der Link „{text or href}“ führt zu „{href}“.")
        remedy = "Nehmen Sie eine vollständige Adresse: [Text](https://www.example.org)"
        yield finding("M403", file, line, problem, remedy)
    elif href.lower().startswith("http://"):
        yield _unencrypted(f"Der Link „{text or href}“", href, file, line)
    remedy = "Schreiben Sie, wohin er führt: [Anmeldung bei der Volkshochschule](https://…)"
    if not text:
        yield finding("M409", file, line, "Der Link hat keinen Text.", remedy)
    elif fold_key(text) in _EMPTY_LINK_TEXTS:
        yield finding("M409", file, line, f"Der Link heißt nur „{text}“.", remedy)


def _unencrypted(what: str, address: str, file: str, line: int) -> Finding:
    remedy = f"Probieren Sie, ob es auch verschlüsselt geht: https://{address.partition('://')[2]}"
    return finding("M115", file, line, one_line(f"{what} beginnt mit http://."), remedy)


def _html(file: str, line: int, content: str) -> Finding:
    shown = content.strip().split("\n")[0][:40]
    remedy = "Löschen Sie es; **fett**, *kursiv*, Listen und Links gehen ohne HTML."
    return finding("M402", file, line, f"Im Text steht HTML: „{shown}“.", remedy)


def check_fields_are_plain(draft: Draft, world: World) -> Iterator[Finding]:
    """No field holds HTML: its tags would be shown as they are. „3 < 5“ and „<3“ are no tags."""
    record = draft.record
    for key, entry in record.entries.items():
        if key not in BY_FOLDER[record.kind].specs():
            continue
        for path, text in _written(key, entry.value):
            if tag := _TAG.search(text):
                plain = _BEFORE_STOP.sub("", " ".join(_TAG.sub(" ", text).split()))
                lone = as_value(plain) if path else f"{key}: {as_value(plain)}"
                remedy = f"Schreiben Sie ohne Auszeichnung: {lone}" if plain else "Löschen Sie es."
                yield draft.finding("M402", key, f"Hier steht HTML: „{tag[0][:40]}“.", remedy, *path)


def check_private_addresses(draft: Draft, world: World) -> Iterator[Finding]:
    """No text names a private person's mail address, neither below the front matter nor in a field."""
    record = draft.record
    if "@" in record.body:
        for number, line in enumerate(record.body.split("\n"), start=record.body_line):
            for code, problem, remedy in _private_addresses(line):
                yield finding(code, record.file, number, problem, remedy)
    for key, entry in record.entries.items():
        if key in BY_FOLDER[record.kind].specs():
            for path, text in _written(key, entry.value):
                for code, problem, remedy in _private_addresses(text):
                    yield draft.finding(code, key, problem, remedy, *path)


def _written(key: str, value: Value, *path: int | str) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """(path, text) of each text in a field, except for `contact`, which has its own rules."""
    if key == "contact":
        return
    if isinstance(value, Scalar):
        yield path, value.text
    elif isinstance(value, ListValue):
        for index, item in enumerate(value.items):
            yield from _written(key, item, *path, index)
    else:
        for subfield, entry in value.entries.items():
            yield from _written(subfield, entry.value, *path, subfield)


def _private_addresses(text: str) -> Iterator[tuple[str, str, str]]:
    for address in EMAIL.findall(text):
        host = address.rpartition("@")[2]
        if host.lower() in FREE_MAIL:
            problem = f"„{address}“ ist eine Adresse für Privatpersonen."
            yield "M407", problem, "Nehmen Sie die Adresse der Einrichtung oder löschen Sie sie."
        elif is_person_like(address):
            remedy = f"Nehmen Sie, wenn es sie gibt, eine allgemeine Adresse: info@{host}"
            yield "M408", f"„{address}“ nennt eine Person.", remedy


@cache
def _parser() -> MarkdownIt:
    """A parser that also returns links that markdown-it considers unsafe, so that they can be reported."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


RULES = (check_text_length, check_markup, check_fields_are_plain, check_private_addresses)
