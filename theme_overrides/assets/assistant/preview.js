// The card that visitors will see, from what is typed so far: the same texts as minthub/views/cards.py.

import { foldKey } from "./values.js";

const MISSING = "keine Angabe";
const MINUTES_A_DAY = 24 * 60;
const WEEKDAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];

const unit = (number, after, one) => (number === 1 && one ? one : after);

/** `8 bis 14 Jahre`, `ab 8 Jahren`, `Klasse 5 bis 10`. */
function span(value, before, after, one = "") {
  const [, first, last] = /^\[(\d+), (\d+)\]$/.exec(value) ?? [];
  if (first) return `${before}${first} bis ${last}${after}`;
  const [, word, digits] = /^(ab |bis )?(\d+)$/.exec(value);
  const what = unit(Number(digits), after, one);
  return `${word ?? ""}${before}${digits}${what}${word === "ab " && what.endsWith("Jahre") ? "n" : ""}`;
}

const labelOf = (data, list, id) => data.lists[list].find(([one]) => one === id)?.[1] ?? id;
const joined = (parts) => (parts.length > 1 ? `${parts.slice(0, -1).join(", ")} und ${parts.at(-1)}` : (parts[0] ?? ""));

function ages(values, data) {
  if (values.ages) return span(values.ages, "", " Jahre", " Jahr");
  if (values.grades) {
    const beside = (list) => (values.stages ?? []).filter((id) => list.includes(id)).map((id) => labelOf(data, "stages", id));
    return [...beside(data.besideSchool.before), span(values.grades, "Klasse ", ""), ...beside(data.besideSchool.after)].join(", ");
  }
  return (values.stages ?? []).map((id) => labelOf(data, "stages", id)).join(", ") || MISSING;
}

function reach(ids, data) {
  if (ids.includes(data.state.id)) return data.state.label;
  return joined(ids.map((id) => data.districts[id]).filter(Boolean)) || MISSING;
}

function place(values, { data, places }) {
  const serves = values.serves?.length ? values.serves : [places.districtOf(values)];
  if (values.mode === "online") return `online, ${reach(serves, data)}`;
  if (values.mode === "mobil") return `kommt zu Ihnen: ${reach(serves, data)}`;
  return [...new Set([values.city, values.venue].filter(Boolean))].join(", ") || reach(serves, data);
}

function cost(values, data) {
  if (!values.cost) return MISSING;
  const label = labelOf(data, "costs", values.cost);
  if (!values.price) return label;
  return values.cost === "unbekannt" ? values.price : `${label}: ${values.price}`;
}

function holidays({ holidays: ids = [] }, data) {
  const all = data.lists.holidays;
  if (ids.length === all.length) return "in den Ferien";
  return all.filter(([id]) => ids.includes(id)).map(([, label]) => label).join(", ");
}

const parts = (moment) => ({ date: moment.slice(0, 10), clock: moment.slice(11) });
const day = (date, data, withYear = true) => {
  const [year, month, number] = date.split("-").map(Number);
  const text = `${number}. ${data.months[month - 1]}`;
  return withYear ? `${text} ${year}` : text;
};
const clock = (text) => `${Number(text.slice(0, 2))}${text.endsWith(":00") ? "" : text.slice(2)} Uhr`;

function minutesOf(duration) {
  const [hours, minutes] = duration.split(":").map(Number);
  return hours * 60 + minutes;
}

function length(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;
  if (!hours || minutes === 90) return count(minutes, "Minute", "Minuten");
  return rest ? `${count(hours, "Stunde", "Stunden")} ${count(rest, "Minute", "Minuten")}` : count(hours, "Stunde", "Stunden");
}

/** The last day of an event that takes this many minutes. One that ends at midnight ends on the day before. */
function lastDay({ date, clock: at }, minutes) {
  const begin = Date.parse(`${date}T${at || "00:00"}:00Z`);
  return new Date(begin + (at && minutes ? minutes - 1 : minutes) * 60_000).toISOString().slice(0, 10);
}

