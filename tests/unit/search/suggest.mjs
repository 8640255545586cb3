// What the search box suggests, without a browser: node suggest.mjs SITE < texts as JSON; prints for each its suggestions
// and the files that were fetched for it.

import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const site = process.argv[2];
let fetched = [];
globalThis.fetch = async (url) => {
  const path = new URL(url).pathname;
  fetched.push(path.split("/").pop());
  if (!existsSync(path)) return { ok: false, status: 404 };
  return { ok: true, json: async () => JSON.parse(readFileSync(path, "utf-8")) };
};
const { openSuggestions } = await import(pathToFileURL(`${site}/assets/finder/suggestions.js`));
const suggestions = await openSuggestions(pathToFileURL(`${site}/suche/`));

const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf-8"))) {
  fetched = [];
  const found = suggestions.find(text, await suggestions.records(text));
  answers.push({ found: found.map(({ label, kind, path, params }) => [label, kind, path ?? params]), fetched });
}
process.stdout.write(JSON.stringify(answers));
