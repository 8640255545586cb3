// Asks the modules of the form without a browser: node ask.mjs SITE DAY < questions as JSON; prints the answers as JSON.
// A question: {do: name, …arguments}. SITE has assets/ and the form's data.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [site, today] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${site}/assets/assistant/${name}.js`));
const json = (name) => JSON.parse(readFileSync(`${site}/mitmachen/angebot-eintragen/${name}.json`, "utf-8"));
const [clean, finish, links, places, preview, record, rules, values, yaml] = await Promise.all(["clean", "finish", "links", "places", "preview", "record", "rules", "values", "yaml"].map(load));

const data = json("regeln");
const here = { data, places: new places.Places(json("orte")), today };
const tell = (field, value) => finish.answerOf(field, value, data);
const kindOf = (name) => data.kinds[name];

const DO = {
  check: ({ kind, raw }) => rules.check(kindOf(kind), raw, here).problems.map(({ code, key }) => [code, key]),
  messages: ({ kind, raw }) => rules.check(kindOf(kind), raw, here).problems.map(({ key, text }) => [key, text]),
  written: ({ source }) => yaml.recordText(kindOf(source.kind), source.values, source.body),
  again: ({ source, who = source.values.checked_by }) => {
    const kind = kindOf(source.kind);
    const made = record.draft(kind, { raw: record.rawOf(kind, source, data), source, who }, here);
    return { ...record.file(kind, made, here, source), problems: made.problems, changes: record.changes(kind, made, source, tell) };
  },
  retyped: ({ source }) => {
    const kind = kindOf(source.kind);
    const found = rules.check(kind, record.rawOf(kind, source, data), here);
    return found.values;
  },
  draft: ({ kind, raw }) => {
    const made = record.draft(kindOf(kind), { raw, source: null, who: "" }, here);
    const { website = "", source = "", price = "" } = made.values;
    return { website, source, price, problems: made.problems.filter(({ key }) => ["website", "source", "price"].includes(key)).map(({ key, text }) => [key, text]) };
  },
  file: ({ kind, raw, who, source }) => record.file(kindOf(kind), record.draft(kindOf(kind), { raw, source, who }, here), here, source),
  changes: ({ kind, raw, source }) => record.changes(kindOf(kind), record.draft(kindOf(kind), { raw, source, who: "" }, here), source, tell),
  card: ({ kind, values: given }) => preview.card(kindOf(kind), given, here),
  answers: ({ source }) => finish.answers(kindOf(source.kind), { values: source.values, text: source.body }, data),
  slug: ({ text }) => clean.slug(text),
  spelled: ({ text, isInList }) => yaml.spelled(text, isInList),
  newFile: ({ file }) => links.newFile(data.site, file),
  issue: ({ template, title, answers }) => links.issueForm(data.site, template, title, answers),
  mail: ({ subject, text }) => links.mail({ mail: "redaktion@example.org" }, subject, text),
  shown: ({ value, field }) => values.shown(value, field),
};

const questions = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(questions.map((question) => DO[question.do](question))));
