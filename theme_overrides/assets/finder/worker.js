// Answers the pages' questions away from their thread. One question after the other: a newer search makes older ones pointless.

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
 * After a new build the files of the old one are gone: then everything begins anew, once. Without a connection there is nothing new, and
 * the old one still answers what it has read.
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

/** What makes the next answers better and faster; without it they are right, too. */
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
