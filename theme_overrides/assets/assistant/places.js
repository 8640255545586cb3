// Which towns a postcode has, and in which district a town lies: as minthub/places.py and checks/locations.py.

import { edits } from "../finder/german.js";
import { foldKey } from "./values.js";

const LOCALITY = /\s*(?:,\s*(?:OT|Ortsteil)(?![\p{L}\p{N}_])|\s(?:OT|Ortsteil)\s|\().*$/u;
const SUFFIX = /\s*(?:\/|,\s*(?:Stadt|Bergstadt|Hochschulstadt)).*$/;

export class Places {
  /** @param {{towns: [string, string, string][], postcodes: Object<string, [string, string][]>}} data `orte.json` */
  constructor({ towns, postcodes }) {
    this.postcodes = postcodes;
    this.names = towns.map(([name]) => name);
    this.byName = new Map();
    for (const [name, official, district] of towns) {
      for (const spelling of new Set([name, name.replace(SUFFIX, ""), official || name])) {
        const key = foldKey(spelling);
        const rows = this.byName.get(key) ?? this.byName.set(key, []).get(key);
        if (!rows.some((row) => row.name === name && row.district === district)) rows.push({ name, district });
      }
    }
  }

  /** The towns of a postcode, the main one first. */
  postcode(code) {
    return (this.postcodes[code] ?? []).map(([name, district]) => ({ name, district }));
  }

  /** The towns of a name; „Frohburg, OT Linda“ is looked up as Frohburg. */
  city(name) {
    const plain = name.replace(LOCALITY, "").trim();
    return this.byName.get(foldKey(plain)) ?? this.byName.get(foldKey(plain.replace(SUFFIX, ""))) ?? [];
  }

  /** The name of the town that was probably meant. */
  near(name) {
    const key = foldKey(name);
    const most = key.length < 6 ? 1 : 2;
    const found = this.names.map((town) => [edits(key, foldKey(town), most), town]).filter(([far]) => far <= most);
    return found.sort(([a], [b]) => a - b)[0]?.[1] ?? "";
  }

  /** The district of a record: written, else that of the postcode, else that of a town that only one district has. */
  districtOf({ district, postcode, city }) {
    if (district) return district;
    const named = city ? districts(this.city(city)) : [];
    const known = postcode ? districts(this.postcode(postcode)) : [];
    if (known.length) return known.find((id) => named.includes(id)) ?? known[0];
    return named.length === 1 ? named[0] : "";
  }
}

/** Ids of districts, each once. */
export const districts = (towns) => [...new Set(towns.map(({ district }) => district))];
