// Converts typed text to values of a record, or throws an error with a German sentence: the same rules as minthub/model/.
// Every value is a text in canonical spelling (`[8, 14]`, `true`, `2026-12-05 16:00`), a list of them, or nothing.

import { fold } from "../finder/german.js";
import { length, oneLine } from "./clean.js";
import { day, duration, exceptDay, german, moment } from "./dates.js";
import { wrong } from "./wrong.js";

const NO_LETTER = "(?![\\p{L}\\p{N}_])";
const NOISE = new RegExp(`(?<![\\p{L}\\p{N}_])(?:jahren?|jährigen?|jährige|klassenstufen?|jahrgangsstufen?|jahrgang|klassen?|kl${NO_LETTER}|alter|von|j${NO_LETTER})\\.?|\\.(?=\\s|-|$)`, "giu");
const NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}_])";
const CLASS_WORD = new RegExp(`${NO_LETTER_BEFORE}(?:klassenstufen?|jahrgangsstufen?|jahrgang|klassen?|klässler|kl${NO_LETTER})`, "iu");
const AGE_WORD = new RegExp(`${NO_LETTER_BEFORE}(?:jahren?|jährig|alter|j${NO_LETTER})`, "iu");
// Characters that copying leaves around a value.
const AROUND = /^[\s„“”»«‚‘’›‹"'`<]+|[\s„“”»«‚‘’›‹"'`>,;]+$/g;
const BOTH = /^(\d{1,3})\s*(?:-|–|—|bis|,)\s*(\d{1,3})$/i;
const FROM = /^(?:ab\s*(\d{1,3})|(\d{1,3})\s*\+)$/i;
const TO = /^bis\s*(\d{1,3})$/i;
const ONE = /^(\d{1,3})$/;
const SPANS = {
  ages: { code: "M112", lowest: 0, highest: 120, noun: "Alter", example: "8–14 – oder: ab 8" },
  grades: { code: "M113", lowest: 1, highest: 13, noun: "Klasse", example: "5–10 – oder: ab 5" },
};
const WORD = "[\\p{L}\\p{N}_-]";
const MAIL = `[\\p{L}\\p{N}_.+%-]+@${WORD}+(?:\\.${WORD}+)+`;
export const MAILS = new RegExp(`(?<![\\p{L}\\p{N}_.+%-])${MAIL}`, "gu");
const WHOLE_MAIL = new RegExp(`^${MAIL}$`, "u");
const PHONE = /^\+?[\d\s()/.-]{5,30}$/;
const CONTACT_WORD = /^(?:(?:mailto|tel):|(?:E-?Mail(?:-Adresse)?|Mail|Tel(?:efon)?(?:nummer)?)(?![\p{L}\p{N}_])(?![\p{L}\p{N}_.+%-]*@)\.?:?)\s*/iu;
const YES = new Set(["true", "ja", "yes", "j", "y", "wahr"]);
const NO = new Set(["false", "nein", "no", "n", "falsch"]);
const HOST = new RegExp(`^${WORD}+(\\.${WORD}+)+$`, "u");
const NO_LANGUAGES = new Set(["gebardensprache", "deutschegebardensprache", "dgs", "leichtesprache", "leichtesdeutsch", "deleicht", "einfachesprache", "deeinfach", "deeasy"]);
const LANGUAGE = /^([a-z]{2,3})(-[A-Za-z0-9]{2,8})*$/;

/** The many kinds of hyphens and dashes as the one of the keyboard. */
const hyphens = (text) => text.replace(/[\u2010-\u2015\u2212]/g, "-");

/** Folded letters and digits only, for comparing names. */
export const foldKey = (text) => fold(text).replace(/[^\p{L}\p{N}]+/gu, "");

function readSpan(text) {
  const both = BOTH.exec(text);
  if (both) return [Number(both[1]), Number(both[2])];
  const from = FROM.exec(text);
  if (from) return [Number(from[1] ?? from[2]), null];
  const to = TO.exec(text);
  if (to) return [null, Number(to[1])];
  const one = ONE.exec(text);
  return one ? [Number(one[1]), Number(one[1])] : null;
}

function span(text, { code, lowest, highest, noun, example }) {
  const bare = text.replace(/^\[(.*)\]$/, "$1");
  const [isClass, isAge] = [CLASS_WORD.test(bare), AGE_WORD.test(bare)];
  if (code === "M112" && isClass && !isAge) throw wrong(code, `„${text}“ sind Klassen, kein Alter. Schreiben Sie die Zahlen in das Feld „Klassen“.`);
  if (code === "M113" && isAge && !isClass) throw wrong(code, `„${text}“ ist ein Alter, keine Klasse. Schreiben Sie die Zahlen in das Feld „Alter“.`);
  const found = readSpan(hyphens(bare).replace(NOISE, " ").trim().replace(/\s+/g, " "));
  if (!found) throw wrong(code, `„${text}“ ist keine Zahl und keine Spanne. Schreiben Sie Ziffern: ${example}`);
  const [first, last] = found;
  for (const number of found.filter((one) => one !== null)) {
    if (number < lowest || number > highest) throw wrong(code, `„${text}“: ${noun} ${number} gibt es nicht. Möglich sind ${lowest} bis ${highest}.`);
  }
  if (first === null) return `bis ${last}`;
  if (last === null) return `ab ${first}`;
  if (first > last) throw wrong(code, `„${text}“: Die erste Zahl ist größer als die zweite. Schreiben Sie: ${last}–${first}`);
  return first === last ? `${first}` : `[${first}, ${last}]`;
}

function host(address) {
  try {
    const { username, password, hostname } = new URL(address);
    const written = /^[^:]+:\/\/([^/?#]*)/.exec(address)[1];
    if (username || password || written.includes("@") || !hostname) return "";
    return written.replace(/:\d*$/, "").replace(/\.$/, "");
  } catch {
    return "";
  }
}

function address(written) {
  // The stop of a sentence is not part of it; „…/Technik_e._V.“ ends with one of its own.
  const text = written.replace(/(?<![._][A-Za-z])[.,;]+$/, "");
  if (/^[\p{L}\p{N}_.+-]+@/u.test(text) || /^mailto:/i.test(text)) throw wrong("M114", `„${text}“ ist eine E-Mail-Adresse. Sie gehört in das Feld „Kontakt“.`);
  if (text.includes(" ")) throw wrong("M114", `„${text}“ enthält Leerzeichen. Nennen Sie genau eine Adresse und keinen Text dazu.`);
  const at = text.indexOf("://");
  if (at < 0) {
    const rest = text.replace(/^(?:https?(?::\/?|\/\/?))?\/*/, "");
    if (!HOST.test(host(`https://${rest}`))) throw wrong("M114", `„${text}“ ist keine Internetadresse. Kopieren Sie sie aus der Adresszeile des Browsers.`);
    throw wrong("M114", `Der Adresse „${text}“ fehlt der Anfang. Schreiben Sie: https://${rest}`);
  }
  const [scheme, rest] = [text.slice(0, at).toLowerCase(), text.slice(at + 3)];
  if (scheme !== "https" && scheme !== "http") throw wrong("M114", `„${text}“ beginnt mit „${scheme}://“. Nehmen Sie eine Adresse, die mit https:// beginnt.`);
  if (!HOST.test(host(`${scheme}://${rest}`)) || /[<>"`{}|\\^]/.test(rest)) throw wrong("M114", `„${text}“ ist keine vollständige Internetadresse. Kopieren Sie sie aus der Adresszeile des Browsers.`);
  return `${scheme}://${rest}`;
}

function secureAddress(text) {
  const found = address(text);
  if (!found.startsWith("https://")) throw wrong("M114", `„${text}“ überträgt Anmeldedaten unverschlüsselt. Probieren Sie: https://${found.split("://")[1]}`);
  return found;
}

function contact(text, { freeMail }) {
  const plain = hyphens(text).replace(CONTACT_WORD, "");
  if (WHOLE_MAIL.test(plain)) {
    if (freeMail.includes(plain.split("@").pop().toLowerCase())) throw wrong("M407", `„${plain}“ ist eine Adresse für Privatpersonen. Nehmen Sie die Adresse der Einrichtung oder lassen Sie das Feld leer.`);
    return plain;
  }
  if (PHONE.test(plain) && plain.replace(/\D/g, "").length >= 5) return plain;
  throw wrong("M119", `„${text}“ ist weder E-Mail-Adresse noch Telefonnummer. Schreiben Sie: info@example.org – oder: 0341 123456`);
}

function language(text, { twoLetters, languages }) {
  if (NO_LANGUAGES.has(foldKey(text))) throw wrong("M120", `„${text}“ ist hier keine Sprache. Wählen Sie es bei „Barrierefreiheit“.`);
  const code = LANGUAGE.exec(text) ?? LANGUAGE.exec(text.toLowerCase());
  if (code && (code[1].length === 3 || twoLetters.split(" ").includes(code[1]))) return code[0];
  const known = languages[foldKey(text)];
  if (known) return known;
  throw wrong("M120", `„${text}“ ist keine Sprache, die wir kennen. Schreiben Sie zum Beispiel: Deutsch, Englisch, Sorbisch – oder ein Kürzel: hsb`);
}

function postcode(text) {
  const plain = text.replace(/^(?:D|DE|PLZ)(?![\p{L}\p{N}_])[\s:.-]*/u, "");
  if (/^[0-9]{5}$/.test(plain)) return plain;
  const missing = /^[0-9]{4}$/.test(plain) ? ` Vermutlich fehlt die Null am Anfang: 0${plain}` : " Schreiben Sie fünf Ziffern: 01067";
  throw wrong("M117", `„${text}“ ist keine Postleitzahl.${missing}`);
}

function yesNo(text) {
  const word = text.toLowerCase().replace(/[.!]+$/, "");
  if (YES.has(word)) return "true";
  if (NO.has(word)) return "false";
  throw wrong("M108", `„${text}“ heißt weder ja noch nein.`);
}

/** The id for an id or label in any spelling. Throws M106, for districts M203. */
function choice(text, { list }, data) {
  const rows = data.lists[list];
  const key = foldKey(text);
  const found = rows.find(([id]) => id === text) ?? rows.find(([id, label]) => foldKey(id) === key || foldKey(label) === key);
  if (found && text.endsWith("?")) throw wrong("M106", `Hinter „${text}“ steht ein Fragezeichen. Schreiben Sie es ohne, wenn es sicher ist.`);
  if (found) return found[0];
  throw wrong(list === "districts" ? "M203" : "M106", `„${text}“ steht nicht in der Liste. Wählen Sie einen der Werte.`);
}

function reach(text, data) {
  return data.state.names.some((name) => foldKey(name) === foldKey(text)) ? data.state.id : choice(text, { list: "districts" }, data);
}

const CONVERT = {
  text: (text) => text,
  yesno: yesNo,
  day: (text, _, data) => day(text, data),
  moment: (text, _, data) => moment(text, data),
  duration,
  exceptday: (text, _, data) => exceptDay(text, data),
  ages: (text) => span(text, SPANS.ages),
  grades: (text) => span(text, SPANS.grades),
  address,
  secureaddress: secureAddress,
  contact: (text, _, data) => contact(text, data),
  language: (text, _, data) => language(text, data),
  postcode,
  choice,
  reach: (text, _, data) => reach(text, data),
};

/** The parsed text; on failure tried again without the characters that copying leaves around it. Throws the first error. */
function understood(convertOne, text, field, data) {
  try {
    return convertOne(text, field, data);
  } catch (error) {
    const cleaned = hyphens(text.normalize("NFKC")).replace(AROUND, "");
    if (field.list || field.shape === "reach" || cleaned === text || !cleaned) throw error;
    try {
      return convertOne(cleaned, field, data);
    } catch {
      throw error;
    }
  }
}

/** The value of a field for one text. Throws an error with code. */
function one(text, field, data) {
  const plain = oneLine(text);
  const value = understood(CONVERT[field.shape] ?? CONVERT.text, plain, field, data);
  if (field.max && length(value) > field.max) throw wrong("M107", `${length(value)} Zeichen, möglich sind ${field.max}. Kürzen Sie um ${length(value) - field.max} Zeichen.`);
  return value;
}

/**
 * What a field holds: a text or a list of texts in canonical spelling; "" or [] for nothing.
 * @param {string|string[]} raw what was typed or chosen; lists typed in one field are cut at line ends, commas and semicolons
 */
export function convert(raw, field, data) {
  if (!field.many) return oneLine(raw) && one(raw, field, data);
  // „ja“ means every kind of holidays.
  if (field.list === "holidays" && /^(?:ja|true|yes)$/i.test(String(raw))) return data.lists.holidays.map(([id]) => id);
  const texts = Array.isArray(raw) ? raw : String(raw ?? "").split(field.shape === "moment" ? /[\n;]/ : /[\n;,]/);
  const values = texts.filter((text) => oneLine(text)).map((text) => one(text, field, data));
  // If the whole state is among the districts, only the state is kept; repetitions are dropped.
  if (field.shape !== "reach") return values;
  return values.includes(data.state.id) ? [data.state.id] : [...new Set(values)];
}

const SHOWN = {
  ages: (value) => value.replace(/^\[(\d+), (\d+)\]$/, "$1–$2"),
  grades: (value) => SHOWN.ages(value),
  day: german,
  moment: german,
  exceptday: german,
  yesno: (value) => value,
};

/** A value as people write it, for a field that is typed: `8–14`, `05.12.2026 16:00`, one line for each of several. */
export function shown(value, field) {
  const spell = SHOWN[field.shape] ?? ((text) => text);
  if (!field.many) return spell(value);
  return value.map(spell).join(field.shape === "moment" ? "\n" : ", ");
}
