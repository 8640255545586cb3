// For few hits: searches with one condition less, and the nearest documents.

import { looser } from "./looser.js";

const MOST_OFFERS = 6;
const ENOUGH_SHARE = 0.4;
// Strict filters, which are not relaxed silently, such as age and place.
const STRICT = new Set(["alter", "klasse", "ort", "kreis", "kosten"]);

/**
 * @param {import("./engine.js").Engine} engine
 * @param found the evaluation of the state; `ordered` its documents
 * @returns {Promise<{looser: Object[], near: Object[]}>} `near` fills the hits up to `enough`
 */
export async function almost(engine, state, found, ordered, enough) {
  const offers = [];
  const near = [];
  const known = new Set(ordered);
  const own = engine.exact(ordered, found);
  const add = async (documents, evaluation) => {
    const wanted = documents.filter((document) => !known.has(document)).slice(0, Math.max(0, enough - ordered.length - near.length));
    for (const document of wanted) known.add(document);
    near.push(...(await engine.hits(wanted, evaluation)));
  };
  for (const { label, state: wider } of looser(state, found)) {
    const evaluation = await engine.evaluate(wider);
    const sorted = await engine.order.sort(evaluation, wider);
    const count = engine.exact(sorted, evaluation);
    if (count > own) offers.push({ label, count, state: wider });
    await add(sorted, evaluation);
  }
  if (near.length + ordered.length < enough) {
    const wider = await similar(engine, found);
    if (wider) await add(await engine.order.sort(wider, { ...state, sortierung: "relevanz" }), wider);
  }
  return { looser: offers.slice(0, MOST_OFFERS), near };
}

/** The best matches if all typed filters but the strict ones are searched as words, and half of the words are enough. */
async function similar(engine, found) {
  const typed = found.parts.filter(({ param }) => !STRICT.has(param)).flatMap((part) => part.words);
  const text = [...found.text, ...typed];
  if (!text.length) return null;
  const result = await engine.words.search(text);
  return {
    ...found,
    text,
    result,
    filters: found.filters.filter(({ isTyped, param }) => !isTyped || STRICT.has(param)),
    base: result.share.map((share) => (share >= ENOUGH_SHARE ? 1 : 0)),
    nearly: new Map(),
  };
}
