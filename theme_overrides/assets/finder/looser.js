// Alternative searches when little is found: with a larger radius, an adjacent age, or one filter less.

import { fold } from "./german.js";
import { without } from "./cutout.js";

const RADII = [10, 25, 50];
const LAST_GRADE = 13;
// The smallest change first: radius and age before subjects and topics.
const ORDER = ["frisch", "umkreis", "klasse", "alter", "kosten", "modus", "schulen", "zugang", "zielgruppe", "ferien", "format", "phase", "thema", "fach", "ort", "kreis", "woerter", "art"];

/** @returns {{label: string, state: Object}[]} searches with one condition less, the smallest change first */
export function looser(state, found) {
  const typed = new Map(found.parts.map((part) => [part.param, part]));
  const offers = [];
  for (const param of ORDER) {
    if (param === "umkreis") {
      for (const umkreis of found.place ? RADII : []) if (umkreis > found.radius) offers.push({ label: `im Umkreis von ${umkreis} km`, state: { ...state, umkreis } });
    } else if (param === "woerter") offers.push(...withoutWords(state, found));
    else if (typed.has(param)) offers.push(...withoutTyped(state, typed.get(param), found));
    else if (Array.isArray(state[param]) ? state[param].length : state[param]) offers.push(...withoutChosen(state, param, found));
  }
  return offers;
}

/** Searches without one of the words, and without all of them. */
function withoutWords(state, { text, parts, spelt }) {
  if (text.length + parts.length < 2) return [];
  const words = text.map((word) => ({ label: `ohne „${spelt[word] ?? word}“`, state: { ...state, q: withoutWord(state.q, word) } }));
  return text.length > 1 && parts.length ? [...words, { label: "ohne weitere Wörter", state: { ...state, q: text.reduce(withoutWord, state.q) } }] : words;
}

const withoutWord = (query, word) => query.replace(/[\p{L}\p{N}]+/gu, (found) => (fold(found) === word ? "" : found)).replace(/\s+/g, " ").trim();

/** For ages and classes the neighbours first. */
function neighbours(param, value, put) {
  return [1, -1, 2, -2]
    .map((step) => Number(value) + step)
    .filter((number) => number > 0 && (param === "alter" || number <= LAST_GRADE))
    .map((number) => ({ label: param === "klasse" ? `auch Klasse ${number}` : `auch ${number} Jahre`, state: put(number) }));
}

function withoutTyped(state, part, found) {
  const less = { ...state, q: without(state.q, part) };
  const all = { label: part.param === "ort" || part.param === "kreis" ? `in ganz ${found.stateName}` : `ohne „${part.label}“`, state: less };
  if (part.param !== "klasse" && part.param !== "alter") return [all];
  return [...neighbours(part.param, part.value, (number) => ({ ...less, [part.param]: number })), { ...all, label: part.param === "klasse" ? "für alle Klassen" : "für jedes Alter" }];
}

function withoutChosen(state, param, found) {
  const empty = Array.isArray(state[param]) ? [] : null;
  const less = { ...state, [param]: param === "ort" ? "" : empty };
  if (param === "ort" || param === "kreis") return [{ label: `in ganz ${found.stateName}`, state: less }];
  if (param === "klasse" || param === "alter") {
    return [
      ...neighbours(param, state[param], (number) => ({ ...state, [param]: number })),
      { label: param === "klasse" ? "für alle Klassen" : "für jedes Alter", state: less },
    ];
  }
  return [{ label: `ohne ${NAMES[param]}`, state: less }];
}

const NAMES = {
  frisch: "„frisch geprüft“",
  kosten: "Filter „Kosten“",
  modus: "Filter „Art der Teilnahme“",
  schulen: "Filter „Für Schulen“",
  zugang: "Filter „Barrierefreiheit“",
  zielgruppe: "Filter „Zielgruppe“",
  ferien: "Filter „Ferien“",
  format: "Filter „Form“",
  phase: "Filter „Bildungsphase“",
  thema: "Filter „Thema“",
  fach: "Filter „Fach“",
  art: "Filter „Art“",
};
