// The last step: the record is ready; four ways to send it, none of which loses it. Those without an account come first where there are any.

import { make } from "../finder/render.js";
import { optionsOf } from "./fields.js";
import { issueForm, mail, newFile } from "./links.js";
import { isChosen, isNamed } from "./record.js";
import { shown } from "./values.js";

const strong = "mint-button mint-button--strong";

const BY_HAND = "Öffnen Sie unten „Die Datei ansehen“, markieren Sie den Text und kopieren Sie ihn.";

/** Copies and says so; where that is not allowed, `byHand` says how else. */
export function copyButton(text, byHand = BY_HAND, label = "Text kopieren") {
  const told = make("span", { role: "status", class: "mint-told" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      told.textContent = "Der Text ist kopiert.";
    } catch {
      told.textContent = `Das ging nicht. ${byHand}`;
    }
  };
  return [make("button", { type: "button", class: "mint-button", click: copy }, label), told];
}

function downloadButton({ id, text }) {
  const save = () => {
    const href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
    make("a", { href, download: `${id}.md` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  };
  return make("button", { type: "button", class: "mint-button", click: save }, "Datei herunterladen");
}

const way = (title, ...parts) => make("li", { class: "mint-way" }, make("h3", {}, title), ...parts.filter(Boolean));
const PROPOSE = "Wählen Sie „Commit changes …“, dann „Propose changes“ und auf den nächsten zwei Seiten „Create pull request“. Erst dann ist es abgeschickt.";
const helpOf = (top) => said(make("a", { href: `${top.href}mitmachen/schritt-fuer-schritt/#3-auf-github-vorschlagen` }, "Mit Bildern erklärt: Auf GitHub vorschlagen"));
const numbered = (...texts) => make("ol", {}, ...texts.map((text) => make("li", {}, text)));
const said = (...text) => make("p", {}, ...text);
const out = (href, text, name) => make("a", { href, class: name }, text);

/** The display text of a value: labels of lists, dates in German spelling. */
export function answerOf(field, value, data) {
  if (!isChosen(field) && !isNamed(field)) return shown(value, field);
  const labels = new Map([...optionsOf(field, data).map(([id, label]) => [id, label]), [data.state.id, data.state.label]]);
  return [value].flat().map((id) => labels.get(id) ?? id).join(", ");
}

/** Question → answer for an issue form; fields without a question go into „Weitere Angaben“, one per line. */
export function answers(kind, { values, text }, data) {
  const given = kind.fields.filter(({ key }) => values[key]?.length && !data.notInIssues.includes(key));
  const isAsked = ({ key }) => kind.form.keys.includes(key);
  const told = Object.fromEntries(given.filter(isAsked).map((field) => [field.key, answerOf(field, values[field.key], data)]));
  const classes = kind.fields.find(({ key }) => key === "grades");
  // The form has one question for both.
  const asClasses = !values.ages && values.grades ? `Klasse ${shown(values.grades, classes)}` : "";
  const rest = given.filter((field) => !isAsked(field) && !(asClasses && field.key === "grades"));
  const more = rest.map((field) => `${field.label}: ${answerOf(field, values[field.key], data).replaceAll("\n", "; ")}`).join("\n");
  return { ...told, ...(asClasses ? { ages: asClasses } : {}), text, weiteres: more };
}

function onGitHub({ file, source }, data, top) {
  const { site } = data;
  if (!site.edit) return null;
  // The first way stands out.
  const look = site.mail ? "mint-button" : strong;
  const account = "Sie brauchen dort ein kostenloses Konto. Beim ersten Mal legt GitHub eine Kopie für Sie an; bestätigen Sie das.";
  if (source) {
    return way(
      "Auf GitHub vorschlagen",
      numbered("Kopieren Sie den neuen Text.", "Öffnen Sie die Datei, markieren Sie dort alles und fügen Sie den Text ein.", PROPOSE),
      make("p", { class: "mint-way__row" }, ...copyButton(file.text), out(`${site.edit}${file.path}`, "Datei bearbeiten", look)),
      said(account),
      helpOf(top),
    );
  }
  const { full, empty } = newFile(site, file);
  if (full) return way("Auf GitHub vorschlagen", said(`Die Datei ist dort schon ausgefüllt. ${PROPOSE} ${account}`), make("p", {}, out(full, "Ausgefüllte Datei auf GitHub öffnen", look)), helpOf(top));
  return way(
    "Auf GitHub vorschlagen",
    said("Ihr Text ist zu lang für einen Link."),
    numbered("Kopieren Sie ihn.", "Öffnen Sie die leere Datei und fügen Sie ihn ein.", PROPOSE),
    make("p", { class: "mint-way__row" }, ...copyButton(file.text), out(empty, "Leere Datei auf GitHub öffnen", look)),
    said(account),
    helpOf(top),
  );
}

function byIssue({ kind, draft, file, source, changed }, world) {
  const { data } = world;
  if (!data.site.issue) return null;
  const title = draft.values.title ?? "";
  const href = source
    ? issueForm(data.site, "fehler.yml", `Fehler: ${title}`, { seite: `${kind.folder}/${file.id}`, was: listed(changed), quelle: draft.values.source ?? "" })
    : issueForm(data.site, kind.form.file, title, answers(kind, draft, data));
  return way("Mit einem Formular auf GitHub melden", said("Ohne Dateien: Ihre Antworten stehen schon darin, die Redaktion macht daraus den Eintrag. Ein kostenloses Konto bei GitHub brauchen Sie auch hier."), make("p", {}, out(href, "Formular auf GitHub öffnen", "mint-button")));
}

function byMail({ kind, draft, file, source, changed }, { data }) {
  const subject = `${source ? "Änderung" : kind.singular}: ${draft.values.title ?? ""}`;
  const text = source ? `${file.path}\n\n${listed(changed)}\n\n${file.text}` : file.text;
  const { href, isWhole } = mail(data.site, subject, text);
  const how = isWhole ? "Ihr E-Mail-Programm öffnet sich mit dem fertigen Text." : "Ihr Text ist zu lang für einen Link: Kopieren Sie ihn und fügen Sie ihn in die E-Mail ein.";
  return way("Mit einer E-Mail", said(`Ohne Konto. ${how}`), make("p", { class: "mint-way__row" }, ...(isWhole ? [] : copyButton(text)), out(href, "E-Mail schreiben", strong)));
}

/** Where there is no address for mails yet. */
const asText = ({ text }) => way("Als Text weitergeben", said("Ohne Konto: Kopieren Sie den Text und schicken Sie ihn jemandem aus der Redaktion."), make("p", { class: "mint-way__row" }, ...copyButton(text, BY_HAND, "Eintrag kopieren")));

/** Changes as lines of text. */
const listed = (changed) => changed.map(([label, before, after]) => `- ${label}: ${before || "keine Angabe"} → ${after || "keine Angabe"}`).join("\n");

function changeList(changed) {
  if (!changed.length) return said("Sie haben nichts geändert. Damit bestätigen Sie, dass die Angaben heute stimmen.");
  const row = ([label, before, after]) => make("div", {}, make("dt", {}, label), make("dd", {}, make("del", {}, before || "keine Angabe")), make("dd", {}, make("ins", {}, after || "keine Angabe")));
  return make("div", {}, make("h3", {}, "Das haben Sie geändert"), make("dl", { class: "mint-changes" }, ...changed.map(row)));
}

/**
 * @param {{kind: Object, draft: Object, file: Object, source: Object|null, changed: string[][], same: string[][], missing: string[]}} done
 *   `same`: records of that title; `missing`: labels of what may be added
 */
export function finishOf(done, world, top) {
  const { kind, file, source, changed, same, missing } = done;
  const { data } = world;
  return [
    ...(source ? [changeList(changed)] : []),
    ...same.map(([id, title]) => make("p", { class: "mint-notice" }, "Das gibt es vielleicht schon: ", make("a", { href: `${top.href}${kind.section}/${id}/` }, title), ". Dann ändern Sie besser den Eintrag dort.")),
    ...(file.moves ? [make("p", { class: "mint-notice" }, `Der Ort liegt jetzt in einem anderen Kreis. Die Redaktion verschiebt die Datei in den Ordner ${file.folder}.`)] : []),
    ...(missing.length ? [said(`Noch ohne Angabe: ${missing.join(", ")}. Das ist freiwillig und hilft beim Finden.`)] : []),
    make("ol", { class: "mint-ways-out", role: "list" }, ...[
      ...(data.site.mail ? [byMail(done, world)] : []),
      onGitHub(done, data, top),
      byIssue(done, world),
      ...(data.site.mail ? [] : [asText(file)]),
      way("Als Datei speichern", said(`Der Eintrag als Datei ${file.id}.md, zum Aufheben oder Weitergeben.`), make("p", {}, downloadButton(file))),
    ].filter(Boolean)),
    make("details", { class: "mint-file" }, make("summary", {}, "Die Datei ansehen"), make("p", {}, make("code", {}, file.path)), make("pre", { id: "datei", tabindex: "0", role: "region", "aria-label": "Text der Datei" }, file.text)),
  ];
}
