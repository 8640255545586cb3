// The Merkliste as elements: rows, tools, the page without entries.

import { GONE, lastDay, OVER, UNKNOWN } from "./merkrows.js";
import { saveButton } from "./saved.js";

/** An element with attributes (`onclick` and the like are listeners) and children; what is empty is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export const button = (text, onclick, kind = "plain") =>
  element("button", { type: "button", class: `mint-saved__button mint-saved__button--${kind}`, onclick }, text);

export const germanDay = (iso) => iso.slice(0, 10).split("-").reverse().join(".");

/** The facts of a card; for an event that is over, its date instead of „vorbei“. */
function factText(id, text, { card, state }) {
  const last = card.times.at(-1);
  if (id !== "time" || state !== OVER || !last) return text;
  const days = [...new Set([last[0], lastDay(last)].map(germanDay))];
  return `vorbei (${days.join("–")})`;
}

const facts = (row) =>
  element(
    "dl",
    { class: "mint-card__facts" },
    row.card.facts.map(([id, label, text]) =>
      element(
        "div",
        { class: `mint-card__fact mint-card__fact--${id}` },
        element("dt", {}, label),
        element("dd", {}, factText(id, text, row)),
      ),
    ),
  );

const badges = (items, label) =>
  items.length
    ? element(
        "ul",
        { class: "mint-badges", "aria-label": label },
        items.map(([id, text]) => element("li", { class: `mint-badge mint-badge--${id}` }, text)),
      )
    : null;

/** The badges of a card without „vorbei“, which would repeat „nicht mehr aktuell“. */
const remarks = ({ card, state }) =>
  state === OVER ? [["status", OVER], ...card.badges.filter(([, text]) => text !== "vorbei")] : card.badges;

const heading = ({ title, address, state }) =>
  element("h2", { class: "mint-card__title" }, state === GONE ? title : element("a", { href: address }, title));

function body(row, top) {
  if (row.state === UNKNOWN) return [heading(row)];
  if (row.state === GONE) {
    const search = new URL("angebote/", top);
    search.searchParams.set("q", row.title);
    return [
      heading(row),
      element("p", {}, "Diesen Eintrag gibt es nicht mehr."),
      element("p", { class: "mint-saved__screen" }, element("a", { href: search.href }, "Nach dem Titel suchen")),
    ];
  }
  return [
    element("p", { class: "mint-card__kind" }, row.card.kind),
    heading(row),
    badges(remarks(row), "Hinweise"),
    element("p", { class: "mint-card__summary" }, row.card.summary),
    facts(row),
    badges(row.card.subjects, "Fächer"),
  ];
}

/**
 * An entry of the list. With `onremove` it is in the visitor's own list, without it in a shared one and can be saved.
 * @param {import("./merkrows.js").Row} row
 */
export function rowItem(row, top, onremove) {
  const { entry, state, title, address } = row;
  const isQuiet = state === OVER || state === GONE || row.card?.quiet;
  const saved = entry.saved && element("span", {}, `Gemerkt am ${germanDay(entry.saved)}`);
  const remove = onremove && button("Entfernen", onremove, "quiet");
  remove?.setAttribute("aria-label", `Entfernen: ${title}`);
  return element(
    "li",
    { "data-id": entry.id, "data-stand": state },
    element(
      "article",
      { class: `mint-card mint-saved__card${isQuiet ? " mint-card--quiet" : ""}` },
      body(row, top),
      state === GONE ? null : element("p", { class: "mint-print-only" }, address),
      onremove ? element("p", { class: "mint-saved__foot" }, saved, remove) : null,
      onremove || state === GONE ? null : saveButton({ id: entry.id, title }),
    ),
  );
}

/** What stands in the place of an entry that has just been removed. */
export const removedItem = ({ entry, title }, onundo) =>
  element(
    "li",
    { class: "mint-saved__removed", "data-entfernt": entry.id },
    element("span", {}, `„${title}“ ist entfernt.`),
    button("Rückgängig", onundo),
  );

/** Choice of the order. @param {[string, string][]} orders value and text of each */
export function orderChoice(orders, chosen, onchoice) {
  const select = element(
    "select",
    { id: "merkfolge", onchange: () => onchoice(select.value) },
    orders.map(([value, text]) => element("option", { value, selected: value === chosen && "" }, text)),
  );
  return element("p", { class: "mint-saved__order" }, element("label", { for: "merkfolge" }, "Reihenfolge"), select);
}

/** A field to copy the link from by hand. */
export function linkField(link) {
  const input = element("input", { id: "merklink", type: "text", readonly: "", value: link });
  input.addEventListener("focus", () => input.select());
  return element("p", { class: "mint-saved__link" }, element("label", { for: "merklink" }, "Link zu dieser Liste"), input);
}

export const emptyPage = (top) =>
  element(
    "div",
    { class: "mint-saved__empty" },
    element("h2", {}, "Noch nichts gemerkt"),
    element("p", {}, "So geht’s:"),
    element(
      "ol",
      {},
      element("li", {}, element("a", { href: new URL("angebote/", top).href }, "Angebote finden"), " – nach Ort, Alter oder Stichwort."),
      element("li", {}, "Bei dem, was Ihnen gefällt, auf ", element("span", { class: "mint-save mint-save--shown" }, "Merken"), " tippen."),
      element("li", {}, "Hier wiederfinden, drucken, als Link teilen oder Termine in den Kalender übernehmen."),
    ),
  );
