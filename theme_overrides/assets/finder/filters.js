// Filters: those that the visitor has set, and those understood from the text.

/** Filters with several values, of which one must fit. */
export const LISTS = ["kreis", "phase", "fach", "thema", "format", "kosten", "modus", "schulen", "ferien", "zugang", "zielgruppe", "frisch"];
// The kinds listed without words or a chosen kind: offers and events (for some words also other kinds, see `otherKinds`).
export const USUAL_KINDS = ["offers", "events"];
// For kinds without these facets, and for facets that editors may leave empty, documents with the typed words match as well.
const ALSO_AS_WORDS = new Set(["phase", "zielgruppe", "ferien", "schulen", "zugang"]);
const NEVER_AS_WORDS = new Set(["alter", "klasse", "ort"]);
// Kinds that also match by words if they fit the whole query, such as news about a fund.
const TELLING = ["news", "pages"];
const RADIUS = 25;
// If a filter's words occur in at most this many records, these match as well, whatever their kind, such as a camp with a „Zuschuss“.
const RARE = 40;

/** Names of districts are not searched for in texts; names of landscapes are. */
export const isAlsoWords = ({ param, like }) => !NEVER_AS_WORDS.has(param) && (param !== "kreis" || Boolean(like));

/** The facets that filters need. */
export function needs(parts, state, isNear) {
  const typed = parts.filter(({ param }) => param !== "ort");
  const used = [...LISTS.filter((name) => state[name].length), ...typed.flatMap(({ param, liked }) => (liked ? [param, liked.param] : [param]))];
  const needs = used.map((name) => (name === "klasse" ? "alter" : name));
  if (state.alter || state.klasse) needs.push("alter");
  return isNear ? [...needs, "kreis", "modus"] : needs;
}

/** The filters that the visitor has set or typed, as masks of documents; and the documents near the place. */
export async function addFilters(engine, found, state) {
  const { facets } = engine;
  const typed = found.parts.filter(({ param }) => param !== "ort");
  await facets.need(needs(found.parts, state, found.place || found.nearest?.length));
  const add = (param, mask, isTyped = false, label = "") => found.filters.push({ param, mask, isTyped, label });
  found.radius = Number(state.umkreis) || RADIUS;
  for (const name of LISTS) {
    if (state[name].length) add(name, name === "zugang" ? facets.all(name, state[name]) : facets.any(name, state[name], found.state));
  }
  if (state.alter) add("alter", facets.ages(Number(state.alter)));
  if (state.klasse) add("klasse", facets.grades(Number(state.klasse)));
  for (const part of typed) {
    const mask = await typedMask(engine, part, found);
    if (part.liked) found.liked.push(facets.any(part.liked.param, part.liked.value.split(" "), found.state));
    if (part.isLiked) found.liked.push(mask);
    else add(part.param, mask, true, part.label);
  }
  if (found.place) {
    found.place = { ...found.place, point: found.place.point ?? facets.towns[found.place.number] };
    found.distances = facets.distances(found.place.point);
    found.here = facets.any("kreis", [found.place.district], found.place.district);
    found.reaching = facets.reaching(found.place.district, found.state);
    const { label, town = label, point, number } = found.place;
    // With a postcode, only documents at its point or the town's count as „in the town“: of these nothing more exact is known.
    found.inTown = facets.inTown(town, town === label ? [] : [point, facets.towns[number]]);
    add("ort", near(found, found.radius), Boolean(found.parts.find(({ param }) => param === "ort")));
  }
  // A place and an age suggest a child that goes there, for whom offers that come to schools are less useful.
  if (found.place && found.parts.some(({ param }) => param === "alter")) found.liked.push(facets.any("modus", ["vor-ort", "online"]));
  if (found.nearest?.length) add("ort", facets.any("kreis", found.nearest, found.state), true);
  if (state.art.length) add("art", engine.kinds(state.art));
}

/** Documents with the value; where the facet does not exist or may be empty, also documents with the words. */
async function typedMask(engine, part, found) {
  const { facets } = engine;
  const { param, value } = part;
  if (param === "alter") return facets.ages(value);
  if (param === "klasse") return facets.grades(value);
  if (param === "art") return kindMask(engine, part, found);
  const mask = facets.any(param, String(value).split(" "), found.state);
  if (!isAlsoWords(part)) return mask;
  // Documents with the value rank before those that only have the word.
  if (param === "zielgruppe" && !part.isLiked) found.liked.push(mask.slice());
  const usual = engine.kinds(USUAL_KINDS);
  for (const document of await engine.words.having(part.words, part.like)) {
    if (mask[document] || (!ALSO_AS_WORDS.has(param) && usual[document])) continue;
    mask[document] = 1;
    if (usual[document] && !part.isLiked) found.inText.set(document, [...(found.inText.get(document) ?? []), part.label]);
  }
  return mask;
}

/** Documents of these kinds, and documents with the words. */
async function kindMask(engine, { value, words, like }, found) {
  const own = value.split(" ");
  const mask = engine.kinds(own);
  found.telling = engine.kinds(TELLING.filter((kind) => !own.includes(kind)));
  for (const document of await engine.words.having(words, like)) mask[document] |= found.telling[document];
  const others = found.text.length ? await engine.words.having(words) : [];
  if (others.length <= RARE) for (const document of others) mask[document] = 1;
  return mask;
}

/** Documents within the radius, and those that serve the place. */
export function near({ distances, reaching }, radius) {
  return reaching.map((comes, document) => (comes || distances[document] <= radius ? 1 : 0));
}
