// What the form of the site fills into an issue form: node answers.mjs SITE < records as JSON; prints answers by question.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const site = process.argv[2];
const { answers } = await import(pathToFileURL(`${site}/assets/assistant/finish.js`));
const data = JSON.parse(readFileSync(`${site}/mitmachen/angebot-eintragen/regeln.json`, "utf-8"));
const records = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(records.map(({ kind, values, body }) => answers(data.kinds[kind], { values, text: body }, data))));
