// A question of the form: label, help, example, field. What it holds is a text, or a list of chosen ids.

import { make } from "../finder/render.js";
import { length } from "./clean.js";
import { isChosen, isNamed } from "./record.js";
import { plainExample } from "./rules.js";

// From this number of values on, a field is a drop-down list.
const MANY = 7;
const LONG = 100;

export const idOf = (key) => `feld-${key}`;
const helpId = (key) => `hilfe-${key}`;
const errorId = (key) => `fehler-${key}`;

/** The values a field is chosen from: [id, label, help]. */
export function optionsOf(field, data) {
  if (field.shape === "yesno") return [["true", "ja"], ["false", "nein"], ["", "weiß ich nicht"]];
  if (field.shape === "reach") return [[data.state.id, `ganz ${data.state.name}`], ...data.lists.districts];
  if (isNamed(field)) return data.names[field.key];
  const rows = data.lists[field.list].map(([id, label, help]) => [id, label, help]);
  if (field.level === "muss" || field.many || field.default) return rows;
  return [...rows, ["", field.key === "repeats" ? "wiederholt sich nicht" : "keine Angabe"]];
}

const isOptional = (field) => field.level !== "muss";

const label = (field) => [field.label, isOptional(field) && !field.quiet ? make("span", { class: "mint-field__level" }, " (freiwillig)") : null];

function help(field) {
  const example = isChosen(field) || isNamed(field) || !field.example ? "" : ` Zum Beispiel: ${plainExample(field.example)}`;
  return make("p", { class: "mint-field__help", id: helpId(field.key) }, `${field.help}${example}`);
}

/** A field that is typed: one line, or more where there is more to say. */
function typed(field, value, onInput) {
  const described = { id: idOf(field.key), name: field.key, "aria-describedby": helpId(field.key), autocomplete: "off", input: onInput, change: onInput };
  const rows = field.rows ?? (field.max > LONG || (field.many && field.shape === "moment") ? 3 : 0);
  if (rows) {
    const area = make("textarea", { ...described, rows });
    area.value = value ?? "";
    return area;
  }
  const kind = { postcode: "numeric", address: "url", secureaddress: "url" }[field.shape];
  const input = make("input", { ...described, type: "text", inputmode: kind, list: field.suggest ? `liste-${field.key}` : null, class: field.width ? `is-${field.width}` : null });
  input.value = value ?? "";
  return input;
}

function choice(field, value, options, onInput) {
  const type = field.many ? "checkbox" : "radio";
  const chosen = new Set([value ?? (field.many ? [] : (field.default ?? ""))].flat());
  const rows = options.map(([id, text, more], at) =>
    make(
      "label",
      { class: "mint-choice" },
      make("input", { type, name: field.key, value: id, id: at ? null : idOf(field.key), checked: chosen.has(id), change: onInput }),
      make("span", {}, text, more ? make("small", {}, more) : null),
    ),
  );
  return make("div", { class: options.length > MANY ? "mint-choices is-long" : "mint-choices" }, ...rows);
}

function select(field, value, options, onInput) {
  const chosen = value || field.default || "";
  const rows = options.filter(([id]) => id).map(([id, text]) => make("option", { value: id, selected: id === chosen }, text));
  return make("select", { id: idOf(field.key), name: field.key, "aria-describedby": helpId(field.key), change: onInput }, make("option", { value: "" }, "– wählen –"), ...rows);
}

/**
 * The element of a question.
 * @param {Object} field as in `regeln.json`, perhaps with `rows`, `suggest` (known names), `quiet` (no „freiwillig“)
 * @param {(value: string|string[]) => void} onValue told whatever is typed or chosen
 */
export function fieldOf(field, value, data, onValue) {
  const box = make("div", { class: "mint-field", "data-key": field.key });
  const tell = () => {
    onValue(read(box, field));
    count(box, field);
  };
  if (!isChosen(field) && !isNamed(field)) {
    box.append(make("label", { for: idOf(field.key) }, ...label(field).filter(Boolean)), help(field), typed(field, value, tell));
    if (field.suggest) box.append(make("datalist", { id: `liste-${field.key}` }, ...field.suggest.map((name) => make("option", { value: name }))));
    if (field.max) box.append(make("p", { class: "mint-field__count", id: `zahl-${field.key}` }));
    box.append(make("p", { class: "mint-field__note", "aria-live": "polite" }));
    count(box, field);
    return box;
  }
  const options = field.options ?? optionsOf(field, data);
  if (!field.many && options.length > MANY) {
    box.append(make("label", { for: idOf(field.key) }, ...label(field).filter(Boolean)), help(field), select(field, value, options, tell));
    return box;
  }
  const group = make("fieldset", { "aria-describedby": helpId(field.key) }, make("legend", {}, ...label(field).filter(Boolean)), help(field), choice(field, value, options, tell));
  box.append(group);
  return box;
}

/** What stands in the element of a question. */
function read(box, field) {
  const inputs = [...box.querySelectorAll("input, textarea, select")];
  if (!isChosen(field) && !isNamed(field)) return inputs[0].value;
  if (inputs[0].tagName === "SELECT") return inputs[0].value;
  const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
  return field.many ? chosen : (chosen[0] ?? "");
}

function count(box, field) {
  const place = box.querySelector(".mint-field__count");
  if (!place) return;
  const left = field.max - length(box.querySelector("input, textarea").value.trim());
  place.textContent = left >= 0 ? `noch ${left} Zeichen` : `${-left} Zeichen zu viel`;
}

/** Shows what is wrong with a field, or that nothing is. */
export function showError(box, text) {
  const { key } = box.dataset;
  const place = box.querySelector("fieldset, select, input, textarea");
  box.querySelector(".mint-field__error")?.remove();
  box.classList.toggle("is-wrong", Boolean(text));
  place.setAttribute("aria-describedby", text ? `${helpId(key)} ${errorId(key)}` : helpId(key));
  if (place.tagName === "FIELDSET") place.querySelectorAll("input").forEach((input) => (text ? input.setAttribute("aria-describedby", errorId(key)) : input.removeAttribute("aria-describedby")));
  else if (text) place.setAttribute("aria-invalid", "true");
  else place.removeAttribute("aria-invalid");
  if (!text) return;
  box.querySelector(".mint-field__help").after(make("p", { class: "mint-field__error", id: errorId(key) }, make("span", { class: "mint-unseen" }, "Fehler: "), text));
}

/** Shows a short remark below a field, also to screen readers. An equal one is not replaced, because a button in it may have focus. */
export function showNote(box, ...parts) {
  const place = box?.querySelector(".mint-field__note");
  const shown = make("p", {}, ...parts);
  if (place && place.textContent !== shown.textContent) place.replaceChildren(...shown.childNodes);
}
