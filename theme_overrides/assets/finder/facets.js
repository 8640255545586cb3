// The facets as columns: for each value the documents that have it, as bytes (1 or 0) by document number.

import { frontCoded, numbers, places, rising, unzigzag } from "./codec.js";
import { distance } from "./places.js";

const FILES = {
  wo: ["kreis"],
  alter: ["alter"],
  wer: ["phase", "zielgruppe", "schulen"],
  wie: ["kosten", "modus", "ferien"],
  was: ["fach", "format", "zugang", "frisch"],
  thema: ["thema"],
};
const GRADE_TO_AGE = 5;
export const COUNTED = Object.values(FILES).flat().filter((name) => name !== "alter");

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
    await Promise.all([...new Set(files)].map((file) => this.load(file)));
  }

  async load(file) {
    const data = await this.file(file);
    for (const name of FILES[file]) {
      if (!this.columns.has(name)) this.columns.set(name, new Map(Object.entries(data[name]).map(([value, text]) => [value, this.mask(rising(text))])));
    }
    if (file === "wo" && !this.points) {
      this.points = this.readPoints(data.punkt);
      this.towns = places(data.towns);
    }
    if (file === "wie" && !this.days) this.days = this.readDays(data.termin);
  }

  mask(documents) {
    const mask = new Uint8Array(this.size);
    for (const document of documents) mask[document] = 1;
    return mask;
  }

  /** Runs of documents at one place, put together by place. */
  readPoints({ names, runs }) {
    const labels = frontCoded(names);
    const steps = numbers(runs);
    const found = new Map();
    let [end, x, y] = [0, 0, 0];
    for (let at = 0; at < steps.length; at += 5) {
      const start = end + steps[at];
      end = start + steps[at + 1] + 1;
      x += unzigzag(steps[at + 2]);
      y += unzigzag(steps[at + 3]);
      const label = labels[steps[at + 4]];
      const key = `${x} ${y} ${label}`;
      if (!found.has(key)) found.set(key, { x, y, label, documents: [] });
      for (let document = start; document < end; document += 1) found.get(key).documents.push(document);
    }
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

  /** Documents with any of the values; a district also has what is there for the whole state. */
  any(name, values, state) {
    const wanted = name === "kreis" ? [...values, state] : values;
    const mask = new Uint8Array(this.size);
    for (const value of wanted) this.values(name).get(String(value))?.forEach((has, document) => (mask[document] |= has));
    return mask;
  }

  /** Documents with each of the values. */
  all(name, values) {
    const mask = new Uint8Array(this.size).fill(1);
    for (const value of values) {
      const column = this.values(name).get(value);
      mask.forEach((has, document) => (mask[document] = has && column ? column[document] : 0));
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

  /** Kilometres from a point by document; NaN for what has no place. */
  distances(from) {
    const found = new Float64Array(this.size).fill(NaN);
    for (const { x, y, documents } of this.points) {
      const km = distance(from, [x, y]) / this.index.root.km;
      for (const document of documents) found[document] = km;
    }
    return found;
  }

  /** What comes to a district or is there for it without being a place one goes to. */
  reaching(district, state) {
    const serves = this.any("kreis", [district], state);
    const isPlace = this.mask(this.points.flatMap(({ documents }) => documents));
    const comes = this.any("modus", ["mobil", "online"]);
    return serves.map((has, document) => (has && (!isPlace[document] || comes[document]) ? 1 : 0));
  }
}
