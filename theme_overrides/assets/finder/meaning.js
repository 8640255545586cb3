// Interprets typed text: a place, ages and classes, and the filters of the vocabulary; the rest is searched as text.

import { findAges } from "./ages.js";
import { frontCoded } from "./codec.js";
import { fold, stem } from "./german.js";
import { isPostcode } from "./places.js";

const WORD = /[\p{L}\p{N}]+/gu;
// Number of a filter's words that are searched in texts on behalf of all; each may cost a request.
const MOST_LIKE = 3;
const FILLERS = new Set(["ab", "fur", "mit", "von", "bis", "in", "der", "die", "das", "im", "am", "an", "bei", "nahe", "nach", "um", "aus", "raum", "umgebung", "zu", "zum"]);

/** Words of a text with where they stand: `{text, start, end}`, text folded. Words in quotation marks are only text. */
function tokens(query) {
  const quoted = [...query.matchAll(/["„“”][^"„“”]*["“”]/g)].map((match) => [match.index, match.index + match[0].length]);
  return [...query.matchAll(WORD)].map((match) => ({
    text: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    isInBrackets: query[match.index - 1] === "(",
    isApart: !/[^\s(,;]/.test(query[match.index - 1] ?? "") && !/[^\s),;?!]/.test(query[match.index + match[0].length] ?? ""),
    isQuoted: quoted.some(([start, end]) => match.index >= start && match.index < end),
    part: null,
  }));
}

/** The singular of a feminine word, so that „Schülerinnen“ differs from „Schüler“; other words unchanged. As in search/meaning.py. */
const FEMALE = /.{3}er(?:in|innen)$/;
const female = (word) => (FEMALE.test(word) ? word.replace(/nen$/, "") : word);

export class Meaning {
  /**
   * @param data meaning.json
   * @param {import("./places.js").Places} places
   */
  constructor(data, places) {
    // The name of the state is ignored, because it applies to all records.
    this.stop = new Set([...frontCoded(data.stop.split(" ")), fold(data.state[1])]);
    this.weak = new Set(frontCoded(data.weak.split(" ")));
    this.places = places;
    /** First word → phrases that begin with it, as stems, the longest first. */
    this.phrases = new Map();
    this.readPhrases(data.phrases);
  }

  readPhrases(rows) {
    const known = new Map();
    const split = (texts) => (texts ? texts.split("|") : []);
    for (const [param, value, label, phrases] of rows) {
      // The index has no separate stems for feminine words.
      const terms = split(phrases).map((phrase) => (FEMALE.test(phrase) ? stem(phrase) : phrase));
      const like = [...new Set(terms)].filter((phrase) => !phrase.includes(" ")).slice(0, MOST_LIKE);
      for (const phrase of split(phrases)) known.set(phrase, { param, value, label, like, isLiked: false, liked: null });
    }
    for (const [param, value, label, , preferred] of rows) {
      for (const phrase of split(preferred)) {
        if (known.has(phrase)) known.set(phrase, { ...known.get(phrase), liked: { param, value } });
        else known.set(phrase, { param, value, label: `${label} zuerst`, like: [], isLiked: true, liked: null });
      }
    }
    for (const [phrase, meant] of known) {
      const words = phrase.split(" ");
      this.phrases.set(words[0], [...(this.phrases.get(words[0]) ?? []), { words, meant }].sort((a, b) => b.words.length - a.words.length));
    }
  }

  /**
   * @param {Set<string>} taken parameters that the visitor has set: they are not read from the text
   * @returns {{parts: Object[], text: string[], weak: string[], pairs: string[][], spelt: Object}} parts: param, value, label, words (folded), spans; text: folded words that are
   * left; weak: words that stand for nearly everything (if there are no others, they are the text); pairs: neighbours in text and weak;
   * spelt: folded words as they were typed
   */
  understand(query, taken) {
    const list = tokens(query);
    const parts = [];
    const isFree = (from, count) => list.slice(from, from + count).every((token) => token && !token.part && !token.isQuoted);
    const take = (from, count, part) => {
      let first = from;
      // „in Dresden“, „ab 8 Jahre“: the preposition is part of the match.
      while (first > 0 && isFree(first - 1, 1) && FILLERS.has(list[first - 1].text) && part.param !== "kosten") first -= 1;
      const found = list.slice(first, from + count);
      // „wer kommt“ and „in die Schule“ are one filter.
      const known = parts.find(({ param, value, isLiked }) => param === part.param && value === part.value && isLiked === part.isLiked);
      const own = known ?? Object.assign(part, { words: [], spans: [] });
      for (const token of found) token.part = own;
      own.words.push(...list.slice(from, from + count).map((token) => token.text));
      own.spans.push(...found.map(({ start, end }) => [start, end]));
      if (!known) parts.push(own);
      // „mit der Klasse zum Wandertag“: the second phrase is more specific than the first.
      else known.liked ??= part.liked;
    };
    findAges(list, taken, isFree, take, FILLERS);
    this.findPhrases(list, taken, isFree, take);
    this.findPlace(list, taken, isFree, take);
    const isText = (token) => token && !token.part && !this.stop.has(token.text) && token.text.length > 1;
    const left = list.filter(isText).map((token) => token.text);
    // „Kinder Uni“ may be written as one word.
    const pairs = list.flatMap((token, at) => (isText(token) && isText(list[at + 1]) ? [[token.text, list[at + 1].text]] : []));
    const weak = left.filter((word) => this.weak.has(word));
    const spelt = Object.fromEntries(list.map(({ text, start, end }) => [text, query.slice(start, end)]));
    if (weak.length === left.length && !parts.length) return { parts, text: left, weak: [], pairs, spelt };
    return { parts, text: left.filter((word) => !this.weak.has(word)), weak, pairs, spelt };
  }

  /** All words of a text except stop words, folded. */
  said(query) {
    return tokens(query).map(({ text }) => text).filter((text) => !this.stop.has(text));
  }

  findPhrases(list, taken, isFree, take) {
    for (let at = 0; at < list.length; at += 1) {
      const { text } = list[at];
      for (const { words, meant } of this.phrases.get(female(text)) ?? this.phrases.get(stem(text)) ?? []) {
        if (taken.has(meant.param) || !isFree(at, words.length)) continue;
        // „nicht“ has the same stem as „Nichte“, but is a stop word.
        if (words.length === 1 && this.stop.has(text)) continue;
        if (words.every((word, step) => list[at + step] && [stem, female].some((form) => form(list[at + step].text) === word))) {
          take(at, words.length, { ...meant });
          break;
        }
      }
    }
  }

  /** At most one place: the longest name, then a district before a town, then the first one in the text. */
  findPlace(list, taken, isFree, take) {
    if (taken.has("ort") || taken.has("kreis")) return;
    for (let count = this.places.longest; count > 0; count -= 1) {
      for (let at = 0; at + count <= list.length; at += 1) {
        if (!isFree(at, count)) continue;
        const name = list.slice(at, at + count).map((token) => token.text).join(" ");
        const towns = count === 1 && isPostcode(name) ? [] : this.places.named(name);
        const districts = this.places.districtsNamed(name);
        if (count === 1 && isPostcode(name)) return take(at, 1, { param: "ort", value: name, label: name });
        if (districts.length === 1 && !towns.length) {
          const own = list[at + count] && isFree(at + count, 1) ? this.places.named(list[at + count].text).filter(({ district }) => district === districts[0].id) : [];
          if (own.length) return this.takeTown({ list, isFree, take }, at + count, 1, own);
          return take(at, count, { param: "kreis", value: districts[0].id, label: districts[0].title });
        }
        if (towns.length) return this.takeTown({ list, isFree, take }, at, count, towns);
      }
    }
    return undefined;
  }

  /** A town, with the name of its district beside it: „Falkenstein Vogtland“, „im Erzgebirge Oelsnitz“. */
  takeTown({ list, isFree, take }, at, count, towns) {
    const isSmall = (number) => list[number] && FILLERS.has(list[number].text);
    const after = at + count + (isSmall(at + count) ? 1 : 0);
    for (const beside of [after, at - 1]) {
      const districts = list[beside] && isFree(beside, 1) ? this.places.districtsNamed(list[beside].text) : [];
      const town = towns.find(({ district }) => districts.some(({ id }) => id === district));
      if (!town) continue;
      const [first, last] = [Math.min(at, beside), Math.max(at + count - 1, beside)];
      return take(first, last - first + 1, { param: "ort", value: town.label, label: town.label, name: this.places.nameOf(town) });
    }
    return take(at, count, { param: "ort", value: towns[0].label, label: towns[0].label });
  }
}
