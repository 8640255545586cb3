// The Merkliste as a table for spreadsheets: UTF-8 with its mark, semicolons, CRLF, as they expect it in Germany.

/** Spreadsheet programs run cells with such a beginning as formulas. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell; an apostrophe keeps it a text, quotes keep it one cell. */
function cell(value) {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[;"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {string[][]} rows the first one is the head */
export const csv = (rows) => "\uFEFF" + rows.map((row) => row.map(cell).join(";") + "\r\n").join("");

const HEAD = ["Titel", "Art", "Stand", "Wann", "Beginn", "Ende", "Wo", "Für", "Kosten", "Anbieter", "Kurz gesagt", "Geprüft", "Gemerkt am", "Adresse"];
const FACTS = ["place", "ages", "cost", "provider"];

/**
 * @param {{entry: {title: string, saved: string}, card: ?Object, state: string, next: string, address: string}[]} rows
 * @returns {string} the file; days stand as 2026-11-21, which sorts, also those of the last time of what is over
 */
export function table(rows) {
  const fact = (card, id) => card?.facts.find(([name]) => name === id)?.[2] ?? "";
  const span = (card, next) => card?.times.find(([start]) => start === next) ?? card?.times.at(-1) ?? ["", ""];
  const cells = ({ entry, card, state, next, address }) => [
    card?.title ?? entry.title,
    card?.kind ?? "",
    state,
    fact(card, "time"),
    ...span(card, next),
    ...FACTS.map((id) => fact(card, id)),
    card?.summary ?? "",
    fact(card, "checked").split(".").reverse().join("-"),
    entry.saved,
    address,
  ];
  return csv([HEAD, ...rows.map(cells)]);
}
