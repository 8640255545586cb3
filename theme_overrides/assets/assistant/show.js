// Renders everything around the questions: the list of steps, the card, or the reason why there is no form.

import { makeHits } from "../finder/render.js";
import { make } from "../finder/render.js";

/**
 * The list of steps: marks the current one and links back to completed ones.
 * @param {(step: number) => void} go
 */
export function showSteps(nav, titles, here, reached, go) {
  const last = titles.length - 1;
  const item = (title, at) => {
    // Sending is no step of its own: four are promised.
    const number = at === last ? make("span", { class: "mint-steps__number", "aria-hidden": "true" }, "✓") : make("span", { class: "mint-steps__number" }, at + 1);
    const text = [number, make("span", { class: "mint-steps__title" }, title)];
    const isHere = at === here;
    const part = at <= reached && !isHere ? make("button", { type: "button", click: () => go(at) }, ...text) : make("span", { "aria-current": isHere ? "step" : null }, ...text);
    return make("li", { class: isHere ? "is-here" : null }, part);
  };
  nav.replaceChildren(make("p", { class: "mint-steps__where" }, here === last ? "Zum Schluss" : `Schritt ${here + 1} von ${last}`), make("ol", { role: "list" }, ...titles.map(item)));
}

/** Another heading for the page, and the sentence below it; returns the title of the document with that heading. */
export function retitle(title, heading, lead) {
  document.querySelector("h1").textContent = heading;
  document.getElementById("formhilfe").textContent = lead;
  return title.replace(/^[^–]*–/, `${heading} –`);
}

/** The card as lists show it; its title leads nowhere yet. */
export async function showCard(list, data, top) {
  const items = await makeHits(list, [{ card: data }], top, 3);
  for (const link of items[0].querySelectorAll("a")) link.replaceWith(...link.childNodes);
  list.replaceChildren(...items);
}

/** Explains why there is no form, and what visitors can do instead. */
export function showFailure(box, isMissing, top) {
  const text = isMissing
    ? "Diesen Eintrag gibt es nicht, oder er ist umgezogen. Suchen Sie ihn und wählen Sie auf seiner Seite „Angaben ändern“."
    : "Das Formular lässt sich gerade nicht laden. Vielleicht ist die Verbindung unterbrochen.";
  const again = make("button", { type: "button", class: "mint-button", click: () => location.reload() }, "Noch einmal versuchen");
  const search = make("a", { class: "mint-button", href: `${top.href}angebote/` }, "Zur Suche");
  box.replaceChildren(make("div", { class: "mint-notice", role: "alert" }, make("p", {}, text), isMissing ? search : again));
  box.dataset.state = "error";
}
