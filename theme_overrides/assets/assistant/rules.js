// Finds mistakes that `minthub check` would report, while the form is filled in. Rules between fields come as data.

import { body as bodyOf, length } from "./clean.js";
import { districts } from "./places.js";
import { convert, MAILS } from "./values.js";

const MAX_TEXT = 20_000;
// Only known element names count as tags, because „Mathe & <Logik>“ is a title.
const TAG = /<(?:a|abbr|address|article|audio|b|big|blockquote|body|br|button|center|cite|code|dd|del|div|dl|dt|em|embed|figure|font|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|object|ol|o:p|p|picture|pre|q|s|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|title|tr|tt|u|ul|video|wbr)(?:\s[^<>]*)?\/?>|<\/[A-Za-z][^<>]*>|<!--[^<>]*>/i;
const isEmpty = (value) => !value?.length;

/** Sentences for missing or contradictory values; errors in a single value bring their own sentence. */
const SAID = {
  M101: ({ key, label, shape }) => {
    if (key === "source") return "Nennen Sie eine öffentliche Seite, auf der die Angaben stehen: hier oder bei „Website“.";
    return shape === "choice" ? `Wählen Sie bei „${label}“ etwas aus.` : `Hier fehlt „${label}“.`;
  },
  M121: () => "Für wen ist es? Nennen Sie Alter oder Klassen, zum Beispiel: 8–14",
  M124: ({ key }) => (key === "city" ? "Hier fehlt die Stadt oder Gemeinde. Sind es viele Orte, nennen Sie weiter unten bei „Gilt auch für“ die Kreise." : "Nennen Sie die Kreise, für die es da ist, oder das ganze Land."),
  M125: () => "Wann beginnt es? Zum Beispiel: 05.12.2026 16:00",
  M302: () => "Das Ende liegt nicht nach dem Beginn. Berichtigen Sie eines von beiden.",
  M303: () => "Der Anmeldeschluss liegt nach dem Beginn. Berichtigen Sie eines von beiden.",
  M305: () => "Wiederholt es sich, braucht es einen letzten Tag. Zum Beispiel: 09.07.2027",
  M307: () => "Ende und Dauer stehen beide da. Eines davon genügt.",
  M308: () => "Der letzte Tag liegt vor dem Beginn.",
  M310: () => "Das gehört zu einer Wiederholung. Wählen Sie „Wiederholung“ oder lassen Sie das Feld leer.",
};

/** An example as it is typed into the form: without brackets and quotes. */
export const plainExample = (example) => example.replace(/^\[(\d+), (\d+)\]/, "$1–$2").replace(/^\[(.*)\]$/, "$1").replaceAll('"', "");

/**
 * @typedef {{code: string, key: string, text: string}} Problem
 * @param {{fields: Object[]}} kind
 * @param {Object<string, string|string[]>} raw what was typed, by field; `text` is the body
 * @param {{data: Object, places: import("./places.js").Places, today: string}} world
 * @returns {{values: Object, problems: Problem[]}} what could be understood, and one problem a field at most
 */
export function check(kind, raw, world) {
  const values = {};
  const problems = [];
  const given = new Set();
  for (const field of kind.fields) {
    const value = raw[field.key] ?? (field.many ? [] : "");
    try {
      values[field.key] = convert(value, field, world.data);
      if (!isEmpty(values[field.key])) given.add(field.key);
      else if (field.level === "muss") problems.push({ code: "M101", key: field.key, text: SAID.M101(field) });
    } catch (error) {
      if (!error.code) throw error;
      given.add(field.key);
      problems.push({ code: error.code, key: field.key, text: error.message });
    }
  }
  const known = new Set(problems.map(({ key }) => key));
  for (const problem of [...fitting(kind, values, given, world), ...placing(values, given, world), ...naming(kind, values, world), ...texts(kind, raw, values, world)]) {
    if (!known.has(problem.key)) problems.push(problem);
    known.add(problem.key);
  }
  return { values, problems };
}

const holds = (rule, values, given) => Object.entries(rule.when ?? {}).every(([key, wanted]) => (wanted.length ? wanted.includes(values[key]) : given.has(key)));
/** A day without a time begins or ends with it. */
const start = (moment) => (moment.length > 10 ? moment : `${moment} 00:00`);
const end = (moment) => (moment.length > 10 ? moment : `${moment} 24:00`);

function breaks(rule, values, given) {
  if (rule.any) return !rule.any.some((key) => given.has(key));
  if (rule.none) return rule.none.some((key) => given.has(key));
  // If one of the days is unreadable, the last one is unknown.
  if (rule.earlier?.some((key) => given.has(key) && isEmpty(values[key]))) return false;
  const own = values[rule.key];
  const others = [...(rule.later ?? []), ...(rule.earlier ?? [])].flatMap((key) => values[key] ?? []).filter(Boolean);
  if (isEmpty(own) || !others.length) return false;
  if (rule.later) return own.length > 10 && others[0].length > 10 ? own <= others[0] : own.slice(0, 10) < others[0].slice(0, 10);
  const last = others.reduce((a, b) => (start(b) > start(a) ? b : a));
  return start(own) > end(last);
}

/** Fields that depend on each other. */
function fitting(kind, values, given, { data, today }) {
  const has = new Map(kind.fields.map((field) => [field.key, field]));
  const broken = data.rules.filter((rule) => has.has(rule.key) && holds(rule, values, given) && breaks(rule, values, given));
  const problems = broken.map(({ code, key }) => ({ code, key, text: SAID[code](has.get(key)) }));
  if (values.checked > today) problems.push({ code: "M301", key: "checked", text: "Der Tag der Prüfung liegt in der Zukunft." });
  if (values.expires && values.expires < values.checked && values.checked <= today && values.status !== "beendet") {
    problems.push({ code: "M306", key: "expires", text: "Der letzte Tag ist schon vorbei. Berichtigen Sie ihn oder wählen Sie als Status „beendet“." });
  }
  return problems;
}

