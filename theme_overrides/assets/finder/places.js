// Places by name or postcode. Points are places on the map, in its units.

import { frontCoded, numbers } from "./codec.js";
import { edits, fold, words } from "./german.js";

// Suffixes that distinguish places: „Neustadt in Sachsen“, „Oelsnitz/Erzgeb.“, „Limbach-Oberfrohna“.
const ADDITION = /(?:[/,(]| (?:in|im|an|am|bei|a\.|b\.|i\.|o\.)(?= |$)).*$/u;
// Minimum length of a first word that names a place by itself („Annaberg“ for Annaberg-Buchholz); shorter ones may be everyday words.
const MIN_FIRST_WORD = 6;
// Minimum size (power of two) of towns for which a first word of any length is enough: „Aue“ for Aue-Bad Schlema.
const LARGE = 15;
// A town with exactly the typed name wins over a larger one unless it is smaller by more than this many powers of two.
const EXACT_NAME = 2;

/** Distance in units of the map, which is flat enough for a state. */
export const distance = ([x1, y1], [x2, y2]) => Math.hypot(x1 - x2, y1 - y2);

const key = (name) => words(name).join(" ");

const isName = (first, { label, size }) => first.length >= MIN_FIRST_WORD || (size >= LARGE && /^\p{L}{3,}-/u.test(label));

/** @typedef {{label: string, district: string, point?: [number, number], number?: number}} Place `number`: of a town, whose point is with the facets */

export class Places {
  /** @param data meaning.json */
  constructor(data) {
    this.state = { id: data.state[0], name: data.state[1] };
    this.districts = data.districts.map(([id, title, names, ...point]) => ({ id, title, names: names.split("|"), point }));
    const inDistrict = numbers(data.in);
    /** @type {Place[]} the largest first */
    const size = numbers(data.size);
    this.towns = frontCoded(data.places)
      .map((label, number) => ({ label, number, district: this.districts[inDistrict[number]].id, size: size[number] }))
      .sort((a, b) => b.size - a.size);
    this.byName = new Map();
    for (const town of this.towns) {
      const whole = key(town.label);
      const base = key(town.label.replace(ADDITION, ""));
      const first = whole.split(" ")[0];
      for (const name of new Set([whole, key(this.nameOf(town)), base, isName(first, town) ? first : whole])) this.add(this.byName, name, town);
    }
    this.districtNames = new Map();
    for (const district of this.districts) {
      for (const name of new Set([district.title, ...district.names].map(key))) this.add(this.districtNames, name, district);
    }
    this.longest = Math.max(0, ...[...this.byName.keys(), ...this.districtNames.keys()].map((name) => name.split(" ").length));
  }

  /** With its district where another town has the same name: „Bernsdorf (Landkreis Zwickau)“. */
  nameOf(town) {
    const isAlone = this.towns.every((other) => other === town || other.label !== town.label);
    return isAlone ? town.label : `${town.label} (${this.district(town.district).title})`;
  }

  add(map, name, value) {
    if (!name) return;
    if (!map.has(name)) map.set(name, []);
    if (!map.get(name).includes(value)) map.get(name).push(value);
  }

  /** Towns of that name, the largest first; one with exactly that name may be smaller: „Auerbach“ is the town in the Vogtland. */
  named(name) {
    const found = this.byName.get(name) || [];
    const worth = (town) => town.size + (key(town.label) === name ? EXACT_NAME : 0);
    return [...found].sort((a, b) => worth(b) - worth(a));
  }

  /** Towns that begin like this, the largest first. */
  beginning(name) {
    return name.length < 3 ? [] : this.towns.filter((town) => key(town.label).startsWith(name));
  }

  /** Towns whose name differs by a typing error. */
  similar(name) {
    if (name.length < 4) return [];
    const most = name.length > 7 ? 2 : 1;
    return this.towns.filter((town) => edits(key(town.label.replace(ADDITION, "")), name, most) <= most).slice(0, 3);
  }

  districtsNamed(name) {
    return this.districtNames.get(name) || [];
  }

  /** Districts other than a town itself whose name holds the town's: „Leipzig“ → Landkreis Leipzig. */
  districtsWith(town) {
    const name = key(town.label.replace(ADDITION, ""));
    return this.districts.filter(({ id, title }) => key(title).includes(name) && this.townsIn(id) > 1);
  }

  /** A city that is a district by itself has one. */
  townsIn(district) {
    return this.towns.filter((town) => town.district === district).length;
  }

  district(id) {
    return this.districts.find((district) => district.id === id);
  }

  nearestDistricts(point, count = 3) {
    return [...this.districts]
      .filter((district) => district.point.length === 2)
      .sort((a, b) => distance(a.point, point) - distance(b.point, point))
      .slice(0, count);
  }
}

export const isPostcode = (text) => /^\d{5}$/.test(fold(text).trim());
