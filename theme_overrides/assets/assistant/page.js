// The form for new and corrected records: four short steps and a last one to send. What is typed lives in this page and its entry in
// the history, so neither „back“ nor a reload loses it; in the browser's storage only if somebody asks for it.

import { make } from "../finder/render.js";
import { Drafts } from "./drafts.js";
import { fieldOf, idOf, showError } from "./fields.js";
import { answerOf, finishOf } from "./finish.js";
import { showPlace, showProvider, townOf, twins } from "./lookup.js";
import * as mistakes from "./mistakes.js";
import { Places } from "./places.js";
import { card } from "./preview.js";
import { KIND, missingOf, questionsOf, seat, WHO } from "./questions.js";
import { changes, draft, file, rawOf } from "./record.js";
import { retitle, showCard, showFailure, showSteps } from "./show.js";
import { wish } from "./wish.js";
import { fetched, missing, today, TOP } from "./world.js";

// Long enough not to write the history with every letter: some browsers allow only a few changes a second.
const TYPING = 600;
const $ = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search);

const sayWhat = ({ values }) => `Sie ändern „${values.title}“. Was Sie nicht anfassen, bleibt, wie es ist.`;

class Page {
  constructor(data, places) {
    this.world = { data, places, today: today() };
    this.title = document.title;
    this.state = { kind: asked.get("art") === "termin" ? "events" : "offers", raw: {}, who: "", source: null, reached: 0 };
    this.step = 0;
    this.form = make("form", { novalidate: true, submit: (event) => this.next(event), class: "mint-form__fields" });
    this.errors = mistakes.box();
    this.steps = make("nav", { class: "mint-steps", "aria-label": "Schritte" });
    this.preview = make("section", { class: "mint-preview", "aria-labelledby": "vorschau-titel" }, make("h2", { id: "vorschau-titel" }, "So sieht es später aus"), make("ul", { class: "mint-hits", role: "list" }));
    this.drafts = new Drafts(() => ({ ...this.state, saved: this.world.today }), (kept) => this.take(kept));
    addEventListener("popstate", (event) => this.returned(event));
    addEventListener("pagehide", () => this.remember());
  }

  get kind() {
    return this.world.data.kinds[this.state.kind];
  }

  questions(step = this.step) {
    return questionsOf(this.kind, step, !this.state.source, this.world);
  }

  /** Opens what the address asks for: a record to correct, what was typed before, or an empty form. */
  async open() {
    const before = history.state?.draft;
    const id = asked.get("eintrag");
    if (before) Object.assign(this.state, before);
    else if (id) await this.load(id);
    this.step = before ? Math.min(history.state.step ?? 0, this.state.reached) : 0;
    this.drafts.isKept = Boolean(history.state?.isKept && this.drafts.stored());
    const box = $("formular");
    box.replaceChildren(this.drafts.box, this.steps, this.errors, make("div", { class: "mint-form__columns" }, this.form, this.preview));
    if (this.state.source) this.title = retitle(this.title, "Angaben ändern", sayWhat(this.state.source));
    this.show();
    this.remember();
    box.dataset.state = "ready";
  }

  async load(key) {
    const [folder, id] = key.split("/");
    const kind = this.world.data.kinds[folder];
    if (!kind || !/^[a-z0-9-]+$/.test(id ?? "")) throw missing(key);
    const source = await fetched(`${kind.section}/${id}/eintrag.json`);
    Object.assign(this.state, { kind: folder, source, raw: rawOf(kind, source, this.world.data), reached: this.world.data.steps.length - 1 });
  }

  // State and history

  entry() {
    return { step: this.step, draft: this.state, isKept: this.drafts.isKept };
  }

  remember() {
    clearTimeout(this.timer);
    if (!this.form.isConnected) return;
    history.replaceState(this.entry(), "");
    this.drafts.update();
  }

  /** Back and forth between steps: the newest answers stay. */
  returned({ state }) {
    const before = this.step;
    // Anchors of the page are in the history, too, and have no step.
    this.step = Math.min(state?.step ?? before, this.state.reached);
    this.remember();
    if (this.step !== before) this.show(true);
  }

