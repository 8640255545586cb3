// Makes a file from the typed values: its fields, its name and its path.

import { body as bodyOf, slug } from "./clean.js";
import { known, provider } from "./preview.js";
import { check } from "./rules.js";
import { shown } from "./values.js";
import { recordText } from "./yaml.js";

/** How a field is filled in: chosen from a list, or typed. */
export const isChosen = (field) => field.shape === "choice" || field.shape === "reach" || field.shape === "yesno";

/**
 * What the form shows for a record: texts, or lists of chosen ids; the provider by its name.
 * @param {{values: Object, body: string}} source `eintrag.json`
 */
export function rawOf(kind, { values, body }, data) {
  const raw = { text: body };
  for (const field of kind.fields) {
    const value = values[field.key];
    if (value === undefined) continue;
    if (field.key === "provider") raw.provider = provider(value, data);
    else raw[field.key] = isChosen(field) || isNamed(field) ? value : shown(value, field);
  }
  return raw;
}

/** Networks are chosen by their titles. */
export const isNamed = (field) => field.key === "networks";

// What the form sets itself.
const CONFIRMS = new Set(["anbieter", "koordinierung"]);
const SET_HERE = new Set(["checked", "checked_by"]);

/** Completes values that people shorten unambiguously: `www.example.org`, a price of `5`. */
function completed({ key, shape }, text) {
  if (typeof text !== "string") return text;
  const plain = text.trim();
  if (/address$/.test(shape) && /^www\.[^\s@:/]+\.\S+$/i.test(plain)) return `https://${plain}`;
  if (key === "price" && /^\d{1,4}(?:,\d{1,2})?$/.test(plain)) return `${plain} Euro`;
  return text;
}

const isSame = (a, b) => JSON.stringify(a ?? "") === JSON.stringify(b ?? "");

/**
 * The record as filled in so far: canonical values and problems.
 * @param state `raw` what was typed; `source` the record that is corrected, or null; `who` says who has checked it
 * @param world see `check`
 */
export function draft(kind, { raw, source, who }, world) {
  const before = source ? rawOf(kind, source, world.data) : {};
  // Fields that were not edited keep their values, even invalid ones.
  const kept = source ? Object.fromEntries(Object.entries(source.values).filter(([key]) => isSame(raw[key], before[key]) && !SET_HERE.has(key))) : {};
  const typed = Object.fromEntries(Object.entries(raw).filter(([key]) => !(key in kept)));
  for (const field of kind.fields) if (field.key in typed) typed[field.key] = completed(field, typed[field.key]);
  const asked = { ...typed, ...kept, text: raw.text, checked: world.today, checked_by: who || source?.values.checked_by || "redaktion" };
  // Most sources are the website itself.
  asked.source ||= asked.website;
  const isMoved = source && ["postcode", "city", "street"].some((key) => !(key in kept) && !isSame(raw[key], before[key]));
  // A point on the map belongs to the old place.
  if (isMoved) delete asked.geo;
  const { values, problems } = check(kind, asked, world);
  for (const key of Object.keys(kept)) if (!(key === "geo" && isMoved)) values[key] = source.values[key];
  if (values.provider && !kept.provider) values.provider = known(values.provider, world.data)?.[0] ?? values.provider;
  // If the sender knows the offer at first hand, it is confirmed, so „nicht bestätigt“ would be a contradiction.
  if (CONFIRMS.has(who) && kept.status === "unbestaetigt") values.status = "";
  const district = world.places.districtOf(values);
  // The district is left out if it follows from the place.
  if (district === world.places.districtOf({ ...values, district: "" })) values.district = "";
  // A wrong website that is also the source is reported once.
  const told = raw.source?.trim() || !asked.website ? problems : problems.filter(({ key }) => key !== "source");
  return { values, problems: told, district, text: bodyOf(raw.text) };
}

/** Name and text of the file, and its path in the repository. */
export function file(kind, { values, text }, { data, places }, source) {
  const district = places.districtOf(values);
  const hasPlace = Boolean(values.district || values.postcode || values.city);
  const folder = district || (hasPlace ? "" : data.state.id);
  const id = source?.id ?? free(slug(values.title) || slug(kind.singular), kind, data);
  const path = source?.path ?? ["content", kind.folder, folder, `${id}.md`].filter(Boolean).join("/");
  const lies = source ? source.path.split("/").slice(2, -1)[0] ?? "" : folder;
  return { id, folder, path, moves: Boolean(lies && folder && lies !== folder), text: recordText(kind, values, text) };
}

/** A name that no record of the kind has: `name`, `name-2`, `name-3` … */
function free(name, kind, data) {
  const taken = new Set(kind.folder === "events" ? data.events : data.names[kind.folder].map(([id]) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/**
 * Fields that differ from the record before: label, before, after.
 * @param {(field: Object, value: string|string[]) => string} tell what people read for a value
 */
export function changes(kind, { values, district, text }, source, tell) {
  const told = (field, value) => (value?.length ? tell(field, value) : "");
  const row = (field) => {
    const after = field.key === "district" ? district : values[field.key];
    return [field.label, told(field, source.values[field.key] ?? field.default), told(field, after?.length ? after : field.default)];
  };
  const changed = kind.fields.map(row).filter(([, before, after]) => before !== after);
  if (bodyOf(source.body) !== text) changed.push(["Beschreibung", bodyOf(source.body), text]);
  return changed;
}