/** Postcode, town and district agree. */
function placing(values, given, { data, places }) {
  const { postcode, city, district } = values;
  const name = (id) => data.districts[id] ?? id;
  const byCode = postcode ? districts(places.postcode(postcode)) : [];
  const byCity = city ? districts(places.city(city)) : [];
  if (postcode && !byCode.length) return [{ code: "M204", key: "postcode", text: `${postcode} liegt nicht in ${data.state.name}. Prüfen Sie die Ziffern.` }];
  if (postcode && district && !byCode.includes(district)) {
    const isOdd = byCity.includes(district);
    const text = `${postcode} liegt im Kreis ${byCode.map(name).join(" oder ")}, nicht in ${name(district)}.`;
    return [{ code: "M206", key: isOdd ? "postcode" : "district", text }];
  }
  if (given.has("postcode") || !city) return [];
  if (district) return byCity.length && !byCity.includes(district) ? [{ code: "M218", key: "district", text: `„${city}“ liegt im Kreis ${byCity.map(name).join(" oder ")}, nicht in ${name(district)}.` }] : [];
  if (given.has("district")) return [];
  if (byCity.length > 1) return [{ code: "M207", key: "city", text: `„${city}“ gibt es in mehreren Kreisen. Wählen Sie den Kreis oder nennen Sie die Postleitzahl.` }];
  if (byCity.length || given.has("serves")) return [];
  const near = places.near(city);
  const remedy = near ? `Meinen Sie ${near}?` : "Schreiben Sie den Namen der Gemeinde (mit Ortsteil: Frohburg, OT Linda) oder nennen Sie Postleitzahl oder Kreis.";
  return [{ code: "M207", key: "city", text: `Die Gemeinde „${city}“ kennen wir nicht. ${remedy}` }];
}

/** Names of other records that must exist. */
function naming(kind, values, { data }) {
  const missing = (values.networks ?? []).filter((name) => !data.names.networks.some(([id]) => id === name));
  const problems = missing.map((name) => ({ code: "M202", key: "networks", text: `Das Netzwerk „${name}“ gibt es hier nicht.` }));
  if (values.offer && !data.names.offers.some(([id]) => id === values.offer)) problems.push({ code: "M210", key: "offer", text: `Das Angebot „${values.offer}“ gibt es hier nicht. Wählen Sie es aus der Liste oder lassen Sie das Feld leer.` });
  return problems;
}

/** Problems with texts: private addresses anywhere; HTML, pictures and unsafe links in the description. */
function texts(kind, raw, values, { data }) {
  const problems = [];
  const isPrivate = (text) => (String(text).match(MAILS) ?? []).find((mail) => data.freeMail.includes(mail.split("@").pop().toLowerCase()));
  for (const { key } of kind.fields) {
    const found = key !== "contact" && [values[key] ?? []].flat().map(isPrivate).find(Boolean);
    const tag = key !== "contact" && [values[key] ?? []].flat().map((value) => TAG.exec(value)).find(Boolean);
    if (tag) problems.push({ code: "M402", key, text: `Hier steht HTML: „${tag[0].slice(0, 40)}“. Schreiben Sie ohne spitze Klammern.` });
    if (found) problems.push({ code: "M407", key, text: `„${found}“ ist eine Adresse für Privatpersonen. Nehmen Sie die Adresse der Einrichtung oder löschen Sie sie.` });
  }
  const text = bodyOf(raw.text);
  const plain = withoutCode(text).replace(/<!--.*?-->/gs, "");
  const say = (code, sentence) => problems.push({ code, key: "text", text: sentence });
  if (length(text) > MAX_TEXT) say("M410", `Der Text hat ${length(text)} Zeichen, möglich sind 20.000.`);
  if (/<(?:\/?[a-z][\w-]*(?:\s[^<>]*)?\/?|!\[CDATA\[.*|![A-Z].*|\?.*)>/is.test(plain)) say("M402", "Im Text steht HTML. Schreiben Sie ohne spitze Klammern; für **fett** nehmen Sie zwei Sterne.");
  if (/^ {0,3}#(?:[ \t]|$)/m.test(text) || /^ {0,3}\S.*\n {0,3}=+[ \t]*$/m.test(text)) say("M404", "Im Text steht eine Überschrift der ersten Ebene. Schreiben Sie zwei Rauten davor: ## Überschrift");
  if (/!\[[^\]]*\]\([^)]*\)/.test(plain)) say("M405", "Im Text steht ein Bild. Bilder nimmt die Redaktion gern per E-Mail.");
  if ([...plain.matchAll(/(?<!!)\[[^\]]*\]\(\s*<?([^\s)>]*)/g)].some(([, href]) => !/^(?:https?:\/\/|mailto:|tel:)/i.test(href))) say("M403", "Ein Link im Text führt nirgendwohin. Nehmen Sie eine vollständige Adresse: [Text](https://www.example.org)");
  const mail = isPrivate(text);
  if (mail) say("M407", `„${mail}“ ist eine Adresse für Privatpersonen. Nehmen Sie die Adresse der Einrichtung oder löschen Sie sie.`);
  return problems;
}

/** The text without what stands between backticks. */
const withoutCode = (text) => text.replace(/(`+)(?!`)[^`].*?\1(?!`)/gs, "");
