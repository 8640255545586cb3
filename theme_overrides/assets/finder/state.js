// The query of the finder, as an object and as the address of its page. Pure: no document, no window.

/**
 * @typedef {Object} State
 * @property {string} q what was typed
 * @property {string} ort postcode or name of a place
 * @property {number} umkreis kilometres around it
 * @property {number|null} alter years
 * @property {number|null} klasse
 * @property {string[]} kreis ids of districts; so are phase, fach, thema, format, kosten, modus, schulen, ferien, zugang,
 *   zielgruppe, frisch and art: any of the values, of zugang all
 * @property {string} sortierung
 * @property {string} ansicht
 * @property {number} zahl how many hits are shown
 */

export const LISTS = ["kreis", "phase", "fach", "thema", "format", "kosten", "modus", "schulen", "ferien", "zugang", "zielgruppe", "frisch", "art"];
export const RADII = [5, 10, 25, 50];
export const ORDERS = ["relevanz", "entfernung", "termin", "name"];
export const STEP = 10;
// More would make a page that nobody reads and every phone feels.
const MOST = 500;
const LONGEST = 200;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
// The order of parameters in the address. Parameters with their default value are left out.
const NAMES = ["q", "ort", "umkreis", "alter", "klasse", ...LISTS, "sortierung", "ansicht", "zahl"];

/** @returns {State} nothing is asked */
export const nothing = () => ({
  q: "",
  ort: "",
  umkreis: 25,
  alter: null,
  klasse: null,
  ...Object.fromEntries(LISTS.map((name) => [name, []])),
  sortierung: "relevanz",
  ansicht: "liste",
  zahl: STEP,
});

const whole = (text, least, most) => {
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN;
  return number >= least && number <= most ? number : null;
};
const one = (values, text, usual) => (values.includes(text) ? text : usual);
const line = (text) => text.replace(/\s+/g, " ").slice(0, LONGEST);

/**
 * Parses an address. Invalid values are ignored, so that an old or mistyped link still shows something.
 * @param {URLSearchParams} params
 * @param {Object<string, Set<string>>} known values by name; without them every well-formed value counts
 * @returns {State}
 */
export function parse(params, known = {}) {
  const text = (name) => line(params.get(name) ?? "");
  const usual = nothing();
  const list = (name) => [...new Set(params.getAll(name))].filter((value) => ID.test(value) && (known[name]?.has(value) ?? true)).sort();
  return {
    q: text("q").trimStart(),
    ort: text("ort").trimStart(),
    umkreis: one(RADII, Number(text("umkreis")), usual.umkreis),
    alter: whole(text("alter"), 1, 99),
    klasse: whole(text("klasse"), 1, 13),
    ...Object.fromEntries(LISTS.map((name) => [name, list(name)])),
    sortierung: one(ORDERS, text("sortierung"), usual.sortierung),
    ansicht: one(["liste", "karte"], text("ansicht"), usual.ansicht),
    zahl: Math.ceil((whole(text("zahl"), 1, MOST) ?? STEP) / STEP) * STEP,
  };
}

/** The address of a state: `?q=…`, or an empty text for nothing. Equal states have equal addresses. @param {State} state */
export function address(state) {
  const usual = nothing();
  const params = new URLSearchParams();
  for (const name of NAMES) {
    const value = typeof state[name] === "string" ? state[name].trim() : state[name];
    // A radius without a place has no effect.
    if (name === "umkreis" && !state.ort && !state.q) continue;
    if (Array.isArray(value)) for (const each of [...value].sort()) params.append(name, each);
    else if (value !== usual[name] && value !== null && value !== undefined) params.set(name, value);
  }
  const text = params.toString();
  return text && `?${text}`;
}

/** The state with some values changed; new hits are shown from the first one. */
export const changed = (state, values) => ({ ...state, zahl: STEP, ...values });
