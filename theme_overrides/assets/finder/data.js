// The published index: which file holds what, fetched once each. Used by the worker and by pages that need cards only.

import { frontCoded, numbers, Reader } from "./codec.js";

/** A file is missing or broken: the build that this page knew has been replaced, or the connection failed. */
export class MissingFile extends Error {}

async function json(url, options) {
  let answer;
  try {
    answer = await fetch(url, options);
  } catch (error) {
    throw new MissingFile(`${url}: ${error.message}`);
  }
  if (!answer.ok) throw new MissingFile(`${url}: ${answer.status}`);
  try {
    return await answer.json();
  } catch (error) {
    throw new MissingFile(`${url}: ${error.message}`);
  }
}

/** The index of the last of the sorted texts that does not sort after `text`. */
function lastUpTo(texts, text) {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (texts[middle] <= text) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Opens the newest index below `top` (the URL of `suche/`). Rejects with MissingFile. */
export async function openIndex(top) {
  const { folder } = await json(new URL("stand.json", top), { cache: "no-cache" });
  const base = new URL(`${folder}/`, top);
  return new Index(base, await json(new URL("root.json", base)));
}

/** The first terms of term files, and for each whether it continues a frequent term of the file before (see `shards.goes_on`). */
function beginnings(written) {
  const texts = written.split(" ");
  return { firsts: frontCoded(texts.map((text) => text.replace(".", ""))), goOn: texts.map((text) => text.endsWith(".")) };
}

export class Index {
  constructor(base, root) {
    this.base = base;
    this.root = { ...root, pages: root.pages && beginnings(root.pages) };
    this.terms = root.terms && beginnings(root.terms);
    this.files = new Map();
  }

  /** A file of the index as JSON, cached; a failed request is repeated next time. */
  file(name) {
    if (!this.files.has(name)) {
      const asked = json(new URL(`${name}.json`, this.base));
      asked.catch(() => this.files.delete(name));
      this.files.set(name, asked);
    }
    return this.files.get(name);
  }

  /** A file converted by a function, cached. */
  made(name, make) {
    const key = `${name}*`;
    if (!this.files.has(key)) {
      const asked = this.file(name).then(make);
      asked.catch(() => this.files.delete(key));
      this.files.set(key, asked);
    }
    return this.files.get(key);
  }

  /** Numbers of the files with terms that begin with `prefix`. */
  async shardsOf(prefix) {
    const [first, last] = await Promise.all([this.shardOf(prefix), this.shardOf(`${prefix}\uffff`)]);
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  }

  /** Number of the file that would hold a term: by the first terms in the root, or in pages if the index is large. */
  async shardOf(term) {
    const { pages, page } = this.root;
    if (this.terms) return Math.max(0, lastUpTo(this.terms.firsts, term));
    const number = Math.max(0, lastUpTo(pages.firsts, term));
    const { firsts } = await this.page(number);
    return number * page + Math.max(0, lastUpTo(firsts, term));
  }

  /** Whether a term file begins with longer terms whose prefix is a frequent term of the file before. */
  async goesOn(number) {
    const { page } = this.root;
    if (this.terms) return this.terms.goOn[number];
    return (await this.page(Math.floor(number / page))).goOn[number % page];
  }

  page(number) {
    return this.made(`r${number}`, (data) => beginnings(data.terms));
  }

  /** Fetches all pages in one file, which saves a request for each of the words to come. */
  async fetchTerms() {
    this.terms ??= beginnings((await this.file("terms")).terms);
  }

  /**
   * `same`: typed stem → synonyms (alternatives separated by `|`), or "" for fillers
   * @returns {Promise<{terms: string[], places: Map<string, number>, postings: string[], parts: Object, same: Map<string, string>}>}
   */
  shard(number) {
    return this.made(`t${number}`, ({ t, p, c, s = {} }) => {
      const terms = frontCoded(t);
      return { terms, places: new Map(terms.map((term, at) => [term, at])), postings: p, parts: c, same: new Map(Object.entries(s)) };
    });
  }

  /** Terms of about a length with how often they occur (in quarters of powers of two). */
  lexicon(list, number) {
    return this.made(`${list}${number}`, ({ t, n }) => {
      const often = numbers(n);
      return frontCoded(t).map((term, at) => ({ term, often: often[at] }));
    });
  }

  /** Cards by document number. */
  async cards(documents) {
    const { block } = this.root.cards;
    const blocks = await Promise.all(documents.map((number) => this.file(`b${Math.floor(number / block)}`)));
    return documents.map((number, at) => card(blocks[at][number % block], number, this.root.cards));
  }

  /** Document numbers by id (`offers/robotik-ag`); null where there is no such record any more. */
  async find(ids) {
    const firsts = await this.made("ids", frontCoded);
    const places = ids.map((id) => lastUpTo(firsts, id));
    const files = await Promise.all(
      places.map((place) =>
        place < 0
          ? new Map()
          : this.made(`i${place}`, ({ t, n }) => {
              const found = numbers(n);
              return new Map(frontCoded(t).map((id, at) => [id, found[at]]));
            }),
      ),
    );
    return ids.map((id, at) => files[at].get(id) ?? null);
  }
}

/** A card from its row (search/cardfiles.py): numbers refer to texts of the root, and empty values at the end are cut off. */
function card([id, title, kind, summary = "", facts = [], badges = [], subjects = [], rest = {}], number, { sections, texts }) {
  const whole = (text) => (typeof text === "number" ? texts[text] : text);
  const pair = (text) => {
    const [, sign, label] = /^(\S*) (.*)$/s.exec(whole(text));
    return [sign, label];
  };
  const [folder, name] = id.split("/");
  return {
    ...{ id, title, summary, number, href: `${sections[folder]}/${name}/`, kind: whole(kind) },
    facts: facts.flatMap((text, at) => (at % 2 ? [] : [[...pair(text), whole(facts[at + 1])]])),
    badges: badges.map(pair),
    subjects: subjects.map(pair),
    ...{ times: [], quiet: false, over: false, ends: "" },
    ...rest,
  };
}

/** The postings of a term: for each field its documents and their scores in thousandths. */
export function postings(text) {
  const reader = new Reader(text);
  const fields = [];
  while (!reader.isAtEnd) {
    const field = reader.number();
    const distinct = reader.numbers(reader.number());
    const count = reader.number();
    const documents = reader.rising(count);
    const scores = distinct.length > 1 ? reader.numbers(count) : new Int32Array(count);
    for (let at = 0; at < count; at += 1) scores[at] = distinct[scores[at]];
    fields.push({ field, documents, scores });
  }
  return fields;
}
