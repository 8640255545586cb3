// The hits at one place of the map, between the map and the list of all.

import { make, makeHits, showItems } from "./render.js";

const MOST = 20;

/** @param {{label: string, docs: number[], top: URL, finder: import("./client.js").Finder}} spot */
export async function showSpot(box, { label, docs, top, finder }) {
  const cards = await finder.cards(docs.slice(0, MOST));
  const title = make("h2", { id: "vorort-titel", tabindex: "-1" }, `${label}: ${docs.length} Treffer`);
  const list = make("ol", { class: "mint-hits mint-cards", role: "list" });
  showItems(list, await makeHits(list, cards.map((card) => ({ card })), top));
  const close = () => {
    box.hidden = true;
    document.getElementById("kartenknopf").focus();
  };
  const more = docs.length > MOST ? make("p", {}, `Hier stehen ${MOST} von ${docs.length}. Mit einem Wort oder Filter werden es weniger.`) : null;
  box.replaceChildren(title, make("button", { type: "button", class: "mint-button", click: close }, "Schließen"), list, ...(more ? [more] : []));
  box.hidden = false;
  title.focus();
}
