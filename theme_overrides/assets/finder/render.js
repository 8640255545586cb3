// What the finder shows: cards like those of all lists (records/macros.html), and what helps on when little is found.

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

/** An element with attributes and children; texts are never read as HTML. */
const AT_ONCE = 4;
const IN_A_FRAME = 2;
const quoted = (word) => `„${word}“`;

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** 12013 → „12.013“. The browser's own way takes long when it is asked for the first time. */
export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");
export const hitsText = (count) => (count ? `${number(count)} Treffer` : "Kein Treffer");
/** „3 km“; nearer than one, farther than the rounding says. */
export const kilometres = (km) => (km < 1 ? "unter 1 km" : `${number(Math.round(km))} km`);
const where = ({ distance, reach }) => reach || (distance === null || distance === undefined ? "" : kilometres(distance));

const badges = (label, rows) =>
  rows?.length ? make("ul", { class: "mint-badges", "aria-label": label }, ...rows.map(([id, text]) => make("li", { class: `mint-badge mint-badge--${id}` }, text))) : null;

/** @param {{card: Object, distance?: number|null, reach?: string, missing?: string[]}} hit */
function card(hit, top, level) {
  const { href, title, kind, summary, facts = [], badges: remarks = [], subjects, quiet, over, ends } = hit.card;
  const isOver = over || (ends && ends < today());
  const said = remarks.some(([id]) => id === "status");
  const near = where(hit);
  return make(
    "article",
    { class: quiet || isOver ? "mint-card mint-card--quiet" : "mint-card" },
    make("p", { class: "mint-card__kind" }, kind, near && make("strong", { class: "mint-card__near" }, near)),
    make(`h${level}`, { class: "mint-card__title" }, make("a", { href: top.href + href }, title)),
    badges("Hinweise", isOver && !said ? [["status", "nicht mehr aktuell"], ...remarks] : remarks),
    make("p", { class: "mint-card__summary" }, summary ?? ""),
    hit.missing?.length ? make("p", { class: "mint-card__missing" }, `ohne ${hit.missing.map(quoted).join(", ")}`) : null,
    make("dl", { class: "mint-card__facts" }, ...facts.map(([id, label, text]) => make("div", { class: `mint-card__fact mint-card__fact--${id}` }, make("dt", {}, label), make("dd", {}, text)))),
    badges("Fächer", subjects),
  );
}

/** Lets the browser answer keys and taps between two pieces of work. */
export const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** Entries for hits, made a few at a time. What stands in the list already stays as it is, so nothing flickers and the focus is kept. */
export async function makeHits(list, hits, top, level = 3) {
  const known = new Map([...list.children].map((item) => [item.hit, item]));
  const items = [];
  for (const hit of hits) {
    const key = JSON.stringify(hit);
    const item = known.get(key) ?? make("li", { "data-id": hit.card.id }, card(hit, top, level));
    item.hit = key;
    items.push(item);
    if (items.length % AT_ONCE === 0 && items.length < hits.length) await breathe();
  }
  return items;
}

/** Until what was added is on the screen; a page that nobody sees is not painted. */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

/** Shows entries in a list. More of them come a few at a time, so that laying them out blocks nothing for long. */
export async function showItems(list, items) {
  const isLonger = [...list.children].every((item, at) => item === items[at]);
  if (!isLonger) return list.replaceChildren(...items);
  for (let at = list.children.length; at < items.length; at += IN_A_FRAME) {
    list.append(...items.slice(at, at + IN_A_FRAME));
    const shown = list.children.length;
    if (shown < items.length) await painted();
    // Another search may have been faster.
    if (list.children.length !== shown || list.firstElementChild !== items[0]) return undefined;
  }
  return undefined;
}

/** Makes and shows hits. */
export async function showHits(list, hits, top, level) {
  await showItems(list, await makeHits(list, hits, top, level));
}

/** A link to another state of this page; page.js follows it without leaving. */
export function stateLink(text, state, address, ...more) {
  const link = make("a", { href: address(state) || "./" }, text, ...more);
  link.state = state;
  return link;
}

export const linkList = (links, title) => make("div", { class: "mint-next" }, title && make("p", {}, title), make("ul", { role: "list" }, ...links.map((link) => make("li", {}, link))));

/** Notes, places that may be meant, and other spellings, above the hits. */
export function showHints(box, { notes = [], choices = [], spelling = [] }, address) {
  const to = ({ label, state }) => stateLink(label, state, address);
  box.replaceChildren(
    ...notes.map((note) => make("p", { class: "mint-notice" }, note)),
    ...(choices.length ? [linkList(choices.map(to), notes.length ? "" : "Oder meinten Sie:")] : []),
    ...(spelling.length ? [linkList(spelling.map(({ text, state }) => to({ label: `„${text}“`, state })), "Meinten Sie:")] : []),
  );
}

/** Why nothing can be shown, and what still can be done. */
export function showFailure(box, top, again) {
  const link = (path, text) => make("a", { href: top.href + path }, text);
  box.replaceChildren(
    make(
      "div",
      { class: "mint-notice", role: "alert" },
      make("p", {}, "Die Suche lässt sich gerade nicht laden. Vielleicht ist die Verbindung unterbrochen. Über ", link("kreise/", "Kreise"), ", ", link("alter/", "Alter"), " und ", link("faecher/", "Fächer"), " finden Sie trotzdem alles."),
      make("button", { type: "button", class: "mint-button", click: again }, "Noch einmal versuchen"),
    ),
  );
}
