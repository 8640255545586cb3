// Finds the documents that come nearest to a query when few match it completely, and what they lack. Loaded on demand.

const MOST = 10;
// Strict filters, such as age and place: documents that contradict them are left out (except for a year more or less); documents without
// a value may follow.
const STRICT = new Set(["alter", "klasse", "kosten", "kreis", "ort"]);
const UNSAID = 0.6;
// A year older or younger.
const NEARLY = 0.3;
const FARTHER = 2;
// Records only state positive values of these: without „stufenlos erreichbar“ it is unknown.
const ONLY_IF_SO = new Set(["zugang", "schulen", "ferien", "zielgruppe"]);
const UNSAID_OF = { alter: "zum Alter", klasse: "zum Alter", kosten: "zu Kosten" };
// The weight of a filter; those of words are between 1 and 2.5.
const WEIGHT = 2.5;
// The weight of the kind. Documents of other kinds are excluded, because funding is not the same as an offer with the same words.
const OWN_KIND = 0.6;
// Minimum share of the query's weight; below it a document is about something else.
const ENOUGH = 0.2;

/**
 * The documents that come nearest to a question. Filters that the visitor has set are kept.
 * @param {import("./facets.js").Facets} facets
 * @param found the evaluation
 * @param {Uint8Array} full documents with all that was asked for
 * @param {(document: number, close: number) => number} rank smaller is earlier
 * @returns {Map<number, {close: number, lacks: string[]}>} by document: how close it comes, below 1, and what it lacks, as visitors read it
 */
export function nearly(facets, found, full, rank) {
  const typed = found.filters.filter(({ isTyped }) => isTyped).map((filter) => ({ ...filter, says: saying(facets, filter.param), beside: yearsBeside(facets, filter.param, found.parts) }));
  const chosen = found.filters.filter(({ isTyped }) => !isTyped);
  const candidates = [];
  let left = MOST;
  for (let document = 0; document < full.length; document += 1) {
    left -= full[document];
    if (full[document] || found.telling?.[document] || !chosen.every(({ mask }) => mask[document])) continue;
    const close = typed.reduce((product, filter) => product * factor(filter, document, found), coverage(found, typed, document) ** 3);
    if (close) candidates.push({ document, close, rank: rank(document, close) });
  }
  candidates.sort((a, b) => a.rank - b.rank || a.document - b.document);
  return new Map(candidates.slice(0, Math.max(0, left)).map(({ document, close }) => [document, { close, lacks: lacking(found, typed, document) }]));
}

/** The labels of what a document lacks: missing words, unknown values, and values that differ slightly. */
function lacking({ result, spelt, radius }, typed, document) {
  const failed = typed.filter(({ mask }) => !mask[document]);
  const beside = failed.filter((filter) => isBeside(filter, document));
  const told = failed.filter((filter) => !beside.includes(filter) && filter.param !== "ort" && filter.param !== "kreis");
  const unsaid = told.filter(({ param, says }) => ONLY_IF_SO.has(param) || !says(document));
  const words = result.missing(document).map((word) => spelt[word] ?? word);
  const without = [...words, ...told.filter((filter) => !unsaid.includes(filter)).map(({ label }) => label)];
  const about = new Set(unsaid.map(({ param, label }) => UNSAID_OF[param] ?? `zu ${quoted(label)}`));
  return [
    without.length && `ohne ${without.map(quoted).join(", ")}`,
    about.size && `keine Angabe ${[...about].join(" und ")}`,
    beside.length && "für ein anderes Alter",
    failed.some(({ param }) => param === "ort") && `weiter weg als ${radius} km`,
  ].filter(Boolean);
}

const quoted = (text) => `„${text}“`;

/** The share of the query's weight that each document matches, over words, filters and kind. */
function coverage({ text, result, usual }, typed, document) {
  if (!text.length && !usual[document]) return 0;
  let [met, all] = text.length ? [result.share[document] * result.weight, result.weight] : [1, 1];
  let kind = null;
  for (const { param, mask } of typed) {
    if (STRICT.has(param)) continue;
    if (param === "art") kind = mask[document];
    else {
      all += WEIGHT;
      if (mask[document]) met += WEIGHT;
    }
  }
  const share = met / all;
  if (kind) return OWN_KIND + (1 - OWN_KIND) * share;
  return share < ENOUGH ? 0 : share;
}

/** Documents for children a year older or younger than typed, or for the adjacent classes. Of a span only one end is known. */
function yearsBeside(facets, param, parts) {
  const part = parts.find((one) => one.param === param);
  if (param === "alter" && !part.isSpan) return facets.agesBeside(part.value);
  return param === "klasse" && !part.isSpan ? facets.gradesBeside(part.value) : [];
}

const isBeside = ({ mask, beside }, document) => !mask[document] && beside.some((year) => year[document]);

/** Whether a document says anything about a facet. */
function saying(facets, param) {
  const columns = [...(facets.values(param === "klasse" ? "alter" : param)?.values() ?? [])];
  return (document) => columns.some((column) => column[document]);
}

/** 1 for documents that pass a typed filter; less if the value is unknown, not quite right or a year off; 0 if it contradicts. */
function factor(filter, document, { distances, radius }) {
  const { param, mask, says } = filter;
  if (mask[document]) return 1;
  if (isBeside(filter, document)) return NEARLY;
  if (param === "ort") return distances && distances[document] <= FARTHER * radius ? UNSAID : 0;
  if (STRICT.has(param)) return says(document) ? 0 : UNSAID;
  return param === "art" ? 0 : 1;
}
