// The Merkliste: saved entries are stored in the visitor's browser only, under one key, and only after a tap.
// site.js loads this with the first tap on „Merken“, or when something has been saved before.

/** @typedef {{id: string, title: string, saved: string}} Entry `saved` is the day, empty if it is not known */

export const KEY = "merkliste";
const ID = /^(?:offers|events)\/[a-z0-9][a-z0-9-]*$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const BLOCKED =
  "Ihr Browser lässt hier nichts speichern, zum Beispiel im privaten Modus. Setzen Sie stattdessen ein Lesezeichen.";

export const isId = (id) => typeof id === "string" && ID.test(id);

/** The day in local time, as ISO text. */
export const day = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/** Parses the stored text and ignores everything that is no entry. @returns {Entry[]} */
export function entriesOf(text) {
  let found;
  try {
    found = JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
  if (!Array.isArray(found)) return [];
  const entries = new Map();
  for (const { id, title, saved } of found.filter(Boolean)) {
    if (!isId(id) || entries.has(id)) continue;
    entries.set(id, {
      id,
      title: typeof title === "string" && title.trim() ? title : id,
      saved: typeof saved === "string" && DAY.test(saved) ? saved : "",
    });
  }
  return [...entries.values()];
}

/** The saved entries in the order they were saved. Throws where the browser allows no storage. */
export const read = () => entriesOf(localStorage.getItem(KEY));

/** Changes the list. Reads it again just before writing, because another tab may have changed it. Throws like `read`. */
function change(edit) {
  const entries = edit(read());
  if (entries.length) localStorage.setItem(KEY, JSON.stringify(entries));
  else localStorage.removeItem(KEY);
  refresh();
}

/**
 * Adds entries that are not in the list yet, at the end or, with `order`, at their former place.
 * @param {Entry[]} entries
 * @param {string[]} order ids as they stood before something was removed
 */
export function add(entries, order = []) {
  const place = ({ id }) => (order.includes(id) ? order.indexOf(id) : order.length);
  change((known) =>
    [...known, ...entries.filter(({ id }) => known.every((entry) => entry.id !== id))].sort((a, b) => place(a) - place(b)),
  );
}

/** @param {string[]} ids */
export const remove = (ids) => change((known) => known.filter(({ id }) => !ids.includes(id)));

function mark(button, isSaved) {
  const word = isSaved ? "Gemerkt" : "Merken";
  button.textContent = word;
  button.setAttribute("aria-pressed", String(isSaved));
  button.setAttribute("aria-label", `${word}: ${button.dataset.titel}`);
}

/** Updates all buttons and the header to the saved entries. */
export function refresh() {
  let entries = [];
  try {
    entries = read();
  } catch {
    // Nothing can be saved here, so nothing is.
  }
  const ids = new Set(entries.map(({ id }) => id));
  for (const button of document.querySelectorAll("button.mint-save")) mark(button, ids.has(button.dataset.merken));
  for (const count of document.querySelectorAll("[data-merkzahl]")) count.textContent = entries.length || "";
}

/** Says something beside a button; an empty text takes back what was said. */
function say(button, text) {
  const place = button.closest(".mint-card, .mint-save-place") ?? button.parentElement;
  let note = place.querySelector(":scope > .mint-save-note");
  if (!note && !text) return;
  if (!note) {
    note = document.createElement("p");
    note.className = "mint-save-note";
    note.setAttribute("role", "status");
    place.append(note);
  }
  // The second step: a live region is read out when its text changes, not when it appears with one.
  setTimeout(() => (note.textContent = text));
}

/** What a tap on „Merken“ or „Gemerkt“ does; site.js calls it for every button with the class. */
export function tap(button) {
  const { merken: id, titel: title } = button.dataset;
  try {
    if (button.getAttribute("aria-pressed") === "true") remove([id]);
    else add([{ id, title, saved: day(new Date()) }]);
    say(button, "");
  } catch {
    say(button, BLOCKED);
  }
}

/** The button for a card that a script has made. @param {{id: string, title: string}} card @returns {HTMLButtonElement} */
export function saveButton({ id, title }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "mint-save";
  button.dataset.merken = id;
  button.dataset.titel = title;
  let isSaved = false;
  try {
    isSaved = read().some((entry) => entry.id === id);
  } catch {
    // As above.
  }
  mark(button, isSaved);
  return button;
}
