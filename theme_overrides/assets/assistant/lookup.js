// Looks up values for the form: the town of a postcode, the district of a town, existing records.

import { make } from "../finder/render.js";
import { showNote } from "./fields.js";
import { districts } from "./places.js";
import { known } from "./preview.js";
import { foldKey } from "./values.js";

/** Below the postcode: its towns, to choose if there are several; below the town: its district. */
export function showPlace(form, raw, { data, places }, fill) {
  const box = (key) => form.querySelector(`[data-key="${key}"]`);
  const code = /^\s*(?:D[\s-]*)?(\d{5})\s*$/.exec(raw.postcode ?? "")?.[1] ?? "";
  const towns = code ? places.postcode(code) : [];
  const names = [...new Set(towns.map(({ name }) => name))];
  const city = raw.city?.trim() ?? "";
  const fits = towns.filter(({ name }) => foldKey(name) === foldKey(city) || places.city(city).some((one) => one.name === name));
  const others = names.length > 1 && !fits.length ? names : [];
  showNote(
    box("postcode"),
    names.length === 1 && city && !fits.length ? `${code} gehört zu ${names[0]}.` : null,
    others.length ? make("span", {}, "Welcher Ort? ", ...others.map((name) => make("button", { type: "button", class: "mint-chip", click: () => fill("city", name) }, name))) : null,
  );
  const district = places.districtOf({ district: raw.district, postcode: code, city });
  showNote(box("city"), district ? `Kreis: ${data.lists.districts.find(([id]) => id === district)?.[1] ?? district}` : null);
}

/** The town of a postcode that has only one. */
export function townOf(raw, { places }) {
  const names = new Set(places.postcode((raw.postcode ?? "").replace(/\D/g, "")).map(({ name }) => name));
  return names.size === 1 ? [...names][0] : "";
}

/** Whether the district has to be asked for: the name of the town is not enough. */
export function needsDistrict(raw, { places }) {
  const city = raw.city?.trim();
  return Boolean(city) && !(raw.postcode ?? "").trim() && districts(places.city(city)).length > 1;
}

/** Whether the provider has a record of its own. Both is fine. */
export function showProvider(box, name, { data }) {
  const typed = name?.trim();
  if (!typed) return showNote(box);
  const names = known(typed, data);
  return showNote(box, names ? `Bekannt: ${names[1]}` : "Noch ohne eigenen Eintrag, das ist in Ordnung.");
}

/** Titles of records that seem to be the same. */
export function twins(kind, title, id, { data }) {
  const key = foldKey(title ?? "");
  const names = data.names[kind.folder] ?? [];
  return key ? names.filter(([other, ...known]) => other !== id && known.some((name) => foldKey(name) === key)) : [];
}
