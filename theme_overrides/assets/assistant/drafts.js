// A draft in this browser: kept only after somebody asks for it, gone when they delete it.

import { make } from "../finder/render.js";

const KEY = "angebot-entwurf";

const isObject = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
const isAnswer = (value) => typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string"));

/**
 * The stored draft, as far as it can be parsed: another version of this page may have written it.
 * @returns {{kind: string, raw: Object, who: string, source: Object|null, saved: string}|null}
 */
function load() {
  try {
    const { kind, raw, who, source, saved } = JSON.parse(localStorage.getItem(KEY));
    if (typeof kind !== "string" || !isObject(raw)) return null;
    const isSource = isObject(source) && isObject(source.values) && [source.id, source.path, source.body].every((text) => typeof text === "string");
    return {
      kind,
      raw: Object.fromEntries(Object.entries(raw).filter(([, value]) => isAnswer(value))),
      who: isAnswer(who) ? who : "",
      source: isSource ? source : null,
      saved: String(saved),
    };
  } catch {
    return null;
  }
}

/** Whether it could be kept. */
function save(draft) {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

function remove() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Without access to the storage nothing can have been stored.
  }
}

const button = (text, click) => make("button", { type: "button", class: "mint-link", click }, text);

export class Drafts {
  /** @param {() => Object} state what is to be kept; @param {(draft: Object) => void} onTake goes on with a kept draft */
  constructor(state, onTake) {
    this.state = state;
    this.onTake = onTake;
    this.isKept = false;
    this.box = make("div", { class: "mint-drafts", role: "status" });
  }

  stored() {
    return load();
  }

  /** Keeps what has changed, if somebody asked for it. */
  update() {
    if (this.isKept) save(this.state());
  }

  keep() {
    this.isKept = save(this.state());
    this.show(false);
    if (!this.isKept) this.say("Dieser Browser erlaubt das nicht. Laden Sie am Ende die Datei herunter.");
    this.box.querySelector("button")?.focus();
  }

  remove() {
    remove();
    this.isKept = false;
    this.say("Der Entwurf ist gelöscht.");
  }

  /** Shows the kept draft, with buttons to continue or delete it. */
  show(isLast) {
    const kept = this.isKept ? null : load();
    if (this.isKept) this.say("Der Entwurf bleibt in diesem Browser, bis Sie ihn löschen. ", button("Entwurf löschen", () => this.remove()));
    else if (kept && !isLast) this.say(`Es gibt einen Entwurf vom ${german(kept.saved)}: „${kept.raw.title || "ohne Titel"}“. `, button("Weiter daran arbeiten", () => this.take(kept)), " ", button("Entwurf löschen", () => this.remove()));
    else this.say();
  }

  take(kept) {
    this.isKept = true;
    this.onTake(kept);
  }

  say(...parts) {
    this.box.replaceChildren(...parts);
    this.box.hidden = !parts.length;
  }
}

const german = (day) => String(day).split("-").reverse().join(".");
