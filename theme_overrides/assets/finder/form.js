// The fields of the finder: read as a state, filled from one, with counts beside their values; chosen filters as chips.

import { LISTS, parse } from "./state.js";
import { hitsText, make, number } from "./render.js";

export class Form {
  /** @param {HTMLFormElement} form its fields may stand outside of it */
  constructor(form) {
    this.form = form;
    this.boxes = [...form.elements].filter((field) => field.type === "checkbox");
    this.known = Object.fromEntries(LISTS.map((name) => [name, new Set(this.of(name).map((box) => box.value))]));
  }

  of(name) {
    return this.boxes.filter((box) => box.name === name);
  }

  /** The fields as a state; values without a field are taken from `state`. */
  read(state) {
    const { ansicht, zahl } = state;
    return { ...parse(new URLSearchParams(new FormData(this.form)), this.known), ansicht, zahl };
  }

  /** @param {Element|null} except the field in which somebody is typing */
  fill(state, except = null) {
    for (const name of ["q", "ort", "umkreis", "alter", "klasse", "sortierung"]) {
      const field = this.form.elements[name];
      const value = String(state[name] ?? "");
      if (field !== except && field.value.trim() !== value.trim()) field.value = value;
    }
    for (const box of this.boxes) box.checked = state[box.name].includes(box.value);
    this.showChosen();
  }

  /** How many values of a facet are chosen; one with a chosen value opens. */
  showChosen() {
    for (const facet of document.querySelectorAll("[data-facet]")) {
      const chosen = facet.querySelectorAll(":checked").length;
      facet.querySelector(".mint-facet__chosen").textContent = chosen || "";
    }
  }

  /** Opens what has been chosen in, for instance by a link. */
  openChosen() {
    for (const facet of document.querySelectorAll("[data-facet]")) if (facet.querySelector(":checked")) facet.open = true;
  }

  /**
   * Shows numbers beside values; hides values without hits, unless chosen, and facets without values.
   * The number at the chosen radius equals the one above the hits.
   */
  showCounts(counts) {
    for (const box of this.boxes) {
      const count = counts[box.name]?.[box.value] ?? 0;
      const label = box.parentElement;
      label.lastElementChild.textContent = number(count);
      label.hidden = !count && !box.checked;
    }
    for (const facet of document.querySelectorAll("[data-facet]")) facet.hidden = !facet.querySelector("label:not([hidden])");
    for (const option of this.form.elements.umkreis.options) {
      const count = counts.umkreis?.[option.value];
      option.textContent = count === undefined || option.selected ? `${option.value} km` : `${option.value} km (${count})`;
    }
  }

  /** Updates the texts elsewhere on the page that name the number of filters and hits. */
  showAside(state, { count, similar, place }) {
    this.allowDistance(Boolean(place));
    this.showChosen();
    const folded = this.folded(state);
    const [button, show] = ["filterknopf", "zeigen"].map((id) => document.getElementById(id));
    button.lastElementChild.textContent = folded || "";
    button.ariaLabel = folded ? `Filter (${folded})` : null;
    show.textContent = similar ? "Treffer zeigen" : `${hitsText(count)} zeigen`;
  }

  /** Sorting by distance needs a place. */
  allowDistance(isAllowed) {
    const option = this.form.elements.sortierung.querySelector("[value=entfernung]");
    option.hidden = option.disabled = !isAllowed;
  }

  labelOf(name, value) {
    return this.of(name).find((box) => box.value === value)?.parentElement.querySelector("span").textContent ?? value;
  }

  /**
   * The active restrictions, each with the values of the state that remove it.
   * @returns {{label: string, values: Object}[]}
   */
  filters(state, { understood = [], place = null }) {
    const found = understood.map((part) => ({ label: part.param === "ort" && place ? `${place.label}, ${state.umkreis} km` : part.label, values: { q: part.without } }));
    if (state.ort) found.push({ label: place ? `${place.label}, ${state.umkreis} km` : state.ort, values: { ort: "" } });
    if (state.alter) found.push({ label: `${state.alter} Jahre`, values: { alter: null } });
    if (state.klasse) found.push({ label: `Klasse ${state.klasse}`, values: { klasse: null } });
    for (const name of LISTS) {
      for (const value of state[name]) {
        found.push({ label: this.labelOf(name, value), values: { [name]: state[name].filter((other) => other !== value) } });
      }
    }
    return found;
  }

  /** How many filters stand in the panel that small screens fold away. */
  folded(state) {
    return LISTS.reduce((sum, name) => sum + state[name].length, state.klasse ? 1 : 0);
  }
}

/** The text without the words of all parts. */
export const textWithout = (q, understood) =>
  q.split(/\s+/).filter((word) => understood.every(({ without }) => without.split(" ").includes(word))).join(" ");

/** Chips; the focus stays at its place in the row. @returns {boolean} whether the focus needs another place */
export function showChips(list, filters, onRemove, onClear) {
  if (!filters.length && list.hidden) return false;
  const at = [...list.querySelectorAll("button")].indexOf(document.activeElement);
  const chips = filters.map(({ label, values }) =>
    make("button", { type: "button", class: "mint-chip", click: () => onRemove(values) }, label, make("span", { "aria-hidden": "true" }, "×"), make("span", { class: "mint-unseen" }, " entfernen")),
  );
  if (chips.length > 1) chips.push(make("button", { type: "button", class: "mint-chip mint-chip--all", click: onClear }, "Alle Filter löschen"));
  list.replaceChildren(...chips.map((chip) => make("li", {}, chip)));
  list.hidden = !chips.length;
  if (at < 0) return false;
  chips[Math.min(at, chips.length - 1)]?.focus();
  return !chips.length;
}
