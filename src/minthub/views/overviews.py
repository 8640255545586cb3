"""Index pages of all kinds but offers: events, networks, providers, funding, news."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from minthub.findings import count
from minthub.model.dates import MONTHS
from minthub.paths import FORM, SECTIONS
from minthub.views.listpage import CardGroup, ListMaker, ListPage
from minthub.views.site import Link


class Overviews(ListMaker):
    """Makes one page per kind."""

    def all(self) -> Iterator[ListPage]:
        yield self.events()
        yield self.networks()
        yield self.providers()
        yield self.funding()
        yield self.news()

    def events(self) -> ListPage:
        months = groupby(
            self.listing.events, key=lambda item: (item.next.start.day.year, item.next.start.day.month)
        )
        groups = tuple(
            CardGroup(
                f"monat-{year}-{month:02}",
                f"{MONTHS[month - 1]} {year}",
                tuple(self.cards.event(item.event, item) for item in items),
            )
            for (year, month), items in months
        )
        return self.page(
            path="termine/",
            title="Termine",
            description=f"Kommende Termine rund um MINT in {self.vocabulary.state_name}.",
            lead="Was demnächst stattfindet. Vergangene Termine verschwinden von selbst.",
            section="termine",
            groups=groups,
            empty="Zurzeit sind keine kommenden Termine erfasst. Viele Angebote laufen das ganze Jahr.",
            empty_links=(
                Link("Angebote ansehen", f"{SECTIONS['offers']}/"),
                Link("Termin melden", f"{FORM}?art=termin"),
            ),
        )

    def networks(self) -> ListPage:
        state = self.vocabulary.state.id
        statewide = [record for record in self.listing.networks if state in record.serves]
        regional = [record for record in self.listing.networks if state not in record.serves]
        return self.page(
            path="netzwerke/",
            title="Netzwerke",
            description=f"Netzwerke, Cluster und Arbeitskreise der MINT-Bildung in {self.vocabulary.state_name}.",
            lead=f"Wer sich zusammengetan hat, um MINT-Bildung voranzubringen – {self.vocabulary.state.label} und in den Kreisen.",
            section="netzwerke",
            groups=(
                CardGroup(
                    state, self.vocabulary.state.label.capitalize(), tuple(map(self.cards.network, statewide))
                ),
                CardGroup("regional", "In den Kreisen", tuple(map(self.cards.network, regional))),
            ),
            empty="Noch sind keine Netzwerke erfasst.",
        )

    def providers(self) -> ListPage:
        rest = f"Anderswo und {self.vocabulary.state.label}"
        return self.page(
            path="anbieter/",
            title="Anbieter",
            description=f"Vereine, Hochschulen, Museen und andere, die in {self.vocabulary.state_name} MINT-Angebote machen.",
            lead=f"{count(len(self.listing.providers), 'Einrichtung', 'Einrichtungen')}, nach Kreisen geordnet.",
            section="anbieter",
            groups=self.by_district(self.listing.providers, self.cards.provider, rest),
            empty="Noch sind keine Anbieter erfasst.",
        )

    def funding(self) -> ListPage:
        return self.page(
            path="foerderung/",
            title="Förderung",
            description=f"Geld für MINT-Angebote in {self.vocabulary.state_name}: Programme, Stiftungen, Fristen.",
            lead="Woher Geld für Angebote kommt, wer es beantragen kann und bis wann.",
            section="foerderung",
            groups=(
                CardGroup(
                    "foerderung",
                    "Programme und Stiftungen",
                    tuple(map(self.cards.funding, self.listing.funding)),
                ),
            ),
            empty="Noch sind keine Förderungen erfasst.",
        )

    def news(self) -> ListPage:
        years = groupby(self.listing.news, key=lambda item: item.date.year)
        return self.page(
            path="neuigkeiten/",
            title="Neuigkeiten",
            description=f"Was sich in der MINT-Bildung in {self.vocabulary.state_name} getan hat, mit Datum und Quelle.",
            lead="Was sich getan hat, mit Datum und Quelle – das Neueste zuerst.",
            section="neuigkeiten",
            groups=tuple(
                CardGroup(f"jahr-{year}", str(year), tuple(self.cards.news(item) for item in items))
                for year, items in years
            ),
            empty="Noch gibt es keine Meldungen.",
        )
