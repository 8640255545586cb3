// Clusters the points of the map into circles and places names. Pure: no document.

/**
 * @typedef {{x: number, y: number, label: string, count: number, docs: number[]}} Point in units of the map
 * @typedef {Point & {places: number, points: Point[]}} Cluster at its largest point; `places`: number of names in it
 * @typedef {{left: number, top: number, right: number, bottom: number}} Rect in pixels
 * @typedef {{x: number, y: number, half: number}} Circle in pixels
 */

// In rem: circles grow with the text. The smallest is above 24 CSS px, the room between two is for fingers.
const [SMALLEST, LARGEST, GROWTH, GAP] = [1.6, 2.5, 0.13, 0.4];

// Points with the same name within this distance (km) are merged as one town, up to this scale (pixels per km).
const TOWN = 20;
const TOWN_OPENS = 9;

const { compare } = new Intl.Collator("de");

/** The diameter of a circle in rem. It grows logarithmically, so that 100 hits do not hide the neighbours. */
export const sizeOf = (count) => Math.min(LARGEST, SMALLEST + GROWTH * Math.log2(count));

// Not Math.hypot, which takes several times as long.
export const distance = (a, b) => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);

const largestFirst = (a, b) => b.count - a.count || compare(a.label, b.label) || a.x - b.x || a.y - b.y;

/** Puts each item, the largest first, into the nearest group it belongs to. The order of the items changes nothing. */
function gather(items, belongs) {
  const groups = [];
  for (const item of [...items].sort(largestFirst)) {
    let [best, least] = [null, Infinity];
    for (const group of groups) {
      const away = distance(group, item);
      if (away < least && belongs(group, item, away)) [best, least] = [group, away];
    }
    if (best) {
      best.points.push(...item.points);
      best.count += item.count;
    } else {
      groups.push({ ...item, points: [...item.points] });
    }
  }
  return groups;
}

/** Points of one name that are near each other; `reach` in units. */
function towns(points, reach) {
  const byName = new Map();
  for (const point of points) {
    if (!byName.has(point.label)) byName.set(point.label, []);
    byName.get(point.label).push({ ...point, points: [point] });
  }
  return [...byName.values()].flatMap((same) => gather(same, (town, point, away) => away < reach));
}

/**
 * Circles that don't touch each other.
 * @param {Point[]} points
 * @param {number} scale pixels in a unit
 * @param {number} km units in a kilometre
 * @param {number} rem pixels
 * @returns {Cluster[]} by name
 */
export function clusters(points, scale, km, rem) {
  const touch = (a, b, away) => away * scale < rem * ((sizeOf(a.count) + sizeOf(b.count)) / 2 + GAP);
  let groups = towns(points, scale * km < TOWN_OPENS ? TOWN * km : 0);
  for (let before = Infinity; groups.length < before; ) {
    before = groups.length;
    groups = gather(groups, touch);
  }
  for (const group of groups) {
    group.docs = group.points.flatMap((point) => point.docs);
    group.places = new Set(group.points.map((point) => point.label)).size;
  }
  return groups.sort((a, b) => compare(a.label, b.label) || a.x - b.x);
}

/** The box around points. */
export function around(points) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

const rect = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });

/** Where the name of a circle may stand: right, left, below and above, in the middle or flush with it. */
export function beside({ x, y, half }, width, height) {
  const across = [x - width / 2, x - half, x + half - width];
  return [
    rect(x + half, y - height / 2, width, height),
    rect(x - half - width, y - height / 2, width, height),
    ...across.map((left) => rect(left, y + half, width, height)),
    ...across.map((left) => rect(left, y - half - height, width, height)),
  ];
}

/** A name in the middle of an area, or nowhere if the area is smaller. */
export function over({ x, y }, width, height, area) {
  return area.width < width || area.height < height ? [] : [rect(x - width / 2, y - height / 2, width, height)];
}

const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const between = (low, value, high) => Math.min(high, Math.max(low, value));
const touches = ({ left, top, right, bottom }, { x, y, half }) =>
  Math.hypot(x - between(left, x, right), y - between(top, y, bottom)) < half - 1;

/**
 * Gives each name the first of its places that is free; those without room get none.
 * @param {Rect[][]} wishes for each name its places, the most important name first
 * @param {Circle[]} circles
 * @returns {(Rect|undefined)[]} where each name stands
 */
export function roomFor(wishes, circles, width, height) {
  const full = [];
  const inside = (place) => place.left >= 0 && place.top >= 0 && place.right <= width && place.bottom <= height;
  const free = (place) =>
    inside(place) && !full.some((other) => meet(place, other)) && !circles.some((circle) => touches(place, circle));
  return wishes.map((places) => {
    const found = places.find(free);
    if (found) full.push(found);
    return found;
  });
}
