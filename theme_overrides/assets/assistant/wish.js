// „Das fehlt hier“: a short wish instead of a record.

import { make } from "../finder/render.js";
import { fieldOf, showError } from "./fields.js";
import { copyButton } from "./finish.js";
import { issueForm, mail } from "./links.js";
import * as mistakes from "./mistakes.js";
import { retitle } from "./show.js";

const MAX = 1000;
const FIELDS = [
  { key: "was", label: "Was fehlt?", help: "Was suchen Sie, oder was kennen Sie, das hier nicht steht? Name und Webseite helfen uns, wenn Sie sie wissen.", example: "Robotik-Kurs für Mädchen", level: "muss", shape: "text", rows: 3 },
  { key: "ort", label: "Wo?", help: "Ort oder Postleitzahl.", example: "", level: "kann", shape: "text" },
  { key: "alter", label: "Für welches Alter?", help: "In Jahren oder Klassen.", example: "10–12", level: "kann", shape: "text", width: "short" },
  { key: "wer", label: "Für wen?", help: "Familie, Klasse, Hort, Verein …", example: "Hort mit 20 Kindern", level: "kann", shape: "text" },
];

/** @param {URLSearchParams} asked what is known already: `was`, `ort`, `alter`, `wer` */
export function wish(box, asked, data) {
  document.title = retitle(document.title, "Das fehlt hier", "Sagen Sie uns, was Sie suchen oder was hier fehlt. Ein Satz genügt.");
  // The content below is about records.
  document.querySelector(".mint-form__other").hidden = true;
  const values = Object.fromEntries(FIELDS.map(({ key }) => [key, (asked.get(key) ?? "").slice(0, MAX)]));
  const list = mistakes.box();
  const place = make("div", { class: "mint-wish__ways", "aria-live": "polite" });
  const fields = FIELDS.map((field) =>
    fieldOf(field, values[field.key], data, (value) => {
      values[field.key] = value;
      place.replaceChildren();
    }),
  );
  const send = (event) => {
    event.preventDefault();
    const problems = values.was.trim() ? [] : [{ key: "was", text: "Schreiben Sie in einem Satz, was fehlt." }];
    showError(fields[0], problems[0]?.text ?? "");
    mistakes.show(list, problems);
    if (problems.length) return;
    place.replaceChildren(...ways(values, data.site));
    place.querySelector("a, button")?.focus();
  };
  const buttons = make("p", {}, make("button", { class: "mint-button mint-button--strong" }, "Weiter"));
  box.replaceChildren(list, make("form", { class: "mint-wish", novalidate: true, submit: send }, ...fields, buttons), place);
  box.dataset.state = "ready";
}

function ways(values, site) {
  const title = `Wunsch: ${values.was.trim().split("\n")[0]}`.slice(0, 120);
  const text = FIELDS.filter(({ key }) => values[key].trim()).map(({ key, label }) => `${label} ${values[key].trim()}`).join("\n");
  const ways = [
    // Ways that need no account come first.
    site.mail && make("a", { href: mail(site, title, text).href }, "Als E-Mail senden"),
    site.issue && make("a", { href: issueForm(site, "wunsch.yml", title, values) }, "Auf GitHub absenden (mit Konto)"),
  ].filter(Boolean);
  ways.forEach((way, number) => (way.className = number ? "mint-button" : "mint-button mint-button--strong"));
  const copy = site.mail ? [] : copyButton(`${title}\n\n${text}`, "Markieren Sie oben, was Sie geschrieben haben, und kopieren Sie es.");
  return [
    make("p", {}, `Fast fertig: Ihr Wunsch ist ausgefüllt.${site.mail ? " Schicken Sie ihn, wie es Ihnen lieber ist." : " Ohne Konto kopieren Sie den Text und schicken ihn jemandem aus der Redaktion."}${site.issue ? " Auf GitHub können ihn alle lesen; nennen Sie dort keine Namen von Personen." : ""}`),
    make("p", { class: "mint-way__row" }, ...ways, ...copy),
  ];
}
