"""The seven kinds of records. The folder of a record is its kind."""

from __future__ import annotations

from typing import Annotated

from minthub.model.base import MANDATORY, FrontMatter, Head, Provenance, RecordModel, many, spec
from minthub.model.groups import Audience, Place, Terms
from minthub.model.types import (
    HOLIDAYS,
    Choice,
    Contact,
    Day,
    Deadline,
    Digits,
    Duration,
    ExceptDay,
    Many,
    Moment,
    PartialDay,
    Reach,
    Text,
    WebAddress,
)


class _OfferOwn(RecordModel):
    format: Annotated[str, Choice("formats")] = spec(
        "Form", "Was für eine Art von Angebot es ist.", "arbeitsgemeinschaft", default=MANDATORY
    )
    schedule: Text | None = spec(
        "Zeiten", "Wann es stattfindet, in Worten.", "mittwochs 15–17 Uhr in der Schulzeit", should=True
    )
    holidays: Annotated[tuple[Annotated[str, Choice("holidays")], ...], HOLIDAYS] = many(
        "Ferien", "In welchen Ferien es stattfindet.", "[sommerferien]"
    )
    group_size: Text | None = spec("Gruppengröße", "Wie viele mitmachen können.", "bis 12 Kinder")
    status: Annotated[str, Choice("offer_statuses")] = spec(
        "Status", "aktiv, unbestaetigt, pausiert oder beendet.", "aktiv", default="aktiv"
    )
    expires: Day | None = spec("Gilt bis", "Letzter Tag des Angebots.", "2027-07-31")


class Offer(Provenance, Terms, _OfferOwn, Audience, Place, Head):
    """Runs regularly or on request."""

    kind, folder, singular, plural = "offer", "offers", "Angebot", "Angebote"


class _EventOwn(RecordModel):
    format: Annotated[str, Choice("formats")] = spec(
        "Form", "Was für eine Art von Termin es ist.", "workshop", default=MANDATORY
    )
    start: Moment | None = spec("Beginn", "Tag, wenn bekannt mit Uhrzeit.", "2026-12-05 16:00")
    end: Moment | None = spec("Ende", "Letzter Tag (gehört dazu) oder Uhrzeit.", "2026-12-05 18:00")
    duration: Duration | None = spec("Dauer", "Stunden und Minuten, statt eines Endes.", "1:30")
    dates: Many[Moment] = many(
        "Weitere Termine", "Weitere Beginne, gleich lang.", '["2027-01-09 16:00", "2027-02-06 16:00"]'
    )
    repeats: Annotated[str, Choice("repeats")] | None = spec(
        "Wiederholung", "woechentlich, zweiwoechentlich oder monatlich.", "woechentlich"
    )
    until: Day | None = spec("Wiederholt bis", "Letzter Tag der Reihe.", "2027-07-09")
    excluded: Many[ExceptDay] = many(
        "Außer", "Tage, an denen er ausfällt, oder „ferien“.", "[ferien]", alias="except"
    )
    event_status: Annotated[str, Choice("event_statuses")] = spec(
        "Stand des Termins", "geplant, abgesagt, verschoben oder ausgebucht.", "geplant", default="geplant"
    )
    offer: Text | None = spec(
        "Gehört zum Angebot", "Kennung des Angebots, zu dem der Termin gehört.", "robotik-ag"
    )


class Event(Provenance, Terms, _EventOwn, Audience, Place, Head):
    """Has a start."""

    kind, folder, singular, plural = "event", "events", "Termin", "Termine"


class _ProviderOwn(RecordModel):
    type: Annotated[str, Choice("provider_types")] = spec(
        "Art der Einrichtung", "Zum Beispiel verein, hochschule, museum.", "verein", default=MANDATORY
    )
    website: WebAddress | None = spec(
        "Website", "Startseite der Einrichtung.", "https://www.example.org", should=True
    )
    contact: Many[Contact] = many("Kontakt", "E-Mail und Telefon der Einrichtung.", "info@example.org")


class Provider(Provenance, _ProviderOwn, Place, Head):
    """An organisation that offers something."""

    kind, folder, singular, plural = "provider", "providers", "Anbieter", "Anbieter"


class _NetworkOwn(RecordModel):
    type: Annotated[str, Choice("network_types")] = spec(
        "Art des Netzwerks", "Zum Beispiel mint-cluster oder arbeitskreis.", "mint-region", default=MANDATORY
    )
    coordinator: Text | None = spec(
        "Koordination", "Einrichtung, die das Netzwerk leitet.", "Technologieförderverein"
    )
    members: Many[Text] = many(
        "Mitglieder", "Kennungen oder Namen der Einrichtungen.", "[tu-dresden, Stadtwerke]"
    )
    website: WebAddress | None = spec(
        "Website", "Seite des Netzwerks.", "https://www.example.org", should=True
    )
    contact: Many[Contact] = many("Kontakt", "E-Mail und Telefon der Geschäftsstelle.", "info@example.org")
    status: Annotated[str, Choice("offer_statuses")] = spec(
        "Status", "aktiv, unbestaetigt, pausiert oder beendet.", "aktiv", default="aktiv"
    )
    since: PartialDay | None = spec("Seit", "Beginn, Jahr oder Tag.", "2022")
    until: PartialDay | None = spec("Bis", "Ende, Jahr oder Tag.", "2025-07-31")


