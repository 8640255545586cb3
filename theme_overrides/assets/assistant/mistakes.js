// What does not fit yet, all at once: a list with links above the form. Focus goes there, so nobody misses it.

import { make } from "../finder/render.js";
import { idOf } from "./fields.js";

const PREFIX = "Noch nicht vollständig: ";

export const box = () => make("div", { class: "mint-errors", tabindex: "-1", role: "alert", hidden: true });

/** Brings the focus to the field of a question; of several buttons to the one that is chosen. */
function jump(key) {
  const input = document.getElementById(idOf(key));
  const chosen = input?.closest("fieldset")?.querySelector("input:checked");
  (chosen ?? input)?.focus();
}

/** @param {{key: string, text: string}[]} problems */
export function show(list, problems) {
  list.hidden = !problems.length;
  document.title = `${problems.length ? PREFIX : ""}${document.title.replace(PREFIX, "")}`;
  const follow = (key) => (event) => {
    event.preventDefault();
    jump(key);
  };
  const row = ({ key, text }) => make("li", {}, make("a", { href: `#${idOf(key)}`, click: follow(key) }, text));
  const title = problems.length === 1 ? "Eine Angabe passt noch nicht" : `${problems.length} Angaben passen noch nicht`;
  list.replaceChildren(...(problems.length ? [make("h2", {}, title), make("ul", {}, ...problems.map(row))] : []));
  if (problems.length) list.focus();
}
