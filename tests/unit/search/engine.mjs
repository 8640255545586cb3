// Asks the finder's engine without a browser: node engine.mjs SITE < questions as JSON; prints the answers as JSON.
// A question: {do: "search"|"first"|"terms"|"counts"|"goesOn"|"points"|"find"|"clauses"|"understand"|"stems"|"decode", …}. SITE has assets/ and suche/.

import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const site = process.argv[2];
const questions = JSON.parse(readFileSync(0, "utf-8"));
const fetched = [];
globalThis.fetch = async (url) => {
  const path = new URL(url).pathname;
  fetched.push(path.split("/").pop());
  if (!existsSync(path)) return { ok: false, status: 404 };
  return { ok: true, json: async () => JSON.parse(readFileSync(path, "utf-8")) };
};
const load = (name) => import(pathToFileURL(`${site}/assets/finder/${name}.js`));
const [{ openIndex }, { Engine }, { ask, fetchLunr }, { stem, words }, codec] = await Promise.all(
  ["data", "engine", "part", "german", "codec"].map(load),
);
if (process.env.LUNR !== "late") await fetchLunr();
const index = await openIndex(pathToFileURL(`${site}/suche/`));
const engine = new Engine(index);
const EMPTY = {
  q: "", ort: "", umkreis: 25, alter: null, klasse: null, sortierung: "relevanz", zahl: 10,
  ...Object.fromEntries(
    ["kreis", "phase", "fach", "thema", "format", "kosten", "modus", "schulen", "ferien", "zugang", "zielgruppe", "frisch", "art"].map((name) => [name, []]),
  ),
};

const DO = {
  search: (question) => engine.search({ ...EMPTY, ...question.state }),
  first: async (question) => {
    const first = [];
    const all = await engine.search({ ...EMPTY, ...question.state }, (answer) => first.push(answer));
    return { first, all };
  },
  terms: () => index.fetchTerms(),
  counts: (question) => engine.counts({ ...EMPTY, ...question.state }),
  points: (question) => engine.points({ ...EMPTY, ...question.state }),
  find: (question) => engine.find(question.ids),
  stems: (question) => question.texts.map((text) => words(text).map(stem)),
  decode: (question) => ({ numbers: codec.numbers(question.numbers), rising: codec.rising(question.rising), texts: codec.frontCoded(question.texts) }),
  understand: async (question) => {
    const { meaning } = await engine.meaning();
    return meaning.understand(question.q, new Set(question.taken ?? []));
  },
  clauses: async ({ clauses }) => {
    const postings = await engine.words.slots.postings(clauses.map(({ term }) => term));
    const all = Array.from({ length: index.root.documents }, (_, number) => number);
    const scores = engine.words.scores(clauses, postings);
    return { lunr: [...ask(index.root.fields, postings, clauses, all)], all: all.map((number) => [number, scores[number]]).filter(([, score]) => score) };
  },
  goesOn: (question) => Promise.all(question.numbers.map((number) => index.goesOn(number))),
  fetched: () => fetched,
};

const answers = [];
for (const question of questions) answers.push(await DO[question.do](question));
process.stdout.write(JSON.stringify(answers));
