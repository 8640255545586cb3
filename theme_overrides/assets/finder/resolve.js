// Resolves the place of a search: a postcode or a name becomes a point, with alternatives if it is ambiguous.

import { without } from "./cutout.js";
import { words } from "./german.js";
import { isPostcode } from "./places.js";

/**
 * @param {{wanted: string, typed?: Object, state: Object, places: import("./places.js").Places, postcodes: import("./postcodes.js").Postcodes|null}} question
 * `typed`: the part of the text in which the place was found
 * @returns {{place: Object|null, choices: Object[], notes: string[], nearest?: string[]}} nearest: districts to look in instead
 */
export function resolvePlace({ wanted, typed, state, places, postcodes }) {
  const nothing = { place: null, choices: [], notes: [] };
  if (!wanted.trim()) return nothing;
  if (isPostcode(wanted)) return byPostcode({ code: wanted.trim(), typed, state, places, postcodes });
  return byName({ wanted, typed, state, places });
}

/** The state with this place instead of the one that was typed or chosen. */
const instead = (state, typed, change) => ({
  ...state,
  q: typed ? without(state.q, typed) : state.q,
  ort: "",
  kreis: [],
  ...change,
});

function byPostcode({ code, typed, state, places, postcodes }) {
  const found = postcodes.get(code);
  if (found) {
    const { id } = places.districts[found.district];
    const town = places.named(words(found.label).join(" ")).find(({ district }) => district === id);
    return { place: { label: `${code} ${found.label}`, town: found.label, number: town?.number, point: found.point, district: id }, choices: [], notes: [] };
  }
  const roughly = postcodes.roughly(code);
  const nearest = roughly ? places.nearestDistricts(roughly) : [];
  return {
    place: null,
    nearest: nearest.map(({ id }) => id),
    choices: nearest.map(({ id, title }) => ({ label: title, state: instead(state, typed, { kreis: [id] }) })),
    notes: [
      roughly
        ? `Die Postleitzahl ${code} liegt nicht in ${places.state.name}. Gezeigt wird, was es in den nächsten Kreisen gibt.`
        : `Die Postleitzahl ${code} gibt es nicht.`,
    ],
  };
}

function byName({ wanted, typed, state, places }) {
  const name = words(wanted).join(" ");
  const exact = places.named(name);
  if (exact.length) return among(exact, { typed, state, places });
  const districts = places.districtsNamed(name);
  if (districts.length) {
    const [{ id, title, point }] = districts;
    return { place: { label: title, point, district: id }, choices: [], notes: [] };
  }
  const begun = places.beginning(name);
  if (begun.length) return among(begun.slice(0, 4), { typed, state, places });
  const meant = places.similar(name);
  return {
    place: null,
    choices: meant.map(({ label }) => ({ label, state: instead(state, typed, { ort: label }) })),
    notes: [`Den Ort „${wanted}“ kennen wir nicht in ${places.state.name}.${meant.length ? " Meinten Sie:" : ""}`],
  };
}

/** The first of several places, and a choice of the others and of districts of that name. */
function among([town, ...others], { typed, state, places }) {
  const choices = others.slice(0, 4).map((other) => ({
    label: `${other.label} (${places.district(other.district).title})`,
    state: instead(state, typed, { ort: places.nameOf(other) }),
  }));
  for (const district of places.districtsWith(town)) {
    choices.push({ label: district.title, state: instead(state, typed, { kreis: [district.id] }) });
  }
  return { place: town, choices, notes: [] };
}