/** The first time of an event: `Samstag, 5. Dezember 2026, 16 bis 18 Uhr`. */
function time(values, data) {
  const first = values.start || values.dates?.[0];
  if (!first) return MISSING;
  const start = parts(first);
  const minutes = values.duration && !values.end ? minutesOf(values.duration) : 0;
  const isShort = start.clock && minutes && minutes < MINUTES_A_DAY;
  const end = values.end ? parts(values.end) : { date: isShort ? start.date : lastDay(start, minutes), clock: "" };
  if (end.date > start.date) {
    const isSameYear = end.date.slice(0, 4) === start.date.slice(0, 4);
    const isSameMonth = isSameYear && end.date.slice(5, 7) === start.date.slice(5, 7);
    const from = isSameMonth ? `${Number(start.date.slice(8))}.` : day(start.date, data, !isSameYear);
    const days = `${from} bis ${day(end.date, data)}`;
    return start.clock ? `${days}, Beginn ${clock(start.clock)}` : days;
  }
  const weekday = WEEKDAYS[new Date(`${start.date}T12:00:00Z`).getUTCDay()];
  const text = `${weekday}, ${day(start.date, data)}`;
  if (!start.clock) return text;
  if (values.end > first && end.clock) return `${text}, ${clock(start.clock).replace(/ Uhr$/, "")} bis ${clock(end.clock)}`;
  const takes = isShort ? ` (${length(minutes)})` : "";
  return `${text}, ${clock(start.clock)}${takes}`;
}

/** The names of a known provider: id, title, others; by any of them. */
export function known(name, data) {
  const key = foldKey(name);
  return data.names.providers.find(([id]) => id === name) ?? data.names.providers.find((names) => key && names.some((one) => foldKey(one) === key));
}

/** The title of the provider's record, else the name as typed. */
export const provider = (name, data) => known(name, data)?.[1] ?? name;

/**
 * A card as the finder's lists take it.
 * @param {Object} values what could be understood so far
 */
export function card(kind, values, world) {
  const { data } = world;
  const isEvent = kind.folder === "events";
  const facts = {
    ages: ["ages", "Für", ages(values, data)],
    place: ["place", "Wo", place(values, world)],
    time: ["time", "Wann", isEvent ? time(values, data) : values.schedule || holidays(values, data) || MISSING],
    cost: ["cost", "Kosten", cost(values, data)],
    provider: ["provider", "Anbieter", values.provider ? provider(values.provider, data) : MISSING],
    checked: ["checked", !isEvent && values.status === "unbestaetigt" ? "Quelle gelesen" : "Geprüft", (values.checked ?? world.today).split("-").reverse().join(".")],
  };
  const order = isEvent ? ["time", "place", "ages", "cost", "provider", "checked"] : ["ages", "place", "time", "cost", "provider", "checked"];
  const status = isEvent ? values.event_status : values.status;
  const usual = isEvent ? "geplant" : "aktiv";
  const badges = status && status !== usual ? [["status", labelOf(data, isEvent ? "event_statuses" : "offer_statuses", status)]] : [];
  if (values.for_schools === "true") badges.push(["schools", "für Schulklassen"]);
  if (values.gta === "true") badges.push(["gta", "als Ganztagsangebot"]);
  if (values.audiences?.includes("maedchen")) badges.push(["audience", labelOf(data, "audiences", "maedchen")]);
  return {
    id: `${kind.folder}/vorschau`,
    href: "",
    title: values.title || "Titel",
    kind: values.format ? labelOf(data, "formats", values.format) : kind.singular,
    summary: values.summary || "",
    facts: order.map((name) => facts[name]),
    badges,
    subjects: data.lists.subjects.filter(([id]) => values.subjects?.includes(id)).map(([id, label]) => [id, label]),
    quiet: !isEvent && Boolean(status) && status !== usual,
  };
}
