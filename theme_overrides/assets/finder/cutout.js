// Removes words from a text.

/** The text without the words of a part, blanks tidied. */
export function without(query, part) {
  let rest = query;
  // From the end, so that offsets of earlier spans stay valid.
  for (const [start, end] of [...part.spans].sort(([a], [b]) => b - a)) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest.replace(/\s+([,.])/g, "$1").replace(/\s+/g, " ").replace(/^[\s,.]+|[\s,]+$/g, "");
}
