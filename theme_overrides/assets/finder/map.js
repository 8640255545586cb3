// The map of hits: outlines as SVG with circles as buttons over it, which work with screen readers and forced colours.
// It never captures scrolling: no dragging, no wheel. The list below it has the same information.

import { around, beside, clusters, distance, over, roomFor, sizeOf } from "./cluster.js";

/** @typedef {import("./cluster.js").Point} Point */
/** @typedef {import("./cluster.js").Cluster} Cluster */

// Maximum zoom in pixels per kilometre; more would show nothing new.
const CLOSEST = 26;
const STEP = 2;
// Margins in rem: around the whole map, for circles on the border, and around the places of an opened circle.
const [BORDER, APART] = [0.9, 3.5];

const maps = new WeakMap();
// Not by toLocaleString: its first call loads tables of all languages, a tenth of a second on a slow phone.
const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");
const total = (items) => items.reduce((sum, { count }) => sum + count, 0);
const named = ({ label, places }) => label + (places > 1 ? " und Umgebung" : "");

/** An element with attributes and children; texts of others are never read as HTML. */
function make(name, attributes = {}, ...children) {
  const space = ["svg", "path"].includes(name) ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml";
  const element = document.createElementNS(space, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
}

/**
 * Shows points on the map in a container; called again, it keeps what is in view and the keyboard's focus.
 * @param {HTMLElement} container
 * @param {Point[]} points
 * @param {{base: URL|string, onPick: (docs: number[], label: string) => void, describe?: (cluster: Cluster) => string}} options
 *   `base`: the folder with map.json; `describe` names a circle, „12 Angebote in Görlitz und Umgebung“
 */
export async function showMap(container, points, options) {
  if (!maps.has(container)) maps.set(container, new HitMap(container));
  await maps.get(container).show(points, options);
}

/** Loads the style sheet with the first map. The map is readable without it, so a failure is ignored. */
function styled() {
  const link = make("link", { rel: "stylesheet", href: new URL("map.css", import.meta.url).href });
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}

class HitMap {
  constructor(container) {
    this.zoom = 1;
    this.status = make("p", { role: "status" }, "Die Karte wird geladen …");
    this.tools = make("div", { role: "group", "aria-label": "Ausschnitt der Karte", class: "mint-hitmap__tools" });
    this.svg = make("svg", { "aria-hidden": "true" });
    this.names = make("div", { "aria-hidden": "true", class: "mint-hitmap__names" });
    this.places = make("ul", { role: "list", "aria-label": "Orte auf der Karte", class: "mint-hitmap__places" });
    this.box = make("div", { class: "mint-hitmap__box" }, this.svg, this.names, this.places);
    const text = "Die Liste darunter zeigt dieselben Treffer, auch die ohne festen Ort.";
    this.after = make("p", { tabindex: "-1", class: "mint-hitmap__after" }, text);
    const bar = make("div", { class: "mint-hitmap__bar" }, this.status, this.tools);
    // Set here and not in the style sheet, so that nothing below the map moves when that arrives.
    bar.style.minHeight = "3rem";
    this.box.style.aspectRatio = "4 / 3";
    this.box.style.maxHeight = "min(80vh, 38rem)";
    this.box.style.marginBottom = "0.4rem";
    const look = { role: "group", "aria-label": "Karte der Treffer", class: "mint-hitmap" };
    container.replaceChildren(make("div", look, bar, this.box, this.after));
  }

  async show(points, options) {
    this.points = points;
    this.options = options;
    this.ready ??= this.load(options.base);
    const failed = await this.ready.catch(() => true);
    this.box.hidden = Boolean(failed);
    if (failed) {
      this.ready = null;
      this.status.textContent = "Die Karte lässt sich gerade nicht laden.";
      return;
    }
    this.draw(true);
  }

  /** Fetches the outlines once. Rejects if they can't be had. */
  async load(base) {
    const [answer] = await Promise.all([fetch(new URL("map.json", base)), (this.style ??= styled())]);
    if (!answer.ok) throw new Error(`map.json: ${answer.status}`);
    this.map = await answer.json();
    this.centre = this.middle = { x: this.map.width / 2, y: this.map.height / 2 };
    for (const { title, path } of this.map.districts) {
      this.svg.append(make("path", { d: path }));
      this.names.append(make("p", {}, make("span", {}, title)));
    }
    const corners = make("path", { d: "M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5" });
    const icon = make("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, corners);
    this.closer = this.tool("Ausschnitt vergrößern", () => this.step(STEP), "+");
    this.wider = this.tool("Ausschnitt verkleinern", () => this.step(1 / STEP), "−");
    this.all = this.tool("Ganze Karte", () => this.whole(), icon, make("span", {}, "Ganze Karte"));
    const skip = make("button", { type: "button", class: "mint-hitmap__skip" }, "Orte auf der Karte überspringen");
    skip.onclick = () => this.after.focus();
    this.box.before(skip);
    // A tap beside the circles goes nearer, too.
    this.box.onclick = (event) => event.target.closest("button") || this.tap(event);
    new ResizeObserver(() => this.box.clientWidth === this.width || this.draw()).observe(this.box);
  }

  tool(label, use, ...content) {
    const button = make("button", { type: "button", "aria-label": label, title: label }, ...content);
    // Not `disabled`: that would take the focus away from who has just used it.
    button.onclick = () => button.getAttribute("aria-disabled") === "true" || use();
    this.tools.append(button);
    return button;
  }

  /** Pixels of the box, and pixels in a unit when the whole map is shown. */
  measure() {
    this.rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.width = this.box.clientWidth;
    this.height = this.box.clientHeight;
    this.fit = this.scaleFor(this.map.width, this.map.height, BORDER);
    this.most = Math.max(1, CLOSEST / (this.fit * this.map.km));
  }

  /** The scale at which this many units fill the box, minus a margin in rem. */
  scaleFor(width, height, border) {
    const room = 2 * border * this.rem;
    return Math.min((this.width - room) / width, (this.height - room) / height);
  }

  /** Where a point of the map lies in the box, in pixels. */
  at({ x, y }) {
    return { x: (x - this.centre.x) * this.scale + this.width / 2, y: (y - this.centre.y) * this.scale + this.height / 2 };
  }

  /** Positions an element in percent of the box, so that it is also right in print. */
  put(element, point) {
    const { x, y } = this.at(point);
    element.style.left = `${(x / this.width) * 100}%`;
    element.style.top = `${(y / this.height) * 100}%`;
  }

  /** Moves to a centre and zoom within bounds; a map smaller than the box is centred. */
  go(centre, zoom) {
    this.measure();
    this.zoom = Math.min(this.most, Math.max(1, zoom));
    const within = (value, size, shown) =>
      shown >= size ? size / 2 : Math.min(size - shown / 2, Math.max(shown / 2, value));
    const scale = this.fit * this.zoom;
    this.centre = {
      x: within(centre.x, this.map.width, this.width / scale),
      y: within(centre.y, this.map.height, this.height / scale),
    };
    this.draw();
  }

  whole() {
    this.go(this.middle, 1);
  }

  /** Zooms in on the circle used last, else on the one nearest to the middle, so that there is always something in view. */
  step(factor) {
    const last = this.visible.find(({ points }) => points.includes(this.last));
    this.go(factor > 1 ? (last ?? this.nearest(this.centre)) : this.centre, this.zoom * factor);
  }

  /** The circle nearest to a point of the map, else the point itself. */
  nearest(point, circles = this.visible) {
    const away = circles.map((circle) => distance(circle, point));
    return circles[away.indexOf(Math.min(...away))] ?? point;
  }

  tap({ clientX, clientY }) {
    const { left, top } = this.box.getBoundingClientRect();
    const x = this.centre.x + (clientX - left - this.width / 2) / this.scale;
    const y = this.centre.y + (clientY - top - this.height / 2) / this.scale;
    const before = this.visible;
    this.go({ x, y }, this.zoom * STEP);
    if (!this.visible.length) this.go(this.nearest({ x, y }, before), this.zoom);
  }

  /** Zooms in on a circle of several places, if that separates them; a single place is picked. */
  use(cluster) {
    [this.last] = cluster.points;
    const { left, right, top, bottom } = around(cluster.points);
    const scale = this.scaleFor(right - left, bottom - top, APART);
    const zoom = Math.min(this.most, Math.max(this.zoom * STEP, scale / this.fit));
    const apart = zoom > this.zoom && clusters(cluster.points, this.fit * zoom, this.map.km, this.rem).length > 1;
    if (cluster.places > 1 && apart) this.go({ x: (left + right) / 2, y: (top + bottom) / 2 }, zoom);
    else this.options.onPick(cluster.docs, named(cluster));
  }

  /** Redraws everything that depends on points, size and zoom. If no new point is in view, the whole map is shown. */
  draw(isNew = false) {
    this.measure();
    // In a part of the page that is hidden there is nothing to measure; the observer calls again.
    if (!this.width) return;
    this.scale = this.fit * Math.min(this.zoom, this.most);
    const [width, height] = [this.width / this.scale, this.height / this.scale];
    this.svg.setAttribute("viewBox", [this.centre.x - width / 2, this.centre.y - height / 2, width, height].join(" "));
    const inside = (cluster) => {
      const { x, y } = this.at(cluster);
      // On the whole map circles may stick out a little; zoomed in, circles cut by the border are left out.
      const half = this.zoom > 1 ? (sizeOf(cluster.count) / 2) * this.rem : 0;
      return x >= half && y >= half && x <= this.width - half && y <= this.height - half;
    };
    this.visible = clusters(this.points, this.scale, this.map.km, this.rem).filter(inside);
    if (isNew && this.zoom > 1 && !this.visible.length) return void this.whole();
    this.drawPlaces();
    this.tell();
    // Measuring names takes about as long as all the rest; between the two the page can answer.
    clearTimeout(this.later);
    this.later = setTimeout(() => this.drawNames());
  }

  /** New circles; the focus stays with the place that had it, wherever that is now. */
  drawPlaces() {
    const held = this.places.contains(document.activeElement) && document.activeElement.place;
    this.buttons = this.visible.map((cluster) => this.button(cluster));
    this.places.replaceChildren(...this.buttons.map((button) => make("li", {}, button)));
    if (!held) return;
    const has = ({ points }) => points.some(({ label, x, y }) => label === held.label && x === held.x && y === held.y);
    const away = this.visible.map((cluster) => (has(cluster) ? 0 : 1 + distance(cluster, held)));
    (this.buttons[away.indexOf(Math.min(...away))] ?? this.all).focus({ preventScroll: true });
  }

  button(cluster) {
    const { count, label, places, points } = cluster;
    const name = this.options.describe?.(cluster) ?? `${number(count)} Treffer in ${named(cluster)}`;
    // Districts of a town („Grimma, OT Großbothen“) have their whole name for screen readers only.
    const shown = make("span", { class: "mint-hitmap__label", hidden: "" }, label.split(",")[0]);
    const look = places > 1 ? "is-several" : "is-one";
    const button = make("button", { type: "button", "aria-label": name, class: look }, number(count), shown);
    this.put(button, cluster);
    button.style.setProperty("--size", `${sizeOf(count)}rem`);
    [button.place] = points;
    button.onclick = () => this.use(cluster);
    return button;
  }

  /** Names of places beside their circles, those with most hits first; then names of districts where room is left. */
  drawNames() {
    const circles = this.visible.map((cluster) => ({ ...this.at(cluster), half: (sizeOf(cluster.count) / 2) * this.rem }));
    const labels = this.buttons.map(({ lastChild }, at) => ({ element: lastChild, at: circles[at] }));
    // Larger circles stand for more hits.
    labels.sort((a, b) => b.at.half - a.at.half);
    const districts = this.map.districts.map((district, at) => {
      this.put(this.names.children[at], district);
      const area = { width: district.width * this.scale, height: district.height * this.scale };
      return { element: this.names.children[at].firstChild, at: this.at(district), area };
    });
    const named = new Set();
    const all = [...labels, ...districts];
    for (const { element } of all) element.hidden = false;
    const wishes = all.map(({ element, at, area }) => {
      const { offsetWidth: width, offsetHeight: height, textContent: text } = element;
      if (area) return over(at, width, height, area);
      return named.has(text) || !named.add(text) ? [] : beside(at, width, height);
    });
    roomFor(wishes, circles, this.width, this.height).forEach((place, index) => {
      const { element, at } = all[index];
      element.hidden = !place;
      if (place) element.style.left = `${place.left - at.x}px`;
      if (place) element.style.top = `${place.top - at.y}px`;
    });
  }

  tell() {
    const [all, shown] = [total(this.points), total(this.visible)];
    const places = new Set(this.visible.flatMap(({ points }) => points.map(({ label }) => label))).size;
    const hits = shown < all ? `${number(shown)} von ${number(all)} Treffern` : `${number(all)} Treffer`;
    const text = all ? `${hits} an ${number(places)} ${places === 1 ? "Ort" : "Orten"}` : "Kein Treffer hat einen festen Ort.";
    if (this.status.textContent !== text) this.status.textContent = text;
    this.closer.setAttribute("aria-disabled", this.zoom >= this.most);
    this.wider.setAttribute("aria-disabled", this.zoom <= 1);
    this.all.setAttribute("aria-disabled", this.zoom <= 1);
  }
}
