"""A ready-made e-mail to each organisation: its records as we publish them, and how to confirm or change them."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

from minthub.inert import one_line
from minthub.project import Project
from minthub.stale.due import Due, by_organisation
from minthub.views.cards import Cards
from minthub.views.wording import day

_LINE = 76
# Facts left out of mails: the organisation knows its own name, and the day of the check is given above.
_LEFT_OUT = ("Anbieter", "Koordination", "Fördergeber", "Geprüft", "Quelle gelesen")
RULE = "=" * _LINE


def mails(dues: Sequence[Due], cards: Cards, project: Project) -> str:
    """All mails below one another, a line of = between them."""
    texts = [_mail(name, group, cards, project) for name, group in by_organisation(dues).items()]
    return f"\n{RULE}\n\n".join(texts)


def _mail(name: str, dues: Sequence[Due], cards: Cards, project: Project) -> str:
    addresses = tuple(dict.fromkeys(mail for due in dues for mail in due.mails))
    to = (
        ", ".join(addresses)
        or f"(keine Adresse bekannt, siehe {dues[0].record.website or dues[0].record.source})"
    )
    is_one = len(dues) == 1
    what = f"„{one_line(dues[0].record.title)}“" if is_one else f"{len(dues)} Einträge"
    # With no-break spaces.
    oldest = day(min(due.record.checked for due in dues)).replace(" ", "\u00a0")
    stands = "steht ein Eintrag" if is_one else f"stehen {len(dues)} Einträge"
    intro = (
        f"im {project.name} {stands} von Ihnen ({one_line(name)}). Zuletzt haben wir die Angaben am {oldest} geprüft. "
        "Stimmen sie noch?"
    )
    entries = [
        _entry(number, due, cards, project.url, is_one=is_one) for number, due in enumerate(dues, start=1)
    ]
    return "\n".join(
        [
            f"An: {to}",
            f"Betreff: Stimmt das noch? {what} im {project.name}",
            "",
            "Guten Tag,",
            "",
            fill(intro, _LINE).replace("\u00a0", " "),
            "",
            "\n\n".join(entries),
            "",
            *_answers(is_one=is_one, has_form=any(due.editing for due in dues)),
            "",
            "Vielen Dank und freundliche Grüße",
            f"Redaktion {project.name}",
            project.url,
            "",
        ]
    )


def _entry(number: int, due: Due, cards: Cards, url: str, *, is_one: bool) -> str:
    head = one_line(due.record.title) if is_one else f"{number}. {one_line(due.record.title)}"
    facts = [fact for fact in cards.of(due.record).facts if fact.label not in _LEFT_OUT]
    lines = [f"   {fact.label}: {one_line(fact.text)}" for fact in facts]
    if contact := getattr(due.record, "contact", ()):
        lines.append(f"   Kontakt: {', '.join(contact)}")
    if due.record.website:
        lines.append(f"   Website: {due.record.website}")
    lines.append(f"   Unsere Seite: {url}{due.page}")
    if due.editing:
        lines.append(f"   Angaben ändern: {url}{due.editing}")
    return "\n".join([head, *lines])


def _answers(*, is_one: bool, has_form: bool) -> list[str]:
    form = " – oder öffnen Sie „Angaben ändern“: Ein Formular zeigt, was wir haben, und Sie ändern, was anders ist."
    paragraphs = (
        "Es stimmt alles? Dann genügt als Antwort „Alles richtig“. Wir vermerken, dass Sie es bestätigt haben.",
        f"Es stimmt etwas nicht? Antworten Sie mit der richtigen Angabe{form if has_form else '.'}",
        f"{'Das' if is_one else 'Etwas davon'} gibt es nicht mehr? Auch dann genügt ein Satz.",
        "Hören wir nichts, bleiben die Angaben mit dem Vermerk „älter als ein Jahr“ stehen; nach zwei Jahren ohne "
        "Prüfung zeigen wir sie in keiner Liste mehr.",
    )
    return "\n\n".join(fill(text, _LINE) for text in paragraphs).split("\n")
