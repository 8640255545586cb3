// The facets as columns: for each value the documents that have it, as bytes (1 or 0) by document number.

import { frontCoded, numbers, places, rising, unzigzag } from "./codec.js";
import { distance } from "./places.js";

const FILES = {
  wo: ["kreis"],
  alter: ["alter"],
  phase: ["phase"],
  wer: ["zielgruppe", "schulen"],
  kosten: ["kosten"],
  modus: ["modus"],
  ferien: ["ferien"],
  fach: ["fach"],
  format: ["format"],
  was: ["zugang", "frisch"],
  thema: ["thema"],
};
const GRADE_TO_AGE = 5;
const ADULT = 18;
export const COUNTED = Object.values(FILES).flat().filter((name) => name !== "alter");

/** The values of a facet with their documents, decoded lazily, because most are never needed. */
class Column {
  constructor(written, size) {
    this.written = new Map(Object.entries(written));
    this.size = size;
    this.masks = new Map();
  }

  get(value) {
    const text = this.written.get(value);
    if (text !== undefined && !this.masks.has(value)) this.masks.set(value, maskOf(rising(text), this.size));
    return this.masks.get(value);
  }

  keys() {
    return this.written.keys();
  }

  *values() {
    for (const value of this.keys()) yield this.get(value);
  }

  *[Symbol.iterator]() {
    for (const value of this.keys()) yield [value, this.get(value)];
  }
}

function maskOf(documents, size) {
  const mask = new Uint8Array(size);
  for (let at = 0; at < documents.length; at += 1) mask[documents[at]] = 1;
  return mask;
}

export class Facets {
  /** @param {import("./data.js").Index} index */
  constructor(index) {
    this.index = index;
    this.size = index.root.documents;
    this.columns = new Map();
  }

  file(name) {
    return this.index.made(name, (data) => data);
  }

  /** Fetches what these facets need. */
  async need(names) {
    const files = Object.keys(FILES).filter((file) => FILES[file].some((name) => names.includes(name)));
    await Promise.all(files.map((file) => this.load(file)));
  }

  async load(file) {
    const data = await this.file(file);
    for (const name of FILES[file]) if (!this.columns.has(name)) this.columns.set(name, new Column(data[name], this.size));
    if (file === "wo" && !this.runs) {
      this.runs = numbers(data.punkt.runs);
      this.names = data.punkt.names;
      this.towns = places(data.towns);
    }
    if (file === "ferien" && !this.days) this.days = this.readDays(data.termin);
  }

  mask(documents) {
    return maskOf(documents, this.size);
  }

  /** Calls with each run of documents at one place: its first document and the one after its last, the place, the number of its name. */
  eachRun(visit) {
    const { runs } = this;
    let [end, x, y] = [0, 0, 0];
    for (let at = 0; at < runs.length; at += 5) {
      const start = end + runs[at];
      end = start + runs[at + 1] + 1;
      x += unzigzag(runs[at + 2]);
      y += unzigzag(runs[at + 3]);
      visit(start, end, x, y, runs[at + 4]);
    }
  }

  /** Places with their documents, for the map. */
  get points() {
    const labels = frontCoded(this.names);
    const found = new Map();
    this.eachRun((start, end, x, y, name) => {
      const key = `${x} ${y} ${name}`;
      if (!found.has(key)) found.set(key, { x, y, label: labels[name], documents: [] });
      for (let document = start; document < end; document += 1) found.get(key).documents.push(document);
    });
    return [...found.values()];
  }

  readDays(column) {
    const days = new Map();
    for (const [day, text] of Object.entries(column)) for (const document of rising(text)) days.set(document, Date.parse(day));
    return days;
  }

  values(name) {
    return this.columns.get(name);
  }

  /** Documents with any of the values; a district includes those that serve the whole state. */
  any(name, values, state) {
    const mask = new Uint8Array(this.size);
    for (const value of name === "kreis" ? [...values, state] : values) {
      const column = this.values(name).get(String(value));
      if (column) for (let document = 0; document < mask.length; document += 1) mask[document] |= column[document];
    }
    return mask;
  }

  /** Documents with each of the values. */
  all(name, values) {
    const mask = new Uint8Array(this.size).fill(1);
    for (const value of values) {
      const column = this.values(name).get(value) ?? this.mask([]);
      for (let document = 0; document < mask.length; document += 1) mask[document] &= column[document];
    }
    return mask;
  }

  /** Documents for an age in years. */
  ages(age) {
    const spans = [...this.values("alter").keys()].filter((span) => {
      const [first, last] = span.split("-").map(Number);
      return first <= age && age <= last;
    });
    return this.any("alter", spans);
  }

  /** Documents for a class; children in class 1 are mostly six years old. */
  grades(grade) {
    return this.ages(grade + GRADE_TO_AGE);
  }

  /** Documents for a year less, and for one more; without offers for adults, which do not suit children of nearly that age. */
  agesBeside(age, first = 1) {
    return [age - 1, age + 1].filter((year) => year >= first && year < ADULT === age < ADULT).map((year) => this.ages(year));
  }

  gradesBeside(grade) {
    return this.agesBeside(grade + GRADE_TO_AGE, 1 + GRADE_TO_AGE);
  }

  /** Kilometres from a point by document; NaN for documents without a place. */
  distances(from) {
    const found = new Float64Array(this.size).fill(NaN);
    this.eachRun((start, end, x, y) => found.fill(distance(from, [x, y]) / this.index.root.km, start, end));
    return found;
  }

  /** Documents in a town; with `points` only those at one of these points. */
  inTown(town, points) {
    const mask = this.mask([]);
    const name = frontCoded(this.names).indexOf(town);
    const isThere = (x, y) => !points.length || points.some((point) => point && distance(point, [x, y]) === 0);
    this.eachRun((start, end, x, y, number) => number === name && isThere(x, y) && mask.fill(1, start, end));
    return mask;
  }

  /** Documents that serve a district without being a place to go to, such as mobile offers. */
  reaching(district, state) {
    const mask = this.any("kreis", [district], state);
    const comes = this.any("modus", ["mobil", "online"]);
    // Networks have a seat, but nobody goes there.
    for (const [kind, start, end] of this.index.root.ranges) if (kind === "networks") comes.fill(1, start, end);
    this.eachRun((start, end) => {
      for (let document = start; document < end; document += 1) mask[document] &= comes[document];
    });
    return mask;
  }
}
