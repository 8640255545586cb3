// Below few hits: searches with one condition less, the nearest documents, and „Das fehlt hier“. Loaded on demand.

import { linkList, make, makeHits, number, showItems, stateLink } from "./render.js";
import { address } from "./state.js";

/**
 * @param {{count: number, looser: Object[], near: Object[]}} result
 * @param {{state: import("./state.js").State, filters: string[], bare: import("./state.js").State|null, top: URL}} question
 *   `filters`: labels of what is chosen; `bare`: the same without any filter, if there is one
 * @returns {Promise<Element[]>}
 */
export async function makeMore({ count, looser = [], near = [] }, question) {
  const { q } = question.state;
  const nothing = q.trim() ? `Zu „${q.trim()}“ haben wir so nichts gefunden. Oft hilft ein kürzeres oder allgemeineres Wort.` : "Dazu haben wir so nichts gefunden.";
  const links = looser.map((one) => stateLink(one.label, one.state, address, " ", make("b", {}, number(one.count))));
  if (!links.length && question.bare) links.push(stateLink("ohne alle Filter", question.bare, address));
  const list = make("ol", { id: "naechste", class: "mint-hits mint-cards", role: "list" });
  // The hits come first.
  showItems(list, await makeHits(list, near, question.top), 0);
  return [
    ...(count ? [] : [make("p", {}, nothing)]),
    ...(links.length ? [make("h2", {}, count ? "Mehr finden" : "Versuchen Sie es so"), linkList(links)] : []),
    ...(near.length ? [make("h2", {}, "Das kommt dem am nächsten"), list] : []),
    make("p", { class: "mint-lacking" }, "Das fehlt hier? ", missingLink(question)),
  ];
}

/** The short form for wishes, with the question in it. */
function missingLink({ state, filters, top }) {
  const told = { was: [state.q.trim(), ...filters.filter((label) => !state.ort || !label.startsWith(state.ort))].filter(Boolean).join(", "), ort: state.ort, alter: state.alter };
  const query = new URLSearchParams({ wunsch: "1", ...Object.fromEntries(Object.entries(told).filter(([, value]) => value)) });
  return make("a", { href: `${top.href}mitmachen/angebot-eintragen/?${query}` }, "Sagen Sie uns, was Sie suchen.");
}
