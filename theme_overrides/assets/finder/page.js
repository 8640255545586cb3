// The finder's page: fields, address and results follow one state. Typing replaces the address, choosing adds to the history.

import { AddressBar } from "./addressbar.js";
import { Finder } from "./client.js";
import { Form, showChips, textWithout } from "./form.js";
import { breathe, cardsShown, hitsText, makeHits, number, showFailure, showHints, showItems } from "./render.js";
import { address, changed, nothing, parse, STEP } from "./state.js";

const TOP = new URL("../../", import.meta.url);
// Milliseconds to wait for the next letter before searching, too short to notice; longer for places, whose names must be complete.
const TYPING = 80;
const TYPING_A_PLACE = 350;
// Several letters at once were pasted, dictated or proposed by the keyboard, so the word is complete and the search starts at once.
const AT_ONCE = 0;
// Milliseconds until screen readers announce the number of hits, so that they only do so when it no longer changes.
const SETTLED = 400;

const $ = (id) => document.getElementById(id);
const isNarrow = matchMedia("(max-width: 61.99em)");

class Page {
  constructor(finder) {
    this.finder = finder;
    this.form = new Form($("suche"));
    this.title = document.title;
    this.result = null;
    // Letters in a field before something is typed into it.
    this.before = NaN;
    this.bar = new AddressBar((y) => this.returned(y));
    this.listen();
    this.restore();
  }

  listen() {
    const { form } = this.form;
    form.addEventListener("submit", (event) => this.submit(event));
    for (const name of ["q", "ort", "alter"]) {
      form.elements[name].addEventListener("beforeinput", ({ target }) => (this.before = target.value.length));
      form.elements[name].addEventListener("input", ({ target }) => this.typed(target));
    }
    form.elements.q.form.addEventListener("mint-pick", (event) => this.picked(event));
    // Fields outside of the form belong to it, but their events do not pass through it.
    document.addEventListener("change", ({ target }) => {
      if (target.form === form && (target.type === "checkbox" || target.tagName === "SELECT")) this.go(changed(this.form.read(this.state), {}));
    });
    document.querySelector(".mint-results").addEventListener("click", (event) => this.follow(event));
    $("mehr").firstElementChild.addEventListener("click", () => this.more());
    $("filterknopf").addEventListener("click", () => this.toggleFilters());
    $("zeigen").addEventListener("click", () => this.toggleFilters(false));
    $("kartenknopf").addEventListener("click", () => this.go({ ...this.state, ansicht: this.state.ansicht === "karte" ? "liste" : "karte" }));
    addEventListener("online", () => $("treffer").dataset.state === "error" && this.show());
  }

  /** Back and forth. Anchors of the page ask for nothing. */
  returned(y = 0) {
    if (address(parse(this.bar.params, this.form.known)) !== address(this.state)) this.restore(y);
  }

  /** The state of the address; then the place on the page. */
  restore(y = this.bar.y) {
    this.set(parse(this.bar.params, this.form.known));
    // The worker first: it has its work while the fields are filled.
    const shown = this.show();
    this.form.fill(this.state);
    this.form.openChosen();
    shown.then(() => y !== undefined && scrollTo(0, y));
  }

  set(state) {
    clearTimeout(this.timer);
    this.state = state;
    const { q } = state;
    document.title = q.trim() ? `${q.trim()} – ${this.title}` : this.title;
  }

  typed(field) {
    clearTimeout(this.telling);
    this.set(changed(this.form.read(this.state), {}));
    this.bar.typed();
    const { dataset } = $("treffer");
    const pause = field.name !== "q" ? TYPING_A_PLACE : dataset.state === "loading" ? TYPING : AT_ONCE;
    // The hits shown no longer belong to the query, even if the new search has not started yet.
    dataset.state = "loading";
    const isLetter = Math.abs(field.value.length - this.before) === 1;
    this.timer = setTimeout(() => this.show(), isLetter ? pause : AT_ONCE);
    this.before = NaN;
    if (field.name !== "q") this.bar.write(this.state);
  }

