// The page „Merkliste“: the saved entries with their current data, and lists shared by a link.

import * as saved from "./saved.js";
import { GONE, ordered, OVER, rowsOf, sharedIds, titleOf, UNKNOWN, written } from "./merkrows.js";
import { button, element, emptyPage, germanDay, linkField, orderChoice, removedItem, rowItem } from "./merkview.js";

const TOP = new URL("../../", import.meta.url);
const MAX_LINK = 7000;
const NOT_STORED =
  "Ihr Browser lässt diese Website nichts speichern, zum Beispiel im privaten Modus. Deshalb kann hier nichts stehen.";
const NOT_LOADED =
  " Die aktuellen Angaben ließen sich gerade nicht laden; hier stehen die Titel und die Wege zu ihren Seiten. ";
const NOT_SAVED = "Ihr Browser lässt diese Website nichts speichern, zum Beispiel im privaten Modus.";

const page = document.getElementById("merkliste");
const status = document.getElementById("merkstand");
const content = document.getElementById("merkinhalt");
const toolbox = element("div");
const message = element("div", { class: "mint-saved__message", role: "status" });
const list = element("div");

const shared = sharedIds(location.search);
const ORDERS = [
  shared ? ["geteilt", "wie geteilt"] : ["gemerkt", "zuletzt gemerkt"],
  ["termin", "nächster Termin"],
  ["name", "Name"],
];
const asked = new URLSearchParams(location.search).get("sortierung");
let order = ORDERS.some(([value]) => value === asked) ? asked : ORDERS[0][0];

/** @type {import("./merkrows.js").Row[]} in the order of the list itself, removed ones included */
let rows = [];
let removed = new Set();
let isCleared = false;
let openings = 0;

const today = () => saved.day(new Date());
const left = () => ordered(rows.filter(({ entry }) => !removed.has(entry.id)), order);
const numbered = (count, one, more) => (count === 1 ? `1 ${one}` : `${count} ${more}`);
const entriesWord = (count) => numbered(count, "Eintrag", "Einträge");

/** Reads the list and shows it; again when another tab has changed it. */
async function open() {
  openings += 1;
  const own = openings;
  let entries;
  try {
    entries = shared ? shared.map((id) => ({ id, title: titleOf(id), saved: "" })) : saved.read();
  } catch {
    status.textContent = NOT_STORED;
    content.replaceChildren();
    page.dataset.state = "ready";
    return;
  }
  page.dataset.state = "loading";
  if (entries.length) status.textContent = "Die Merkliste wird geladen …";
  let cards = null;
  try {
    cards = await currentCards(entries.map(({ id }) => id));
  } catch {
    // Without cards only the saved titles are shown.
  }
  // A newer call, caused by another tab, supersedes this one.
  if (own !== openings) return;
  rows = rowsOf(entries, cards, today(), TOP);
  removed = new Set();
  isCleared = false;
  content.replaceChildren(toolbox, message, list);
  tell();
  show();
  page.dataset.state = cards ? "ready" : "error";
}

/** Cards by id, null for records that are gone. Read without the search's worker, which is not needed for this. */
async function currentCards(ids) {
  if (!ids.length) return [];
  const { openIndex } = await import("./data.js");
  const index = await openIndex(new URL("suche/", TOP));
  const numbers = await index.find(ids);
  const cards = await index.cards(numbers.filter((number) => number !== null));
  return numbers.map((number) => (number === null ? null : cards.shift()));
}

// What is shown

function show() {
  const shown = left();
  page.dataset.count = shown.length;
  showState(shown);
  const printed = element("p", { class: "mint-print-only" }, `Gedruckt am ${germanDay(today())}.`);
  toolbox.replaceChildren(...(shown.length ? [tools(), printed] : []));
  showList();
}

