// The list of steps: where one is, and back to those that are done.

import { make } from "../finder/render.js";

/** @param {(step: number) => void} go */
export function showSteps(nav, titles, here, reached, go) {
  const item = (title, at) => {
    const text = [make("span", { class: "mint-steps__number" }, at + 1), make("span", { class: "mint-steps__title" }, title)];
    const isHere = at === here;
    const part = at <= reached && !isHere ? make("button", { type: "button", click: () => go(at) }, ...text) : make("span", { "aria-current": isHere ? "step" : null }, ...text);
    return make("li", { class: isHere ? "is-here" : null }, part);
  };
  nav.replaceChildren(make("p", { class: "mint-steps__where" }, `Schritt ${here + 1} von ${titles.length}`), make("ol", { role: "list" }, ...titles.map(item)));
}
