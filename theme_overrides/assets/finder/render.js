// Renders the finder's results: cards like those of all lists (records/macros.html), and help when little is found.

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

// Numbers of entries: created without a pause; visible in the first frame (a phone's screen; a laptop shows its second row a frame
// later, and `.mint-results` keeps the content below from moving); added in each further frame.
const AT_ONCE = 3;
const AT_FIRST = 2;
const IN_A_FRAME = 2;

/** An element with attributes and children; texts are never read as HTML. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** 12013 → „12.013“. Not by toLocaleString, whose first call is slow. */
export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");
const allText = (count) => (count ? `${number(count)} Treffer` : "Kein Treffer");
const similarText = (count) => (count === 1 ? "1 ähnlicher" : `${number(count)} ähnliche`);
/** „2 Treffer, dazu 3 ähnliche“. @param {number} similar how many of the hits do not match the whole query */
export const hitsText = (count, similar = 0) => allText(count - similar) + (similar ? (count > similar ? ", dazu " : ", ") + similarText(similar) : "");
/** „3 km“; nearer than one, farther than the rounding says. */
export const kilometres = (km) => (km < 1 ? "unter 1 km" : `${number(Math.round(km))} km`);
const where = ({ distance, reach }) => reach || (distance === null || distance === undefined ? "" : kilometres(distance));

const badges = (label, rows) =>
  rows?.length ? make("ul", { class: "mint-badges", "aria-label": label }, ...rows.map(([id, text]) => make("li", { class: `mint-badge mint-badge--${id}` }, text))) : null;

/** @param {{card: Object, distance?: number|null, reach?: string, lacks?: string[]}} hit */
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
    hit.lacks?.length ? make("p", { class: "mint-card__missing" }, hit.lacks.join(" · ")) : null,
    make("dl", { class: "mint-card__facts" }, ...facts.map(([id, label, text]) => make("div", { class: `mint-card__fact mint-card__fact--${id}` }, make("dt", {}, label), make("dd", {}, text)))),
    badges("Fächer", subjects),
  );
}

/** Yields to the browser, so that it can handle input between two pieces of work. The fallback is a timer, which waits up to 4 ms. */
export const breathe = () => globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/** Entries for hits, created a few at a time. Existing elements are reused, so that nothing flickers and the focus is kept. */
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

/** Resolves when added elements are painted, or after 100 ms, because hidden pages are not painted. */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

/**
 * Puts entries into a list. They are all there at once, but laid out a few at a time, so that it blocks nothing for long.
 * @param {number} atFirst how many of them are seen at once
 * @returns {Promise<void>|null} until all of them are seen
 */
export function showItems(list, items, atFirst = AT_FIRST) {
  const known = [...list.children];
  // What stays where it is keeps the focus.
  const isLonger = known.every((item, at) => item === items[at]);
  const fresh = isLonger ? items.slice(known.length) : items;
  const first = isLonger ? atFirst - known.length : atFirst;
  for (const [at, item] of fresh.entries()) item.hidden = at >= first;
  if (isLonger) list.append(...fresh);
  else list.replaceChildren(...fresh);
  if (fresh.some((item) => item.hidden)) list.unfolding ??= unfold(list);
  return list.unfolding;
}

/** Shows all hidden entries of a list, including those that another call has added meanwhile. */
async function unfold(list) {
  const folded = () => [...list.children].filter((item) => item.hidden);
  do {
    await painted();
    for (const item of folded().slice(0, IN_A_FRAME)) item.hidden = false;
  } while (folded().length);
  list.unfolding = null;
}

/** site.js adds „Merken“ to new cards. */
export const cardsShown = () => dispatchEvent(new Event("mint-cards"));

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

/** Explains why no results can be shown, and what visitors can do. */
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