function showList() {
  if (!left().length && (isCleared || !removed.size)) {
    const own = element("p", {}, element("a", { href: "./" }, "Zu Ihrer Merkliste"));
    list.replaceChildren(shared ? own : emptyPage(TOP));
    return;
  }
  const items = ordered(rows, order).map((row) =>
    removed.has(row.entry.id) ? removedItem(row, () => undo(row)) : rowItem(row, TOP, shared ? null : () => remove(row)),
  );
  const removeEach = element("p", { class: "mint-saved__screen" }, button("Alle entfernen", removeAll, "quiet"));
  list.replaceChildren(
    element("ol", { class: "mint-cards mint-saved__list" }, items),
    ...(shared || !left().length ? [] : [removeEach]),
  );
}

const isLoaded = () => rows.every(({ state }) => state !== UNKNOWN);

function showState(shown) {
  const past = shown.filter(({ state }) => state === OVER || state === GONE).length;
  const count = `${entriesWord(shown.length)} ${shared ? "in dieser Liste" : "gemerkt"}`;
  if (!shown.length) status.textContent = shared ? "In diesem Link steht kein Eintrag." : "";
  else status.textContent = past ? `${count}, davon ${past} nicht mehr aktuell.` : `${count}.`;
  if (!isLoaded()) status.append(NOT_LOADED, button("Noch einmal versuchen", retry));
}

async function retry() {
  await open();
  page.querySelector("button, select")?.focus();
}

function tools() {
  const actions = [
    shared && button("Alle übernehmen", takeOver, "main"),
    navigator.share && button("Link teilen", share),
    button("Link kopieren", copy),
    button("Drucken", () => window.print()),
    isLoaded() && button("Kalender (.ics)", tried(saveCalendar)),
    isLoaded() && button("Tabelle (.csv)", tried(saveTable)),
  ].filter(Boolean);
  return element(
    "div",
    { class: "mint-saved__tools" },
    orderChoice(ORDERS, order, reorder),
    element("div", { class: "mint-saved__actions", role: "group", "aria-label": "Mit der Liste" }, actions),
  );
}

/** A sentence about what has just been done, with what can be done about it. */
const tell = (text = "", ...more) => message.replaceChildren(...(text ? [element("p", {}, text), ...more] : []));

// What can be done

function reorder(chosen) {
  order = chosen;
  const address = new URL(location);
  // Written as it was read: commas and slashes of a shared list stay as they are.
  const kept = [shared && `ids=${written(shared)}`, chosen !== ORDERS[0][0] && `sortierung=${chosen}`].filter(Boolean);
  address.search = kept.join("&");
  history.replaceState(null, "", address);
  showList();
}

/** Runs an action that writes to the storage; tells the visitor if the browser does not allow that. */
function stored(write) {
  try {
    write();
    return true;
  } catch {
    tell(NOT_SAVED);
    return false;
  }
}

function remove({ entry }) {
  if (!stored(() => saved.remove([entry.id]))) return;
  removed.add(entry.id);
  tell();
  show();
  content.querySelector(`[data-entfernt="${entry.id}"] button`).focus();
}

function undo({ entry }) {
  if (!stored(() => saved.add([entry], rows.map((row) => row.entry.id)))) return;
  removed.delete(entry.id);
  show();
  content.querySelector(`[data-id="${entry.id}"] .mint-saved__foot button`).focus();
}

function removeAll() {
  const entries = left().map(({ entry }) => entry);
  const before = new Set(removed);
  if (!stored(() => saved.remove(entries.map(({ id }) => id)))) return;
  removed = new Set(rows.map(({ entry }) => entry.id));
  isCleared = true;
  const back = button("Rückgängig", () => {
    if (!stored(() => saved.add(entries, rows.map(({ entry }) => entry.id)))) return;
    removed = before;
    isCleared = false;
    tell(`${entriesWord(entries.length)} wieder da.`);
    show();
    content.querySelector(".mint-saved__foot button").focus();
  });
  tell(`${entriesWord(entries.length)} entfernt.`, back);
  show();
  back.focus();
}

