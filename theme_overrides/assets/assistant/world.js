// The site's address, the current day, and the data files of the build.

export const TOP = new URL("../../", import.meta.url);

/** The day where the visitor is, as in records: `2026-11-21`. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** An error that says that something does not exist; trying again does not help. */
export const missing = (path) => Object.assign(new Error(path), { isMissing: true });

/** Data by its path below the site's top. Throws if it is not there. */
export async function fetched(path) {
  const answer = await fetch(new URL(path, TOP));
  if (answer.status === 404) throw missing(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}
