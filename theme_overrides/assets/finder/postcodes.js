// Postcodes with place and point. Fetched when one is asked for.

import { frontCoded, numbers, places, rising } from "./codec.js";

export class Postcodes {
  /** @param data postcodes.json */
  constructor(data) {
    const names = frontCoded(data.places);
    const at = numbers(data.at);
    const place = places(data.points);
    const inDistrict = numbers(data.in);
    this.zones = data.zones;
    this.known = new Map(
      rising(data.codes).map((code, number) => [
        String(code).padStart(5, "0"),
        { label: names[at[number]], point: place[number], district: inDistrict[number] },
      ]),
    );
  }

  /** @returns {{label: string, point: [number, number], district: number} | undefined} `district`: its place in the list of districts */
  get(code) {
    return this.known.get(code);
  }

  /** About where a postcode of the country lies: the point of its region of two digits. */
  roughly(code) {
    return this.zones[code.slice(0, 2)];
  }
}