function takeOver() {
  let known = 0;
  const entries = left()
    .filter(({ state }) => state !== GONE)
    .map(({ entry, title }) => ({ id: entry.id, title, saved: today() }));
  const isStored = stored(() => {
    const ids = new Set(saved.read().map(({ id }) => id));
    known = entries.filter(({ id }) => ids.has(id)).length;
    saved.add(entries);
  });
  if (!isStored) return;
  const added = entries.length - known;
  const before = known ? ` ${entriesWord(known)} ${known === 1 ? "stand" : "standen"} schon darin.` : "";
  const text = added ? `${entriesWord(added)} übernommen.${before}` : "Alles steht schon in Ihrer Merkliste.";
  tell(text, element("p", {}, element("a", { href: "./" }, "Zu Ihrer Merkliste")));
}

/** The link to the list as it stands here; null if it is longer than addresses may be. */
function linkToList() {
  const link = `${new URL("merkliste/", TOP).href}?ids=${written(left().map(({ entry }) => entry.id))}`;
  if (link.length <= MAX_LINK) return link;
  tell("Die Liste ist zu lang für einen Link. Teilen Sie stattdessen die Tabelle (.csv).");
  return null;
}

async function share() {
  const url = linkToList();
  if (!url) return;
  try {
    await navigator.share({ title: "Merkliste – MINT-Angebote", url });
  } catch (error) {
    // AbortError: the visitor has changed their mind.
    if (error.name !== "AbortError") offer(url);
  }
}

async function copy() {
  const link = linkToList();
  if (!link) return;
  try {
    await navigator.clipboard.writeText(link);
    tell("Der Link ist kopiert. Wer ihn öffnet, sieht dieselbe Liste.");
  } catch {
    offer(link);
  }
}

function offer(link) {
  tell("Kopieren Sie den Link aus diesem Feld:", linkField(link));
  message.querySelector("input").focus();
}

const tried = (action) => () =>
  action().catch(() => tell("Das ging nicht. Prüfen Sie die Verbindung und versuchen Sie es noch einmal."));

function download(text, type, ending) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href, download: `merkliste-${today()}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

async function saveCalendar() {
  const { calendar } = await import("./calendar.js");
  const cards = left().map(({ card }) => card).filter(Boolean);
  const without = cards.filter(({ times }) => !times.length).length;
  const { text, dates, past } = calendar(cards, TOP, new Date(), today());
  if (!dates) return tell("In dieser Liste steht kein kommender Termin mit festem Datum. In den Kalender passen nur solche.");
  download(text, "text/calendar;charset=utf-8", "ics");
  const missing = numbered(without, "Eintrag hat kein festes Datum und steht", "Einträge haben kein festes Datum und stehen");
  const leftOut = without ? `${missing} nicht darin.` : "";
  const over = past ? ` ${numbered(past, "Eintrag ist", "Einträge sind")} vorbei und nicht darin.` : "";
  tell(`Kalenderdatei mit ${numbered(dates, "Termin", "Terminen")} gespeichert. ${leftOut}${over}`);
}

async function saveTable() {
  const { table } = await import("./csv.js");
  const shown = left();
  download(table(shown), "text/csv;charset=utf-8", "csv");
  tell(`Tabelle mit ${numbered(shown.length, "Zeile", "Zeilen")} gespeichert.`);
}

if (shared) {
  document.title = document.title.replace("Merkliste", "Geteilte Merkliste");
  document.querySelector("h1").textContent = "Geteilte Merkliste";
  document.getElementById("merkhilfe").textContent =
    "Diese Liste hat jemand mit Ihnen geteilt. In Ihrem Browser wird davon nichts gespeichert, bis Sie „Alle übernehmen“ oder „Merken“ wählen.";
} else {
  window.addEventListener("storage", ({ key }) => (key === saved.KEY || key === null) && open());
  window.addEventListener("pageshow", ({ persisted }) => persisted && open());
}
open();
