// Asks the modules of the Merkliste without a browser: node saved.mjs SITE < questions as JSON; prints the answers as JSON.
// A question: {do: name, …arguments}. SITE has assets/.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const site = process.argv[2];
const load = (name) => import(pathToFileURL(`${site}/assets/finder/${name}.js`));
const [calendar, csv, rows, saved] = await Promise.all(["calendar", "csv", "merkrows", "saved"].map(load));

const DO = {
  calendar: ({ cards, top, now, today }) => calendar.calendar(cards, new URL(top), new Date(now), today),
  folded: ({ line }) => calendar.folded(line),
  escaped: ({ text }) => calendar.escaped(text),
  csv: ({ rows }) => csv.csv(rows),
  table: ({ rows }) => csv.table(rows),
  entries: ({ text }) => saved.entriesOf(text),
  rows: ({ entries, cards, today, top }) => rows.rowsOf(entries, cards, today, new URL(top)),
  ordered: ({ rows: list, order }) => rows.ordered(list, order).map(({ title }) => title),
  written: ({ ids }) => rows.written(ids),
  shared: ({ search }) => rows.sharedIds(search),
  title: ({ id }) => rows.titleOf(id),
};

const questions = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(questions.map((question) => DO[question.do](question))));
