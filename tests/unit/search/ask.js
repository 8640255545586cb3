// Asks the real search page (suche.js) without a browser: node ask.js LUNR_JS SUCHE_JS INDEX_JSON < queries as JSON.
// Prints, as JSON, what the page shows for each query: status, and id, text and address of each hit.
"use strict";

const fs = require("fs");
const vm = require("vm");

const [lunrFile, pageFile, indexFile] = process.argv.slice(2);
const queries = JSON.parse(fs.readFileSync(0, "utf-8"));

const element = () => ({
  dataset: {},
  children: [],
  listeners: {},
  textContent: "",
  append(...nodes) {
    this.children.push(...nodes);
  },
  replaceChildren(...nodes) {
    this.children = nodes;
  },
  addEventListener(name, listener) {
    this.listeners[name] = listener;
  },
});
const parts = { q: element(), suchstand: element(), treffer: element() };
parts.q.form = element();
const location = "https://mint.example.org/suche/";
const context = {
  document: { getElementById: (id) => parts[id], createElement: element },
  fetch: async () => ({ ok: true, json: async () => JSON.parse(fs.readFileSync(indexFile, "utf-8")) }),
  history: { replaceState() {} },
  location: { search: "", href: location, toString: () => location },
  URL,
  URLSearchParams,
  console,
};
context.window = context;
vm.createContext(context);
vm.runInContext(fs.readFileSync(lunrFile, "utf-8"), context);
vm.runInContext(fs.readFileSync(pageFile, "utf-8"), context);

parts.q.listeners.focus();
setImmediate(() => {
  const answers = queries.map((query) => {
    parts.q.value = query;
    parts.q.listeners.input();
    const hits = parts.treffer.children.map((entry) => ({
      id: entry.dataset.id,
      href: entry.children[0].href,
      texts: entry.children.map((child) => child.textContent),
    }));
    return { status: parts.suchstand.textContent, hits };
  });
  process.stdout.write(JSON.stringify(answers));
});
