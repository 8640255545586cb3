// Suggestions below a search box: an editable combobox with a list, as the ARIA Authoring Practices describe it.
// The text does not change until a suggestion is picked; without a connection the box is a plain search box.

import { openSuggestions } from "./suggestions.js";

const TOP = new URL("../../", import.meta.url);
const FINDER = "angebote/";
// Milliseconds that the list waits for records; after that it shows places and topics, and records follow.
const PATIENCE = 250;
const enhanced = new WeakSet();
let opening = null;
let boxes = 0;

/** The data, shared by all boxes; a failed request is repeated with the next focus. */
function data() {
  opening ??= openSuggestions(new URL("suche/", TOP)).catch(() => (opening = null));
  return opening;
}

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/** Turns a search box into a combobox, once. If its text has changed since it was `before`, suggestions are shown at once. */
export function enhance(input, before) {
  data();
  if (enhanced.has(input)) return;
  enhanced.add(input);
  const box = new Combobox(input);
  if (input.value !== before) box.update();
}

class Combobox {
  constructor(input) {
    boxes += 1;
    this.input = input;
    this.found = [];
    this.active = -1;
    const id = `vorschlaege-${boxes}`;
    this.list = element("ul", { class: "mint-suggest", id, role: "listbox", "aria-label": "Vorschläge", hidden: "" });
    // Not role=status: that belongs to the hits of a page.
    this.said = element("p", { class: "mint-unseen", "aria-live": "polite" });
    input.after(this.list, this.said);
    input.parentElement.classList.add("mint-combo");
    const role = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
    for (const [name, value] of Object.entries(role)) input.setAttribute(name, value);
    this.listen();
  }

  listen() {
    this.input.addEventListener("input", () => this.update());
    // While a letter is being composed, keys belong to the input method.
    this.input.addEventListener("keydown", (event) => event.isComposing || this.press(event));
    this.input.addEventListener("blur", () => this.close());
    this.input.form?.addEventListener("submit", () => this.close());
    // A press on the list must not take the focus out of the box.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => {
      const option = target.closest("[role=option]");
      if (option) this.pick(this.found[[...this.list.children].indexOf(option)]);
    });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** Looks up what was typed; the newest text wins. */
  async update() {
    this.asked?.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    this.mark(-1);
    const text = this.input.value;
    const suggestions = await data();
    if (!suggestions || signal.aborted) return;
    const show = (records) => {
      // While somebody goes through the list, it stays as it is.
      if (!signal.aborted && this.active < 0) this.show(suggestions.find(text, records));
    };
    const late = setTimeout(() => show([]), PATIENCE);
    const records = await suggestions.records(text);
    clearTimeout(late);
    show(records);
  }

  show(found) {
    this.found = found;
    if (!found.length || document.activeElement !== this.input) return this.hide();
    this.list.replaceChildren(
      ...found.map(({ label, kind }, at) =>
        element(
          "li",
          { role: "option", id: `${this.list.id}-${at}`, "aria-selected": "false" },
          element("span", { class: "mint-suggest__label" }, label),
          " ",
          element("span", { class: "mint-suggest__kind" }, kind),
        ),
      ),
    );
    this.list.style.top = `${this.input.offsetTop + this.input.offsetHeight}px`;
    this.list.style.left = `${this.input.offsetLeft}px`;
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.said.textContent = found.length === 1 ? "1 Vorschlag" : `${found.length} Vorschläge`;
  }

  hide() {
    this.mark(-1);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.said.textContent = "";
  }

  /** Closes the list; pending lookups do not open it again. */
  close() {
    this.asked?.abort();
    this.hide();
  }

  /** Makes a suggestion the active one, or none with -1. */
  mark(at) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = at;
    const option = this.list.children[at];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  async press(event) {
    if (event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      await this.step(step, event.altKey);
    } else if (event.key === "Enter") {
      if (this.active < 0) return this.close();
      event.preventDefault();
      this.pick(this.found[this.active]);
    } else if (event.key === "Escape") {
      this.escape(event);
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) {
      // These keys move the cursor in the text, so no suggestion stays active.
      this.mark(-1);
    }
  }

  /** Moves through the list, around its ends; with Alt the list is only opened or closed. */
  async step(step, isAlone) {
    if (isAlone && step < 0) return this.close();
    if (!this.isOpen) await this.update();
    if (!this.isOpen || isAlone) return;
    const count = this.found.length;
    this.mark(this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count);
  }

  /** Escape closes the list; the next one clears the text. */
  escape(event) {
    if (!this.isOpen && !this.input.value) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.isOpen) return this.close();
    this.input.value = "";
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Goes to the page of a record, or to the finder for a place, subject or topic; pages may handle the latter themselves. */
  pick({ path, params }) {
    this.close();
    if (path) return location.assign(new URL(path, TOP));
    const detail = { params: { q: "", ...params } };
    if (this.input.dispatchEvent(new CustomEvent("mint-pick", { bubbles: true, cancelable: true, detail }))) {
      return location.assign(new URL(`${FINDER}?${new URLSearchParams(params)}`, TOP));
    }
    this.input.value = detail.params.q;
  }
}
