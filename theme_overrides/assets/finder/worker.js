// Answers the queries of pages in a worker, one at a time; a newer search supersedes older ones.

import { MissingFile, openIndex } from "./data.js";
import { Engine } from "./engine.js";
import { fetchLunr } from "./part.js";

// After the cards and the numbers beside the filters: nothing that a visitor waits for.
const LATER = 1500;

let top;
let engine;

const made = async () => new Engine(await openIndex(top));

const open = () => {
  engine ??= made();
  engine.catch(() => (engine = null));
  return engine;
};

/**
 * After a new build the files of the old one are gone; then the index is reopened and the query repeated, once. Without a connection
 * the old index stays in use and answers from the files it has read.
 */
async function answer(name, value, show) {
  try {
    return await (await open())[name](value, show);
  } catch (error) {
    if (!(error instanceof MissingFile)) throw error;
    engine = Promise.resolve(await made());
    return (await open())[name](value, show);
  }
}

/** Preloads files that make the next answers better and faster; answers are correct without them. */
async function prepare() {
  const { index } = await open();
  await Promise.allSettled([fetchLunr(), index.fetchTerms()]);
}

self.addEventListener("message", async ({ data: { number, name, value } }) => {
  if (name === "top") {
    top = value;
    return;
  }
  try {
    const show = (first) => self.postMessage({ number, first });
    self.postMessage({ number, value: await answer(name, value, show) });
    if (name === "search") setTimeout(prepare, LATER);
  } catch (error) {
    self.postMessage({ number, error: String(error?.message ?? error) });
  }
});