class Network(Provenance, _NetworkOwn, Place, Head):
    """Organisations that work together."""

    kind, folder, singular, plural = "network", "networks", "Netzwerk", "Netzwerke"


class Coordination(FrontMatter):
    """The office of a district that coordinates offers; part of a district record."""

    organisation: Text = spec(
        "Organisation", "Name der Stelle.", "Koordinierungsstelle Berufliche Orientierung", default=MANDATORY
    )
    website: WebAddress | None = spec("Website", "Seite der Stelle.", "https://www.example.org")
    contact: Many[Contact] = many("Kontakt", "E-Mail und Telefon der Stelle.", "info@example.org")


class _DistrictOwn(RecordModel):
    short_title: Text = spec(
        "Kurzname", "Name ohne „Landkreis“, für Listen und Karten.", "Görlitz", default=MANDATORY
    )
    ags: Digits = spec(
        "Gemeindeschlüssel", "Amtlicher Schlüssel des Kreises, fünf Ziffern.", '"14626"', default=MANDATORY
    )
    district_kind: Annotated[str, Choice("district_kinds")] = spec(
        "Art des Kreises", "landkreis oder kreisfreie-stadt.", "landkreis", default=MANDATORY, alias="kind"
    )
    seat: Text = spec("Sitz", "Sitz der Verwaltung.", "Görlitz", default=MANDATORY)
    name_hsb: Text | None = spec("Obersorbischer Name", "Name in obersorbischer Sprache.", "Wokrjes Zhorjelc")
    neighbours: Many[Annotated[str, Choice("districts")]] = spec(
        "Nachbarkreise", "Kreise im Land, die angrenzen.", "[bautzen]", default=MANDATORY
    )
    coordination: Coordination | None = spec(
        "Koordinierung",
        "Stelle des Kreises mit organisation, website, contact.",
        "{organisation: Koordinierungsstelle}",
    )
    website: WebAddress | None = spec("Website", "Seite der Kreisverwaltung.", "https://www.example.org")


class District(Provenance, _DistrictOwn, Head):
    """A Kreis; the only place where districts are defined."""

    kind, folder, singular, plural = "district", "regions", "Kreis", "Kreise"


class _FundingOwn(RecordModel):
    funder: Text = spec("Fördergeber", "Wer das Geld gibt.", "Sächsische Aufbaubank", default=MANDATORY)
    eligible: Many[Annotated[str, Choice("eligible")]] = spec(
        "Antragsberechtigt", "Wer einen Antrag stellen kann.", "[vereine, schulen]", default=MANDATORY
    )
    amount: Text | None = spec("Höhe", "Wie viel es gibt, mit Stand.", "bis 10.000 Euro (Stand 2026)")
    deadlines: Many[Deadline] = many("Fristen", "Tage, jährliche Tage (28.02.) oder laufend.", '["28.02."]')
    serves: Reach = spec("Gilt für", "Kreise oder das ganze Land.", "[goerlitz]", default=MANDATORY)
    website: WebAddress = spec(
        "Website", "Seite der Förderung.", "https://www.example.org/foerderung", default=MANDATORY
    )
    status: Annotated[str, Choice("offer_statuses")] = spec(
        "Status", "aktiv, unbestaetigt, pausiert oder beendet.", "aktiv", default="aktiv"
    )


class Funding(Provenance, _FundingOwn, Head):
    """Money for offers."""

    kind, folder, singular, plural = "funding", "funding", "Förderung", "Förderungen"


class _NewsOwn(RecordModel):
    date: PartialDay = spec(
        "Datum",
        "Tag der Meldung; Monat oder Jahr, wenn der Tag nicht bekannt ist.",
        "2026-11-21",
        default=MANDATORY,
    )
    districts: Many[Annotated[str, Choice("districts")]] = many(
        "Kreise", "Kreise, die es betrifft; leer heißt das ganze Land.", "[goerlitz]"
    )
    ends: Day | None = spec("Endet", "Letzter Tag, an dem die Meldung in Listen steht.", "2027-01-31")


class NewsItem(Provenance, _NewsOwn, Head):
    """Something that happened on a day."""

    kind, folder, singular, plural = "news", "news", "Meldung", "Meldungen"


KINDS: tuple[type[RecordModel], ...] = (Offer, Event, Provider, Network, District, Funding, NewsItem)
BY_FOLDER: dict[str, type[RecordModel]] = {model.folder: model for model in KINDS}