  submit(event) {
    event.preventDefault();
    // The keyboard of a phone would cover the hits.
    if (matchMedia("(pointer: coarse)").matches) document.activeElement.blur();
    clearTimeout(this.timer);
    this.show();
  }

  /** Something chosen: an entry of its own in the history. */
  go(state) {
    this.bar.write(this.state);
    this.set(state);
    const shown = this.show();
    this.form.fill(state);
    this.bar.push(state);
    return shown;
  }

  picked(event) {
    event.preventDefault();
    const values = event.detail.params;
    const lists = Object.entries(values).map(([name, value]) => [name, Array.isArray(this.state[name]) ? [...new Set([...this.state[name], value].flat())] : value]);
    this.go(changed(this.state, { q: "", ...Object.fromEntries(lists) }));
  }

  /** Links to other states of this page are followed on it. */
  follow(event) {
    const link = event.target.closest("a");
    if (!link?.state || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.go(changed(nothing(), { ...link.state, zahl: STEP })).then(() => this.toTop());
  }

  toTop() {
    $("treffer-titel").focus();
    $("treffer-titel").scrollIntoView({ block: "nearest" });
  }

  more() {
    const shown = $("treffer").children.length;
    this.set({ ...this.state, zahl: this.state.zahl + STEP });
    this.bar.replace(this.state);
    this.show().then(() => $("treffer").children[shown]?.querySelector("a").focus());
  }

  toggleFilters(isOpen = !$("filter").classList.contains("is-open")) {
    $("filter").classList.toggle("is-open", isOpen);
    $("filterknopf").setAttribute("aria-expanded", isOpen);
    if (isOpen) this.showCounts();
    else $("filterknopf").focus();
  }

  /** Asks and shows. The old hits stay until the new ones are there. */
  async show() {
    const { state } = this;
    $("treffer").dataset.state = "loading";
    let first = null;
    const show = (result) => {
      first = this.present(state, result);
      first.catch(() => {});
    };
    try {
      // First hits are not needed if more hits are added to them, or if the map is shown instead.
      const answer = this.finder.search(state, state.zahl === STEP && state.ansicht !== "karte" ? show : null);
      this.bar.write(state);
      const result = await answer;
      if (!(await first)) await this.present(state, result);
      await this.complete(state, result);
    } catch (error) {
      if (error.name === "AbortError" || state !== this.state) return;
      this.fail();
      return;
    }
    // Optional parts may fail.
    await Promise.allSettled([this.showMore(state), this.showCounts()]);
  }

  /** @returns {Promise<boolean>} whether the hits are shown; false if a newer query has superseded this one */
  async present(state, result) {
    if (state !== this.state) return false;
    const list = $("treffer");
    this.result = result;
    // First the map, where it is wanted: it would push the hits down.
    await this.showMap(state).catch(() => {});
    if (state !== this.state) return false;
    const items = await makeHits(list, result.hits, TOP);
    // Content below the old hits is replaced together with them. If there is none yet, the hits do not wait for it.
    const more = $("weiter").hasChildNodes() ? await this.makeMore(state).catch(() => []) : [];
    await breathe();
    if (state !== this.state) return false;
    this.showResult(state, items, more);
    list.dataset.state = "ready";
    breathe().then(() => this.showAside(state));
    return true;
  }

  /** The other hits below the first ones. */
  async complete(state, result) {
    if (state !== this.state) return;
    this.result = result;
    const items = await makeHits($("treffer"), result.hits, TOP);
    if (state !== this.state) return;
    await showItems($("treffer"), items);
    if (state !== this.state) return;
    $("mehr").hidden = result.hits.length >= result.count;
    cardsShown();
  }

  /** Updates everything above the hits together with them, because later changes would push them down. */
  showResult(state, items, more) {
    const { count, similar } = this.result;
    const list = $("treffer");
    this.tell(state, count, similar);
    list.dataset.count = count;
    showHints($("hinweise"), this.result, address);
    // Shown again when all hits of a page are: it would be pushed down.
    if (list.firstElementChild !== items[0]) $("mehr").hidden = true;
    const isLost = showChips($("chips"), this.form.filters(state, this.result), (values) => this.go(changed(this.state, values)), () => this.go(this.bare()));
    if (isLost) $("treffer-titel").focus();
    $("vorort").hidden = true;
    showItems(list, items);
    $("weiter").replaceChildren(...more);
  }

  /** Updates that move nothing on the page; they come after the hits. */
  showAside(state) {
    if (state !== this.state) return;
    cardsShown();
    this.form.showAside(state, this.result);
  }

  /** Announces „37 Treffer“ once the number is stable; without a query, the number of all offers and events. */
  tell(state, count, similar) {
    const isAsked = address({ ...state, sortierung: "relevanz", ansicht: "liste", zahl: STEP });
    const text = isAsked ? hitsText(count, similar) : `${number(count)} Angebote und Termine`;
    clearTimeout(this.telling);
    const say = () => $("stand").textContent === text || ($("stand").textContent = text);
    if ($("treffer").dataset.count === undefined) say();
    else this.telling = setTimeout(say, SETTLED);
  }

  /** The question without its filters. */
  bare() {
    return { ...nothing(), q: textWithout(this.state.q, this.result.understood), ansicht: this.state.ansicht };
  }

  /** Shows further help below few hits. */
  async makeMore(state) {
    const { result } = this;
    if (!result.isFew) return [];
    const { makeMore } = await import("./more.js");
    const filters = this.form.filters(state, { place: result.place }).map(({ label }) => label);
    const bare = filters.length || result.understood.length ? this.bare() : null;
    return makeMore(result, { state, filters, bare, top: TOP });
  }

  async showMore(state) {
    if ($("weiter").hasChildNodes()) return;
    const more = await this.makeMore(state);
    if (state !== this.state) return;
    $("weiter").replaceChildren(...more);
    cardsShown();
  }

  /** Only when they are seen: small screens fold the filters away. */
  async showCounts() {
    const { state } = this;
    if (isNarrow.matches && !$("filter").classList.contains("is-open")) return;
    const counts = await this.finder.counts(state);
    if (state !== this.state) return;
    this.form.showCounts(counts);
    $("filter").classList.add("is-counted");
  }

  async showMap(state) {
    const isShown = state.ansicht === "karte";
    $("karte").hidden = !isShown;
    $("kartenknopf").setAttribute("aria-expanded", isShown);
    if (!isShown) return;
    const [{ showMap }, points] = await Promise.all([import("./map.js"), this.finder.points(state)]);
    if (state !== this.state) return;
    await showMap($("karte"), points, { base: this.finder.base, onPick: (docs, label) => this.showSpot(docs, label) });
  }

  /** The hits at a place of the map. */
  async showSpot(docs, label) {
    const { showSpot } = await import("./spot.js");
    await showSpot($("vorort"), { label, docs, top: TOP, finder: this.finder });
    cardsShown();
  }

  fail() {
    const list = $("treffer");
    clearTimeout(this.telling);
    list.replaceChildren();
    delete list.dataset.count;
    list.dataset.state = "error";
    $("stand").textContent = "";
    for (const id of ["mehr", "vorort", "karte"]) $(id).hidden = true;
    $("weiter").replaceChildren();
    $("filter").classList.add("is-counted");
    showFailure($("hinweise"), TOP, () => this.show().then(() => this.toTop()));
  }
}

// The worker starts at once; the rest not together with the first layout of the page.
const finder = new Finder(new URL("suche/", TOP));
setTimeout(() => new Page(finder));
finder.start();
