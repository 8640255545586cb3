// Days, times and durations as editors write them; the same rules as minthub/model/dates.py.

import { fold } from "../finder/german.js";
import { wrong } from "./wrong.js";

const MIN_YEAR = 1800;
const MAX_YEAR = 2199;
const MAX_MINUTES = 31 * 24 * 60;
const MIDNIGHT = /[T\s]00:00(:00)?(\.0+)?(Z|[+-]\d\d:?\d\d)?$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const GERMAN = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/;
const WORDS = /^(\d{1,2})\.?\s*([A-Za-zä]+)\.?\s+(\d{4})$/;
// „Sa, 5. Dezember 2026“, „am Samstag, den 5.12.2026“.
const WEEKDAY = /^(?:am\s+)?([A-Za-z]{2,10})\.?\s*,?\s+(?:de[nm]\s+)?(?=\d)/i;
const WEEKDAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
const SHORT_YEAR = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{2})$/;
const TIME = /^(.*?)(?:[T\s]|,\s*)\s*(?:um\s+)?(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?\s*(Uhr)?$/;
const DURATION_CLOCK = /^(\d{1,3}):([0-5]\d)(?:\s*(?:h|Std\.?|Stunden?))?$/;
const DURATION = /^(\d{1,5}(?:,\d{1,3})?)\s*(min|Min\.|Minuten?|h|Std\.?|Stunden?)$/i;

const two = (number) => String(number).padStart(2, "0");
const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function numbers(plain, months) {
  const iso = ISO.exec(plain);
  if (iso) return [iso[1], iso[2], iso[3]].map(Number);
  const german = GERMAN.exec(plain);
  if (german) return [german[3], german[2], german[1]].map(Number);
  const words = WORDS.exec(plain);
  if (!words) return null;
  const key = fold(words[2]);
  const found = months.map(fold).flatMap((name, at) => (key.length >= 3 && name.startsWith(key) ? [at + 1] : []));
  return found.length === 1 ? [Number(words[3]), found[0], Number(words[1])] : null;
}

/** The number of the weekday before the date (0 is Sunday; -1: none), and the text without it. */
function withoutWeekday(text) {
  const found = WEEKDAY.exec(text);
  const key = found ? fold(found[1]) : "";
  const names = WEEKDAYS.map(fold);
  const number = ["sonnabend", "sa"].includes(key) ? 6 : names.findIndex((name) => key === name || key === name.slice(0, 2));
  return number < 0 ? { weekday: -1, plain: text } : { weekday: number, plain: text.slice(found[0].length) };
}

const isDay = (text, months) => {
  const { plain } = withoutWeekday(text.replace(MIDNIGHT, ""));
  return Boolean(numbers(plain, months)) || SHORT_YEAR.test(plain);
};

/** `2026-12-31` for `31.12.2026`, `31. Dezember 2026` and the like. Throws M110. */
export function day(text, { months }) {
  const { weekday, plain } = withoutWeekday(text.replace(MIDNIGHT, ""));
  const found = numbers(plain, months);
  if (!found && SHORT_YEAR.test(plain)) throw wrong("M110", `„${text}“ nennt das Jahr nur mit zwei Ziffern. Schreiben Sie es mit vier: 31.12.2026`);
  if (!found) throw wrong("M110", `„${text}“ ist kein Datum. Schreiben Sie Tag, Monat und Jahr: 31.12.2026`);
  const [year, month, date] = found;
  if (year < MIN_YEAR || year > MAX_YEAR) throw wrong("M110", `„${text}“ nennt das Jahr ${year}. Prüfen Sie das Jahr.`);
  if (month < 1 || month > 12) throw wrong("M110", `„${text}“ steht nicht im Kalender: Einen ${month}. Monat gibt es nicht.`);
  const last = lastDay(year, month);
  if (date < 1 || date > last) throw wrong("M110", `„${text}“ steht nicht im Kalender: Der ${months[month - 1]} ${year} hat ${last} Tage.`);
  const told = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  if (weekday >= 0 && weekday !== told) throw wrong("M110", `Der ${two(date)}.${two(month)}.${year} ist ein ${WEEKDAYS[told]}, kein ${WEEKDAYS[weekday]}. Prüfen Sie das Datum.`);
  return `${year}-${two(month)}-${two(date)}`;
}

/** In the night of the last Sunday of March the clock goes from 2 to 3. */
function isSkipped(iso, hour) {
  const [year, month, date] = iso.split("-").map(Number);
  return hour === 2 && month === 3 && date > 24 && year > 1980 && new Date(Date.UTC(year, 2, date)).getUTCDay() === 0;
}

/** `2026-12-05` or `2026-12-05 16:00`. Throws M110, M111 or M304. */
export function moment(text, data) {
  if (isDay(text, data.months)) return day(text, data);
  const clock = TIME.exec(text);
  if (!clock || !(clock[3] || clock[4]) || !isDay(clock[1].trim(), data.months)) throw wrong("M111", `„${text}“ ist kein Zeitpunkt. Schreiben Sie: 05.12.2026 16:00`);
  const [hour, minute] = [Number(clock[2]), Number(clock[3] ?? 0)];
  if (hour > 23 || minute > 59) throw wrong("M111", `Die Uhrzeit in „${text}“ gibt es nicht. Stunden gehen von 0 bis 23, Minuten von 0 bis 59.`);
  const date = day(clock[1].trim(), data);
  if (isSkipped(date, hour)) throw wrong("M304", `„${text}“ gibt es nicht: In dieser Nacht springt die Uhr von 2 auf 3 Uhr.`);
  return `${date} ${two(hour)}:${two(minute)}`;
}

/** `1:30`. Throws M118. */
export function duration(text) {
  const clock = DURATION_CLOCK.exec(text);
  const words = DURATION.exec(text);
  let minutes = 0;
  if (clock) minutes = Number(clock[1]) * 60 + Number(clock[2]);
  else if (words) minutes = even(Number(words[1].replace(",", ".")) * (/^m/i.test(words[2]) ? 1 : 60));
  if (minutes <= 0 || minutes > MAX_MINUTES) throw wrong("M118", `„${text}“ ist keine Dauer. Schreiben Sie: 1:30 – oder: 90 min`);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

/** Halves to the even number, as Python rounds. */
const even = (number) => (number % 1 === 0.5 && Math.floor(number) % 2 === 0 ? Math.floor(number) : Math.round(number));

/** A day, or `ferien`. Throws M110. */
export function exceptDay(text, data) {
  if (fold(text).replace(/[^\p{L}\p{N}]/gu, "") === "ferien") return "ferien";
  if (!isDay(text, data.months)) throw wrong("M110", `„${text}“ ist weder ein Tag noch „ferien“. Schreiben Sie zum Beispiel: 24.12.2026`);
  return day(text, data);
}

/** `05.12.2026 16:00` for what a record holds. */
export const german = (iso) => iso.replace(/^(\d{4})-(\d\d)-(\d\d)/, "$3.$2.$1");