  go(step) {
    this.remember();
    this.step = step;
    this.state.reached = Math.max(this.state.reached, step);
    history.pushState(this.entry(), "", `#schritt-${step + 1}`);
    this.show(true);
  }

  changed(key, value) {
    const before = this.state.raw[key];
    this.state.raw[key] = value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.remember(), TYPING);
    if (key === "postcode" && value !== before && !this.state.raw.city?.trim()) this.fill("city", townOf(this.state.raw, this.world));
    this.arrange();
    this.recheck(key);
  }

  /** Fills in a field for the visitor. */
  fill(key, value) {
    if (!value) return;
    this.state.raw[key] = value;
    const input = $(idOf(key));
    if (input) input.value = value;
    this.arrange();
    this.recheck(key);
    this.remember();
  }

  // What is seen

  show(isMoved = false) {
    const { data } = this.world;
    const isLast = this.step === data.steps.length;
    const step = isLast ? { title: "Abschicken", lead: "Prüfen Sie die Vorschau. Dann wählen Sie, wie Sie den Eintrag schicken. Jede Änderung wird geprüft, bevor sie erscheint – Sie können nichts kaputt machen." } : data.steps[this.step];
    this.boxes = [];
    this.showErrors([]);
    showSteps(this.steps, [...data.steps.map(({ short }) => short), "Abschicken"], this.step, this.state.reached, (at) => this.visit(at));
    this.drafts.show(isLast);
    const heading = make("h2", { tabindex: "-1", id: "schritt" }, step.title);
    this.form.replaceChildren(heading, make("p", { class: "mint-form__lead" }, step.lead), ...(isLast ? this.finish() : this.fields()), this.buttons(isLast));
    document.title = `${step.title} – ${this.title}`;
    this.arrange();
    if (!isMoved) return;
    heading.focus({ preventScroll: true });
    this.steps.scrollIntoView({ block: "start" });
  }

  fields() {
    const { raw } = this.state;
    const boxes = this.questions().map((question) => {
      const box = fieldOf(question.field, raw[question.key], this.world.data, (value) => this.changed(question.key, value));
      box.question = question;
      return box;
    });
    this.boxes = boxes;
    this.more = make("details", { class: "mint-more" }, make("summary", {}, "Mehr angeben"));
    const isFirst = this.step === 0 && !this.state.source;
    const isFourth = this.step === this.world.data.steps.length - 1;
    const list = make("div", { class: "mint-form__list" }, ...(isFirst ? [this.kindField()] : []), ...boxes, ...(isFourth ? [this.whoField()] : []));
    // Opened where something stands in it already, so nothing is hidden.
    this.more.open = boxes.some((box) => box.question.more && raw[box.question.key]?.length);
    return [list, this.more];
  }

  kindField() {
    return fieldOf(KIND, this.state.kind, this.world.data, (value) => {
      this.state.kind = value;
      this.remember();
      this.show();
      document.querySelector(`input[name="${KIND.key}"][value="${value}"]`).focus();
    });
  }

  whoField() {
    const box = fieldOf(WHO, this.state.who, this.world.data, (value) => {
      this.state.who = value;
      this.remember();
      this.recheck(WHO.key);
    });
    box.question = { key: WHO.key };
    this.boxes.push(box);
    return box;
  }

  /** Shows what belongs to the answers so far: fields of a place, the district, notes, the card. */
  arrange() {
    const { raw } = this.state;
    const list = this.form.querySelector(".mint-form__list");
    if (list) {
      for (const [at, box] of this.boxes.entries()) if (box.question.field) seat(box, this.boxes[at - 1], list, this.more, raw, this.world);
      this.more.hidden = !this.more.querySelector(".mint-field");
      showPlace(this.form, raw, this.world, (key, value) => this.fill(key, value));
      showProvider(this.form.querySelector('[data-key="provider"]'), raw.provider, this.world);
    }
    showCard(this.preview.querySelector("ul"), card(this.kind, this.draft().values, this.world), TOP);
  }

  /** Goes on with a draft that the browser has kept. */
  take({ kind, raw, who, source }) {
    if (!this.world.data.kinds[kind]) return;
    this.state = { kind, raw, who: who ?? "", source: source ?? null, reached: 0 };
    this.step = 0;
    if (source) this.title = retitle(this.title, "Angaben ändern", sayWhat(source));
    this.remember();
    this.show(true);
  }

  buttons(isLast) {
    const button = (text, click, name = "mint-button") => make("button", { type: click ? "button" : "submit", class: name, click }, text);
    return make(
      "p",
      { class: "mint-form__buttons" },
      this.step > 0 ? button("Zurück", () => this.go(this.step - 1)) : null,
      isLast ? null : button("Weiter", undefined, "mint-button mint-button--strong"),
      button("Entwurf in diesem Browser behalten", () => this.drafts.keep(), "mint-link"),
    );
  }

  finish() {
    const { kind, world, state } = this;
    const done = this.draft();
    const made = file(kind, done, world, state.source);
    const all = this.world.data.steps.flatMap((_, step) => this.questions(step));
    return finishOf(
      {
        kind,
        draft: done,
        file: made,
        source: state.source,
        changed: state.source ? changes(kind, done, state.source, (field, value) => answerOf(field, value, world.data)) : [],
        same: twins(kind, done.values.title, state.source?.id, world).filter(() => !state.source),
        missing: missingOf(all, done),
      },
      world,
      TOP,
    );
  }

  // Mistakes

  draft() {
    return draft(this.kind, this.state, this.world);
  }

  /** The problems of a step: those of its questions; in the fourth also who has checked it. */
  problems(step = this.step) {
    const keys = new Set(this.questions(step).map(({ key }) => key));
    const found = this.draft().problems.filter(({ key }) => keys.has(key));
    if (step === this.world.data.steps.length - 1 && !this.state.who) found.push({ key: "checked_by", text: "Wählen Sie, wer Sie sind." });
    const order = [...keys, "checked_by"];
    return found.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  }

  next(event) {
    event.preventDefault();
    if (this.step < this.world.data.steps.length) this.visit(this.step + 1);
  }

  /** Goes forward only if all earlier steps are valid, because an answer can invalidate those of an earlier step. */
  visit(target) {
    for (let step = 0; step < target && target > this.step; step += 1) {
      const problems = this.problems(step);
      if (!problems.length) continue;
      if (step !== this.step) this.go(step);
      this.showErrors(problems);
      return;
    }
    this.go(target);
  }

  /** Shows all problems at once: a list with links above the form, and a sentence at each field. */
  showErrors(problems) {
    for (const box of this.boxes ?? []) {
      const problem = problems.find(({ key }) => key === box.question.key);
      showError(box, problem?.text ?? "");
      if (!problem) continue;
      box.hidden = false;
      if (this.more?.contains(box)) this.more.open = true;
    }
    if (problems.length) this.arrange();
    mistakes.show(this.errors, problems);
  }

  /** A sentence at a field goes or changes as soon as the field does. */
  recheck(key) {
    const wrong = (this.boxes ?? []).filter((box) => box.classList.contains("is-wrong"));
    if (!wrong.length) return;
    const problems = this.problems();
    for (const box of wrong.filter((one) => one.question.key === key || !problems.some((problem) => problem.key === one.question.key))) {
      showError(box, problems.find((problem) => problem.key === box.question.key)?.text ?? "");
    }
  }
}

async function start() {
  try {
    const [data, places] = await Promise.all(["regeln", "orte"].map((name) => fetched(`mitmachen/angebot-eintragen/${name}.json`)));
    if (asked.has("wunsch")) wish($("formular"), asked, data);
    else await new Page(data, new Places(places)).open();
  } catch (error) {
    showFailure($("formular"), asked.has("eintrag") && error.isMissing, TOP);
  }
}

start();
