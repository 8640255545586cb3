// The error for a value that can't be understood.

/** An error with the code of `minthub check` and a German sentence for the field. */
export function wrong(code, text) {
  return Object.assign(new Error(text), { code });
}
