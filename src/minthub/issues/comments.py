"""What is answered below an issue, and what a pull request made of one says. All of it may hold words of strangers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from minthub.findings import Finding
from minthub.inert import inert, quoted, sentence
from minthub.issues.draft import Trouble, question_of
from minthub.issues.questions import Form
from minthub.model.base import FieldSpec

_HOW = (
    "**So ändern Sie es:** Tippen Sie oben rechts an Ihrer Meldung auf die drei Punkte und auf „Edit“ (Bearbeiten), "
    "schreiben Sie die Antwort unter ihrer Überschrift neu und speichern Sie. Sie können nichts kaputt machen. "
    "Danach sehen wir es uns wieder an. Kommen Sie nicht weiter? Schreiben Sie uns hier einfach einen Satz."
)
MAX_SAID = 10
_INSTRUCTION = re.compile(r"^(?:Ergänzen Sie im Kopfteil|Ergänzen Sie eines davon, zum Beispiel): ")
_SPAN = re.compile(r"\[(\d{1,3}), (\d{1,3})\]")
_BRACKETS = re.compile(r"\[([^\[\]]{1,80})\]")


def corrections(form: Form, findings: Iterable[Finding], troubles: Iterable[Trouble], specs: dict[str, FieldSpec]) -> str:  # fmt: skip
    """The comment that says what to change: per question of the form, in its order."""
    said: dict[str, list[Trouble | Finding]] = {}
    for trouble in troubles:
        said.setdefault(trouble.id, []).append(trouble)
    for found in findings:
        said.setdefault(question_of(found, form), []).append(found)
    order = ["", *(question.id for question in form.questions)]
    lines = [_item(form, id, said[id], specs) for id in order if id in said]
    intro = "Vielen Dank für Ihre Meldung! Bevor daraus ein Eintrag werden kann, fehlt noch etwas:"
    return "\n\n".join([intro, "\n".join(lines), _HOW])


def _item(form: Form, id: str, said: Sequence[Trouble | Finding], specs: dict[str, FieldSpec]) -> str:
    question = form.question(id)
    name = question.label if question else "Ihre Meldung"
    # Somebody may have pasted a book: GitHub takes 65,536 characters, and people read ten.
    sentences = [
        sentence(one.sentence if isinstance(one, Trouble) else for_form(one, specs))
        for one in said[:MAX_SAID]
    ]
    several = list(dict.fromkeys(sentences))
    if len(said) > MAX_SAID:
        several.append(f"… und so an {len(said) - MAX_SAID} weiteren Stellen.")
    if len(several) == 1:
        return f"- **{name}:** {several[0]}"
    return "\n".join([f"- **{name}:**", *(f"  - {text}" for text in several)])


def for_form(found: Finding, specs: dict[str, FieldSpec]) -> str:
    """A finding in the words of a form: no keys, no brackets, no front matter."""
    key = (found.field or "").partition(".")[0]
    problem = found.problem
    if key and problem.startswith(("fehlt", "ist leer")):
        problem = "Hier fehlt eine Angabe."
    remedy = _INSTRUCTION.sub("Zum Beispiel: ", found.remedy)
    return " ".join(_words(text, key, specs) for text in (problem, remedy))


def _words(text: str, own: str, specs: dict[str, FieldSpec]) -> str:
    text = re.sub(rf"\b{re.escape(own)}: (?=\S)", "", text) if own else text
    for key, spec in specs.items():
        text = re.sub(rf" \({key}\)", "", text)
        text = re.sub(rf"(?<![\w/.@]){key}: (?=\S)", f"{spec.label}: ", text)
    text = text.replace("in eckige Klammern", "mit Komma getrennt")
    text = _SPAN.sub(r"\1–\2", text)
    return _BRACKETS.sub(lambda match: match[1].replace('"', ""), text)


def not_ours() -> str:
    return (
        "Vielen Dank! Aus dieser Meldung ließ sich kein Eintrag machen, weil die Überschriften des Formulars fehlen. "
        "Am einfachsten füllen Sie unter „New issue“ das Formular „Angebot melden“ oder „Termin melden“ aus – "
        "oder Sie setzen die Überschriften wieder ein."
    )


def too_long(most: int) -> str:
    number = f"{most:,}".replace(",", ".")
    return (
        f"Vielen Dank! Die Meldung ist länger als {number} Zeichen. Kürzen Sie sie bitte auf das Wichtigste."
    )


def exists_already(title: str, file: str) -> str:
    return (
        f"Vielen Dank! Diesen Eintrag gibt es schon: {quoted(title)} ({quoted(file)}).\n\n"
        "Stimmt daran etwas nicht, melden Sie es mit dem Formular „Fehler melden“. Ist Ihr Angebot ein anderes, "
        "geben Sie ihm einen Titel, an dem man beide unterscheiden kann, zum Beispiel mit dem Namen des Ortes.\n\n"
        + _HOW
    )


def pull_request(card: str, number: int | None, notes: Sequence[Finding], similar: Sequence[tuple[str, str]]) -> str:  # fmt: skip
    """The body of the pull request: the card, what is worth a look, and what the reviewers do."""
    parts = [f"Aus der Meldung #{number} (closes #{number})." if number else "Aus einer Meldung.", card]
    if similar:
        names = "\n".join(f"- {quoted(title)} ({quoted(file)})" for title, file in similar)
        parts.append(f"**Ähnliche Einträge – ist es derselbe?**\n\n{names}")
    if notes:
        named = "\n".join(
            f"- {f'{found.label}: ' if found.label else ''}{sentence(f'{found.problem} {found.remedy}')}"
            for found in notes[:MAX_SAID]
        )
        parts.append(f"**Hinweise** (hindern nicht)\n\n{named}")
    parts.append(
        "**Vor dem Übernehmen durchsehen**\n\n"
        "- [ ] Die Angaben stehen so auf der Seite, die als Quelle genannt ist.\n"
        "- [ ] Das Angebot passt in den Wegweiser.\n"
        "- [ ] Keine Namen, Nummern oder Adressen von Privatpersonen."
    )
    return "\n\n".join(parts)


def mistake_found(title: str, file: str, district: str) -> str:
    """Below „Fehler melden“: which record it is about, for those who look after it."""
    place = f" Zuständig: {inert(district)}." if district else ""
    return (
        f"Vielen Dank fürs Melden! Es geht um {quoted(title)} ({quoted(file)}).{place}\n\n"
        "Wir vergleichen die Angabe mit der Quelle und berichtigen sie. Wer den Eintrag selbst ändern möchte, "
        "findet auf seiner Seite den Weg „Angaben ändern“."
    )


def mistake_unknown(page: str) -> str:
    shown = f" {quoted(page)}" if page else ""
    return (
        f"Vielen Dank fürs Melden! Zur Angabe unter „Seite“{shown} haben wir keinen Eintrag gefunden. Kopieren Sie "
        "bitte die Adresse der Seite aus der Adresszeile des Browsers hinein, zum Beispiel: "
        f"{quoted('angebote/robotik-ag/')}.\n\n{_HOW}"
    )


def wish(place: str) -> str:
    where = f" ({inert(place)})" if place else ""
    return (
        f"Vielen Dank! Ihr Wunsch ist notiert{where}. Er hilft Kreisen und Anbietern zu sehen, wo etwas gebraucht "
        "wird. Kennt jemand ein passendes Angebot, freuen wir uns über einen Hinweis hier."
    )
