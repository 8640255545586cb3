"""The results as text, as a table and as the text of one issue."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from minthub.csvfile import MARK, table
from minthub.findings import count
from minthub.inert import inert, quoted
from minthub.links.collect import Use
from minthub.links.exceptions import Exempt
from minthub.links.verdict import Result, Verdict

# An issue holds 65,536 characters.
MAX_ISSUE = 60_000
_TO_DO = (Verdict.BROKEN, Verdict.UNREACHABLE, Verdict.MOVED)
_HEADINGS = ("Stand", "Adresse", "Was ist", "Neue Adresse", "Datei", "Zeile", "Feld", "Was tun")


@dataclass(frozen=True)
class LinkReport:
    """All results of a run; `unused`: exceptions that can be deleted, `over`: expired ones that must be reviewed."""

    results: Sequence[Result]
    uses: Mapping[str, Sequence[Use]]
    over: Sequence[Exempt] = ()
    unused: Sequence[Exempt] = ()

    @property
    def has_broken(self) -> bool:
        return any(result.verdict is Verdict.BROKEN for result in self.results)

    @property
    def summary(self) -> str:
        """„12 Adressen geprüft: 1 defekt, 2 umgezogen, 9 in Ordnung“."""
        numbers = {verdict: sum(result.verdict is verdict for result in self.results) for verdict in Verdict}
        said = [f"{number} {_in_sentence(verdict)}" for verdict, number in numbers.items() if number]
        whole = count(len(self.results), "Adresse", "Adressen")
        return f"{whole} geprüft: {', '.join(said)}" if said else "Keine Adressen gefunden"

    def of(self, verdict: Verdict) -> list[Result]:
        return [result for result in self.results if result.verdict is verdict]


def _in_sentence(verdict: Verdict) -> str:
    return verdict.value[0].lower() + verdict.value[1:]


def remedy(result: Result, use: Use) -> str:
    """The German instruction for the editor of this use."""
    key = use.key.rpartition(".")[2]
    if result.moved_to:
        return (
            f"Schreiben Sie: {key}: {result.moved_to}" if key else f"Ändern Sie den Link: {result.moved_to}"
        )
    if result.verdict is Verdict.UNREACHABLE:
        return "Öffnen Sie die Seite in einigen Tagen im Browser; bleibt es so, suchen Sie die neue Adresse."
    if key in ("source", "website"):
        return f"Suchen Sie die neue Adresse und schreiben Sie: {key}: https://… – gibt es das Angebot nicht mehr, setzen Sie: status: beendet"  # fmt: skip
    return f"Suchen Sie die neue Adresse und schreiben Sie: {key}: https://…" if key else "Suchen Sie die neue Adresse oder nehmen Sie den Link heraus."  # fmt: skip


def as_text(report: LinkReport) -> str:
    """Each address with its uses and what to do, then the summary."""
    lines: list[str] = []
    for verdict in _TO_DO:
        for result in report.of(verdict):
            lines.append(f"{verdict}: {result.address} – {result.detail}")
            for use in report.uses[result.address]:
                lines.append(f"  {use.place}: {remedy(result, use)}")
    lines += [f"Ausnahme abgelaufen: {exempt.address} ({exempt.reason})" for exempt in report.over]
    lines += [f"Ausnahme ohne Adresse: {exempt.address} steht in keinem Text mehr." for exempt in report.unused]  # fmt: skip
    return "\n".join([*lines, f"{report.summary}."])


def as_csv(report: LinkReport) -> str:
    """One row per use."""
    rows: list[tuple[str, ...]] = []
    for result in report.results:
        for use in report.uses[result.address]:
            what = remedy(result, use) if result.verdict in _TO_DO else ""
            rows.append((result.verdict, result.address, result.detail, result.moved_to, use.file, str(use.line), use.label, what))  # fmt: skip
    return f"{MARK}{table(_HEADINGS, rows)}"


def as_issue(report: LinkReport) -> str:
    """The text of the one issue about links; empty if there is nothing to do."""
    parts: list[str] = []
    for verdict in _TO_DO:
        if found := report.of(verdict):
            items = "\n".join(_item(result, report.uses[result.address]) for result in found)
            parts.append(f"### {verdict} ({len(found)})\n\n{items}")
    if report.over:
        rows = "\n".join(f"- {quoted(one.address)}: {inert(one.reason)}" for one in report.over)
        parts.append(f"### Ausnahmen, die abgelaufen sind\n\n{rows}")
    if not parts:
        return ""
    intro = (
        f"{report.summary}. So geht es: Adresse im Browser öffnen, dann im Eintrag berichtigen. Diese Liste schreibt "
        "sich jede Woche neu. Lässt sich eine Adresse nicht prüfen, obwohl sie stimmt, gehört sie mit Grund und "
        "Enddatum in `data/links-exceptions.csv`."
    )
    return _cut("\n\n".join([intro, *parts]))


def _item(result: Result, uses: Sequence[Use]) -> str:
    lines = [f"- [ ] {quoted(result.address)} – {inert(result.detail)}"]
    lines += [f"  - {inert(use.place)}: {inert(remedy(result, use))}" for use in uses]
    return "\n".join(lines)


def _cut(text: str) -> str:
    if len(text) <= MAX_ISSUE:
        return text
    kept = text[:MAX_ISSUE].rpartition("\n- [ ]")[0]
    return f"{kept}\n\n… und weitere; alle nennt die Tabelle, die der Ablauf bereitstellt."


FORMATS: dict[str, Callable[[LinkReport], str]] = {"text": as_text, "csv": as_csv, "issue": as_issue}
