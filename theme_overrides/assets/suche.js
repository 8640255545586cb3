// The search page: folds what is typed as the index was folded, asks lunr, shows the hits.
"use strict";

(() => {
  const MAX_HITS = 40;
  const field = document.getElementById("q");
  const status = document.getElementById("suchstand");
  const list = document.getElementById("treffer");
  let data;

  // The same folding as minthub/folding.py; tests compare both on the same words.
  const LETTERS = { "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d" };
  const fold = (text) =>
    text
      .toLowerCase()
      .replace(/[ßæøłđ]/g, (char) => LETTERS[char])
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/(?<=[^aeoq])ue|ae|oe|^ue/g, (pair) => pair[0]);
  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  // A word as typed or begun counts; only if there is none, a word that holds it; only then one with a typing error.
  // („Bautzen“ must not also find „bauten“.)
  const ways = (term) => {
    const { LEADING, TRAILING } = lunr.Query.wildcard;
    const exact = [[{ boost: 10 }, { boost: 4, wildcard: TRAILING }]];
    if (term.length < 4) return exact;
    return [...exact, [{ wildcard: LEADING | TRAILING }], [{ editDistance: term.length > 7 ? 2 : 1 }]];
  };
  const ask = (term) => {
    for (const clauses of ways(term)) {
      const hits = data.index.query((query) => clauses.forEach((clause) => query.term(term, clause)));
      if (hits.length) return hits;
    }
    return [];
  };

  const best = (terms) => {
    const found = new Map();
    for (const term of terms) {
      for (const hit of ask(term)) {
        const known = found.get(hit.ref) || { terms: 0, score: 0 };
        found.set(hit.ref, { terms: known.terms + 1, score: known.score + hit.score });
      }
    }
    const ranked = [...found].sort((a, b) => b[1].terms - a[1].terms || b[1].score - a[1].score);
    const most = ranked.length ? ranked[0][1].terms : 0;
    return ranked.filter(([, value]) => value.terms === most).map(([ref]) => ref);
  };

  const item = (ref) => {
    const hit = data.hits[ref];
    const entry = document.createElement("li");
    entry.dataset.id = ref;
    const link = document.createElement("a");
    link.href = "../" + hit.href;
    link.textContent = hit.title;
    const meta = document.createElement("p");
    meta.className = "mint-hits__meta";
    meta.textContent = hit.over ? hit.meta + " · nicht mehr aktuell" : hit.meta;
    const summary = document.createElement("p");
    summary.textContent = hit.summary;
    entry.append(link, meta, summary);
    return entry;
  };

  const show = () => {
    // Until the index is there, the status says that it is being loaded, or why it is not.
    if (!data) return;
    const terms = words(field.value);
    if (!terms.length) {
      status.textContent = "";
      list.replaceChildren();
      return;
    }
    const refs = best(terms);
    // What is over stays findable, after everything that is not.
    refs.sort((a, b) => Boolean(data.hits[a].over) - Boolean(data.hits[b].over));
    list.replaceChildren(...refs.slice(0, MAX_HITS).map(item));
    const shown = refs.length > MAX_HITS ? `, die ersten ${MAX_HITS} stehen hier` : "";
    status.textContent = refs.length
      ? `${refs.length} Treffer${shown}`
      : "Kein Treffer. Versuchen Sie ein anderes Wort oder wählen Sie unten Kreis, Alter oder Fach.";
  };

  const keepAddress = () => {
    const address = new URL(location);
    if (field.value) address.searchParams.set("q", field.value);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  };

  field.value = new URLSearchParams(location.search).get("q") || "";
  // lunr and the index are fetched with the first sign of interest, not with the page.
  const script = () =>
    new Promise((resolve, reject) => {
      if ("lunr" in window) return resolve();
      const element = document.createElement("script");
      element.src = "lunr.js";
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  const index = () =>
    fetch("index.json").then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))));
  let loading;
  const load = () => {
    loading ??= Promise.all([script(), index()])
      .then(([, json]) => {
        data = { hits: json.hits, index: lunr.Index.load(json.index) };
        status.textContent = "";
        show();
      })
      .catch(() => {
        status.textContent =
          "Die Suche lässt sich gerade nicht laden. Über Kreis, Alter und Fach finden Sie trotzdem alles.";
      });
  };
  const search = () => {
    if (!loading) status.textContent = "Die Suche wird geladen …";
    load();
    show();
    keepAddress();
  };

  status.textContent = "";
  field.addEventListener("focus", load);
  field.addEventListener("input", search);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  if (field.value) search();
})();
