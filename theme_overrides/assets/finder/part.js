// Lets lunr answer from a part of the index: the terms of a query with all their documents.

import lunr from "../../suche/lunr.js";
import { postings } from "./data.js";

const NOTHING = Object.freeze({});
const PIPELINE = new lunr.Pipeline();

/**
 * A lunr index that holds these terms only. lunr scores a field with the dot product of the query's and the field's vector, so
 * the scores are those of the whole index.
 * @param {Map<string, string>} terms term → its postings as written
 */
function partOf(fields, terms) {
  const invertedIndex = Object.create(null);
  const vectors = Object.create(null);
  const tokens = new lunr.TokenSet.Builder();
  [...terms.keys()].sort().forEach((term, number) => {
    const posting = { _index: number };
    for (const field of fields) posting[field] = Object.create(null);
    for (const { field, documents, scores } of postings(terms.get(term))) {
      const name = fields[field];
      const entries = posting[name];
      documents.forEach((document, at) => {
        entries[document] = NOTHING;
        const key = `${name}/${document}`;
        (vectors[key] ??= []).push(number, scores[at] / 1000);
      });
    }
    invertedIndex[term] = posting;
    tokens.insert(term);
  });
  tokens.finish();
  const fieldVectors = Object.create(null);
  for (const key in vectors) fieldVectors[key] = new lunr.Vector(vectors[key]);
  return new lunr.Index({ invertedIndex, fieldVectors, tokenSet: tokens.root, fields, pipeline: PIPELINE });
}

/**
 * Asks for documents with any of the terms.
 * @param {{term: string, boost: number}[]} clauses
 * @returns {{document: number, score: number, terms: string[]}[]} the best first
 */
export function ask(fields, terms, clauses) {
  if (!clauses.length) return [];
  const index = partOf(fields, terms);
  const found = index.query((query) => {
    for (const { term, boost } of clauses) query.term(term, { boost, usePipeline: false });
  });
  return found.map(({ ref, score, matchData }) => ({ document: Number(ref), score, terms: Object.keys(matchData.metadata) }));
}
