// Lets lunr answer from a part of the index: the terms of a query with all their documents.


const NOTHING = Object.freeze({});
let lunr;

/**
 * Fetches lunr, once, when the first answer is on its way. Until it has arrived, `TextSearch.scores` orders the hits by the same dot
 * product, so the order is the same. Hits are shown sooner on a bad connection, and nothing is lost if lunr never arrives.
 */
export async function fetchLunr() {
  lunr ??= (await import("../../suche/lunr.js")).default;
}

/**
 * A lunr index that holds these terms only, with some of their documents. lunr scores a field with the dot product of the query's and
 * the field's vector, so the scores are those of the whole index.
 * @param {Map<string, {field: number, documents: Int32Array, scores: Int32Array}[]>} postings by term
 * @param {Uint8Array} wanted 1 for the documents that are
 */
function partOf(fields, postings, wanted) {
  const invertedIndex = Object.create(null);
  const vectors = Object.create(null);
  const tokens = new lunr.TokenSet.Builder();
  [...postings.keys()].sort().forEach((term, number) => {
    const posting = { _index: number };
    for (const field of fields) posting[field] = Object.create(null);
    for (const { field, documents, scores } of postings.get(term)) {
      const name = fields[field];
      for (let at = 0; at < documents.length; at += 1) {
        if (!wanted[documents[at]]) continue;
        posting[name][documents[at]] = NOTHING;
        (vectors[`${name}/${documents[at]}`] ??= []).push(number, scores[at] / 1000);
      }
    }
    invertedIndex[term] = posting;
    tokens.insert(term);
  });
  tokens.finish();
  const fieldVectors = Object.create(null);
  for (const key in vectors) fieldVectors[key] = new lunr.Vector(vectors[key]);
  return new lunr.Index({ invertedIndex, fieldVectors, tokenSet: tokens.root, fields, pipeline: new lunr.Pipeline() });
}

/**
 * lunr's scores of documents for a query of terms.
 * @param {{term: string, boost: number}[]} clauses
 * @returns {Map<number, number>} the scores of those that have any of the terms; none before lunr is here
 */
export function ask(fields, postings, clauses, documents) {
  if (!lunr || !clauses.length || !documents.length) return new Map();
  const wanted = new Uint8Array(1 + Math.max(...documents));
  for (const document of documents) wanted[document] = 1;
  const index = partOf(fields, postings, wanted);
  const found = index.query((query) => {
    for (const { term, boost } of clauses) query.term(term, { boost, usePipeline: false });
  });
  return new Map(found.map(({ ref, score }) => [Number(ref), score]));
}
