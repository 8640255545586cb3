// Writes a record as a file in the spelling of minthub/writing: quotes only where a YAML parser would misread a text without.

import { body as bodyOf, oneLine } from "./clean.js";

const PLAIN = /^(?![\s&*!|>%@`"'#,?:={}[\]-])(?:(?!:\s|\s#).)*(?<![\s:])$/u;
const IN_LIST = /[[\]{},?]/;
const NUMBER = /^(?:[-+.]?[0-9][0-9_,.:]*(?:[eE][-+]?[0-9]+)?|0[xo][0-9a-fA-F_]+)$/;
// Texts that YAML parsers read as another type.
const OTHER = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(?:~|null|Null|NULL|<<|=|)$/,
  /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/,
  /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
];

const quoted = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/** A text on one line, in straight quotes if it needs them. */
export function spelled(text, isInList = false) {
  const line = oneLine(text);
  const isPlain = PLAIN.test(line) && !(isInList && IN_LIST.test(line)) && !NUMBER.test(line) && !OTHER.some((one) => one.test(line));
  return isPlain ? line : quoted(line);
}

const isEmpty = (value) => value === undefined || value === null || value.length === 0;

/** The lines of the front matter: fields in their order, nothing that is empty or usual. */
function lines(fields, values) {
  return fields.flatMap((field) => {
    const value = values[field.key];
    if (isEmpty(value) || value === field.default) return [];
    const spell = (text, isInList) => (field.bare ? oneLine(text) : spelled(text, isInList));
    return [`${field.key}: ${field.many ? `[${value.map((one) => spell(one, true)).join(", ")}]` : spell(value)}`];
  });
}

/** The text of a record. `values` hold canonical texts or lists of them by key. */
export function recordText(kind, values, text) {
  const below = bodyOf(text);
  return ["---", ...lines(kind.fields, values), "---", ...(below ? [below] : []), ""].join("\n");
}
