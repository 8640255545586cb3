// „Das fehlt hier“: a request with the question in it, as an issue or a mail, else the page that says how to take part.

import { make } from "./render.js";
import { address } from "./state.js";

/**
 * @param {{issue: string, mail: string}} ways
 * @param {import("./state.js").State} state
 */
export function missingLink({ issue, mail }, state, top) {
  const asked = [state.q, state.ort && `in ${state.ort}`, state.alter && `${state.alter} Jahre`, state.klasse && `Klasse ${state.klasse}`].filter(Boolean).join(", ");
  const title = `Das fehlt: ${asked || "Angebot"}`;
  const page = new URL(address(state) || "./", new URL("angebote/", top)).href;
  const body = `Gesucht und nicht gefunden: ${asked || "…"}\n${page}\n\nDas kenne ich oder wünsche ich mir (Name, Ort, Webseite, soweit bekannt):\n`;
  const encoded = (name) => `${name}=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
  let href = `${top.href}mitmachen/`;
  if (issue) href = `${issue}?${encoded("title")}`;
  else if (mail) href = `mailto:${mail}?${encoded("subject")}`;
  return make("a", { href }, "Sagen Sie uns, was Sie vermissen.");
}
