// The dates of the Merkliste as an iCalendar file (RFC 5545). Without METHOD, which would make it an invitation that needs an organizer (RFC 5546).

const encoder = new TextEncoder();
const MAX_OCTETS = 75;

/** The rules for Central European Time since 1996. */
const TIMEZONE = `BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.split("\n");

/** A text as a value: one line, nothing that ends the value. */
export const escaped = (text) =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[\x00-\x1f\x7f]/g, " ");

/** A line cut into parts of at most 75 octets, never within a character; further parts begin with a blank. */
export function folded(line) {
  const parts = [""];
  let octets = 0;
  for (const char of line) {
    const length = encoder.encode(char).length;
    if (octets + length > MAX_OCTETS) {
      parts.push(" ");
      octets = 1;
    }
    parts[parts.length - 1] += char;
    octets += length;
  }
  return parts.join("\r\n");
}

const compact = (iso) => iso.replace(/[-:]/g, "");
const isTimed = (iso) => iso.includes("T");

/** `20261205T160000` of a local time. */
const local = (iso) => `${compact(iso)}00`;

/** The day after, for the end of whole days, which is not included. */
function dayAfter(iso) {
  const next = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return compact(next.toISOString().slice(0, 10));
}

/** Start and end of a time; without a time of day it is whole days, without an end it is the moment it begins. */
function span([start, end]) {
  if (!isTimed(start)) return [`DTSTART;VALUE=DATE:${compact(start)}`, `DTEND;VALUE=DATE:${dayAfter(end || start)}`];
  const lines = [`DTSTART;TZID=Europe/Berlin:${local(start)}`];
  if (isTimed(end) && end > start) lines.push(`DTEND;TZID=Europe/Berlin:${local(end)}`);
  return lines;
}

/**
 * The same event has the same UID in every export, even if it was moved, so a calendar replaces it. Further times of it count from 2, as in
 * minthub/opendata/calendars.py, so nothing is there twice.
 */
const uid = (card, number, top) => {
  const further = number ? `-${number + 1}` : "";
  return `${card.id.replace("/", "-")}${further}@${top.hostname}`;
};

function event(card, time, number, top, stamp) {
  const address = new URL(card.href, top).href;
  const place = card.facts.find(([id]) => id === "place")?.[2];
  const told = card.facts.filter(([id]) => ["ages", "cost", "provider"].includes(id)).map(([, label, text]) => `${label}: ${text}`);
  const isCancelled = card.badges.some(([id, text]) => id === "status" && text === "abgesagt");
  return [
    "BEGIN:VEVENT",
    `UID:${uid(card, number, top)}`,
    `DTSTAMP:${stamp}`,
    ...span(time),
    `SUMMARY:${escaped(card.title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    `DESCRIPTION:${escaped([card.summary, ...told, address].filter(Boolean).join("\n"))}`,
    `URL:${address}`,
    ...(isCancelled ? ["STATUS:CANCELLED"] : []),
    "END:VEVENT",
  ];
}

/**
 * @param {Object[]} cards with their `times`, and how many were `gone` before them; those without any are left out, and times that are over
 * @param {URL} top the top of the site
 * @param {Date} now
 * @param {string} today ISO day
 * @returns {{text: string, dates: number, past: number}} the file, how many dates are in it, and how many cards have only past ones
 */
export function calendar(cards, top, now, today) {
  const stamp = `${compact(now.toISOString().slice(0, 19))}Z`;
  const isToCome = ([start, end]) => (end || start).slice(0, 10) >= today;
  const events = cards.flatMap((card) => card.times.flatMap((time, at) => (isToCome(time) ? [event(card, time, at + (card.gone ?? 0), top, stamp)] : [])));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//MINT-Wegweiser//Merkliste//DE",
    "CALSCALE:GREGORIAN",
    ...TIMEZONE,
    ...events.flat(),
    "END:VCALENDAR",
  ];
  return { text: lines.map((line) => `${folded(line)}\r\n`).join(""), dates: events.length, past: cards.filter(({ times }) => times.length && !times.some(isToCome)).length };
}
