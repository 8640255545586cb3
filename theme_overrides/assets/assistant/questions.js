// The questions of a step, with the properties that the form adds to a field.

import { needsDistrict } from "./lookup.js";

const ROWS = { text: 7, summary: 3 };
const WIDTHS = { postcode: "short", ages: "short", grades: "short", duration: "short" };
// Asked together with others, of which one is enough: „freiwillig“ would mislead.
const ONE_OF_SEVERAL = new Set(["ages", "grades", "city", "serves", "start", "district", "source"]);
// Fields not asked for new records, which are assumed to be running.
const NOT_YET = new Set(["status", "event_status"]);

export const KIND = {
  key: "art",
  label: "Worum geht es?",
  help: "Regelmäßige Gruppen sind Angebote, einzelne Tage und Kurse mit festen Tagen sind Termine.",
  level: "muss",
  shape: "choice",
  options: [
    ["offers", "Angebot", "läuft regelmäßig oder auf Anfrage"],
    ["events", "Termin", "hat ein festes Datum oder mehrere"],
  ],
};
export const WHO = {
  key: "checked_by",
  label: "Wer sind Sie?",
  help: "Auf der Seite steht später, von wem die Angaben sind. Ihr Name steht dort nicht.",
  level: "muss",
  shape: "choice",
  options: [
    ["anbieter", "Ich gehöre zum Anbieter", ""],
    ["koordinierung", "Ich gehöre zur Koordinierung im Kreis", ""],
    ["redaktion", "Ich habe es auf der öffentlichen Seite gelesen", ""],
  ],
};

/** Known names, the size, whether „freiwillig“ is said. */
function dressed(field, { data, places }) {
  const { names, topics } = data;
  const suggest = { provider: () => names.providers.map(([, title]) => title), offer: () => names.offers.map(([id]) => id), city: () => places.names }[field.key]?.();
  const example = field.key === "topics" ? topics.slice(0, 2).join(", ") : field.example;
  return { ...field, example, suggest, rows: ROWS[field.key], width: WIDTHS[field.key], quiet: ONE_OF_SEVERAL.has(field.key) };
}

/** The questions of a step that this kind has. */
export function questionsOf(kind, step, isNew, world) {
  const { data } = world;
  const fields = new Map(kind.fields.map((field) => [field.key, field]));
  return (data.steps[step]?.questions ?? []).flatMap((question) => {
    if (question.body) return [{ ...question, field: { ...data.text, key: "text", shape: "text", level: "soll", rows: ROWS.text } }];
    const field = fields.get(question.key);
    return field && !(isNew && NOT_YET.has(field.key)) ? [{ ...question, field: dressed(field, world) }] : [];
  });
}

/** Recommended fields that are empty; without the place if the record is not at one. */
export function missingOf(questions, { values, text }) {
  const { mode, city } = values;
  const isElsewhere = mode === "mobil" || mode === "online" || !city;
  const wanted = questions.filter(({ field, more }) => field.level === "soll" && !more && !values[field.key]?.length);
  return wanted.filter(({ key }) => !(key === "text" && text) && !(isElsewhere && ["venue", "street", "postcode"].includes(key))).map(({ field }) => field.label);
}

/** Whether another answer asks for this question. */
const isMet = ([key, values], raw) => (values.length ? values.includes(raw[key]) : Boolean(raw[key]?.length));

/** Whether a question is in the list, below „Mehr angeben“ or hidden, depending on the answers so far. */
export function seat(box, before, list, more, raw, world) {
  const { key, more: isMore, when } = box.question;
  // A town that we do not know may have one all the same.
  const isDistrictAsked = () => needsDistrict(raw, world) || Boolean(list.querySelector('.is-wrong[data-key="city"]'));
  const isAsked = when ? isMet(when, raw) && (key !== "district" || isDistrictAsked()) : !isMore;
  const isFilled = Boolean(raw[key]?.length);
  box.hidden = !isAsked && !isMore && !isFilled;
  const home = isAsked || !isMore ? list : more;
  if (!isMore || box.parentElement === home) return;
  if (home === list) before.after(box);
  else home.append(box);
}
