"""Texts of the comments below issues and of pull requests made from them. They may quote untrusted text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minthub.findings import Finding
from minthub.inert import inert, quoted, sentence
from minthub.issues.draft import Trouble, question_of
from minthub.issues.questions import Form
from minthub.issues.wording import FormWords

_HOW = (
    "**So ändern Sie es:** Tippen Sie oben rechts an Ihrer Meldung auf die drei Punkte und auf „Edit“ (Bearbeiten), "
    "schreiben Sie die Antwort unter ihrer Überschrift neu und speichern Sie. Fehlt die Überschrift, setzen Sie sie in "
    "eine Zeile darüber, zum Beispiel: `### Kosten` – Sie können nichts kaputt machen. "
    "Danach sehen wir es uns wieder an. Kommen Sie nicht weiter? Schreiben Sie uns hier einfach einen Satz."
)
MAX_SAID = 10


def corrections(
    form: Form, findings: Iterable[Finding], troubles: Iterable[Trouble], words: FormWords
) -> str:
    """The comment that says what to change: per question of the form, in its order."""
    said: dict[str, list[Trouble | Finding]] = {}
    for trouble in troubles:
        said.setdefault(trouble.id, []).append(trouble)
    for found in findings:
        said.setdefault(question_of(found, form), []).append(found)
    order = ["", *(question.id for question in form.questions)]
    lines = [_item(form, id, said[id], words) for id in order if id in said]
    intro = "Vielen Dank für Ihre Meldung! Bevor daraus ein Eintrag werden kann, fehlt noch etwas:"
    return "\n\n".join([intro, "\n".join(lines), _HOW])


def _item(form: Form, id: str, said: Sequence[Trouble | Finding], words: FormWords) -> str:
    question = form.question(id)
    name = question.label if question else "Ihre Meldung"
    # Limited, because GitHub accepts 65,536 characters per comment, and people read about ten problems.
    sentences = [
        sentence(one.sentence if isinstance(one, Trouble) else words.of(one)) for one in said[:MAX_SAID]
    ]
    several = list(dict.fromkeys(sentences))
    if len(said) > MAX_SAID:
        several.append(f"… und so an {len(said) - MAX_SAID} weiteren Stellen.")
    if len(several) == 1:
        return f"- **{name}:** {several[0]}"
    return "\n".join([f"- **{name}:**", *(f"  - {text}" for text in several)])


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


def pull_request(
    card: str,
    number: int | None,
    notes: Sequence[Finding],
    similar: Sequence[tuple[str, str]],
    claim: str = "",
) -> str:
    """The body of the pull request: the card, remarks, and the steps for reviewers.

    `claim`: our sentence about who confirmed the record, if it was not taken from a public source.
    """
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
    checks = [
        "Die Angaben stehen so auf der Seite, die als Quelle genannt ist.",
        "Das Angebot passt in den Wegweiser.",
        "Keine Namen, Nummern oder Adressen von Privatpersonen.",
    ]
    if claim:
        checks.append(f"Die Meldung sagt „{claim}“: Wer sie geschrieben hat, gehört wirklich dorthin.")
    parts.append("**Vor dem Übernehmen durchsehen**\n\n" + "\n".join(f"- [ ] {check}" for check in checks))
    return "\n\n".join(parts)


def mistake_found(title: str, file: str, district: str, page: str, editing: str) -> str:
    """The comment below „Fehler melden“ that names the record and its file, for the editors. `editing` may be empty."""
    place = f" Zuständig: {inert(district)}." if district else ""
    links = f"[Seite ansehen]({page})" + (f" · [Angaben ändern]({editing})" if editing else "")
    return (
        f"Vielen Dank fürs Melden! Es geht um {quoted(title)} ({quoted(file)}).{place}\n\n{links}\n\n"
        "Wir vergleichen die Angabe mit der Quelle und berichtigen sie. Wer es selbst tun möchte, ist willkommen."
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
