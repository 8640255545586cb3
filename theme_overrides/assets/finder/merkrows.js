// The rows of the Merkliste, their order, and the encoding of a list in a link. Pure: no document, no storage.

import { isId } from "./saved.js";

export const CURRENT = "aktuell";
export const OVER = "nicht mehr aktuell";
export const GONE = "gibt es nicht mehr";
export const UNKNOWN = "nicht geladen";

const SECTIONS = { offers: "angebote", events: "termine" };
const KINDS = { angebote: "offers", termine: "events", offers: "offers", events: "events" };
const MAX_SHARED = 200;

/** The address of a record below the top, without its card. */
export function pathOf(id) {
  const [kind, name] = id.split("/");
  return `${SECTIONS[kind]}/${name}/`;
}

function stateOf(card, today) {
  if (card === undefined) return UNKNOWN;
  if (card === null) return GONE;
  return card.over || (card.ends && card.ends < today) ? OVER : CURRENT;
}

/** The last day of an occurrence, included. One that ends at midnight ends on the day before. */
export function lastDay([start, end]) {
  if (!end.endsWith("T00:00") || end <= start) return (end || start).slice(0, 10);
  return new Date(Date.parse(`${end}:00Z`) - 60_000).toISOString().slice(0, 10);
}

/** The start of the first occurrence that is not over `today`; empty without one. */
const nextOf = (card, today) => card?.times.find((time) => lastDay(time) >= today)?.[0] ?? "";

/**
 * @typedef {{entry: import("./saved.js").Entry, card: ?Object, title: string, state: string, next: string, address: string}} Row
 * @param {import("./saved.js").Entry[]} entries
 * @param {?(?Object)[]} cards one per entry, null for a record that no longer exists; null altogether if loading failed
 * @param {string} today ISO day
 * @param {URL} top the top of the site
 * @returns {Row[]}
 */
export const rowsOf = (entries, cards, today, top) =>
  entries.map((entry, at) => {
    const card = cards ? cards[at] : undefined;
    return {
      entry,
      card: card ?? null,
      title: card?.title ?? entry.title,
      state: stateOf(card, today),
      next: nextOf(card, today),
      address: new URL(card?.href ?? pathOf(entry.id), top).href,
    };
  });

const byName = (a, b) => a.title.localeCompare(b.title, "de", { numeric: true });

/** Orders that can be chosen. Lists are stored with the newest entry last. */
const ORDERS = {
  gemerkt: (a, b) => b.entry.saved.localeCompare(a.entry.saved) || b.at - a.at,
  geteilt: (a, b) => a.at - b.at,
  name: byName,
  termin: (a, b) => (a.next || "9999").localeCompare(b.next || "9999") || byName(a, b),
};

/** Sorts the rows; in any order, entries that are over or no longer exist come last. */
export function ordered(rows, order) {
  const isPast = ({ state }) => Number(state === OVER || state === GONE);
  return rows
    .map((row, at) => ({ ...row, at }))
    .sort((a, b) => isPast(a) - isPast(b) || ORDERS[order](a, b));
}

/** Encodes a list for a link: `robotik-ag,termine/tag-der-technik`, short and readable. */
export const written = (ids) =>
  ids.map((id) => (id.startsWith("offers/") ? id.slice("offers/".length) : pathOf(id).slice(0, -1))).join(",");

/** The ids of a shared list, or null where none is shared; what is no id is passed over. @returns {?string[]} */
export function sharedIds(search) {
  const text = new URLSearchParams(search).get("ids");
  if (text === null) return null;
  const ids = text.split(/[\s,]+/).map((part) => {
    const [name, kind = "offers"] = part.replace(/\/$/, "").split("/").reverse();
    return `${KINDS[kind]}/${name}`;
  });
  return [...new Set(ids.filter(isId))].slice(0, MAX_SHARED);
}

/** A title made from the id, for entries of which only the id is known. */
export const titleOf = (id) => {
  const name = id.split("/")[1].replaceAll("-", " ");
  return name[0].toUpperCase() + name.slice(1);
};
