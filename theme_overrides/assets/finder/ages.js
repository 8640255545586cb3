// Ages and classes in what was typed: „12 Jahre“, „sechsjährige“, „Enkelin (7)“, „bin 13“, „Klasse 5“, „Viertklässler“.

const NUMBERS = ["null", "eins", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn"];
const ORDINALS = ["", "erst", "zweit", "dritt", "viert", "funft", "sechst", "siebt", "acht", "neunt", "zehnt", "elft", "zwolft"];
const AGE_WORD = /^(?:jahre?n?|jahrige[mnrs]?|j)$/;
const AGE_IN_WORD = /^(\d{1,2}|[a-z]{3,8})(?:j|jahre?n?|jahrige[mnrs]?)$/;
const CLASS_WORD = /^(?:klassen?|klassenstufen?|kl|jahrgangsstufe|klassler)$/;
const CLASS_IN_WORD = /^([a-z]{3,6})kl(?:a|ae)ssler(?:innen|in|n)?$/;
const ORDINAL = /^([a-z]{3,6})e[nrs]?$/;
// A number beside one of these is an age: „bin 11“, „Sohn 9“.
const OLD = new Set(["bin", "ist", "sind", "wird", "werde", "werden", "bald", "fast", "gerade", "kind", "kinder", "kindern", "sohn", "sohne", "tochter", "enkel", "enkelin", "enkelkind", "enkelkinder", "junge", "jungs", "bruder", "schwester", "teenager"]);
// … unless it is a number of something else.
const COUNTED = /^(?:uhr|grad|km|kilometer|euro|eur|cent|prozent|stunden?|std|minuten?|min|tage?n?|wochen?|monate?n?|personen|leute|kinder|schuler|schulerinnen|teilnehmer|mal|meter|d|dimensional\w*)$/;
// … or belongs to the word before or behind it: „Haus 13“, „um 15“, „12 Mai“.
const NUMBERED = /^(?:um|gegen|haus|raum|halle|saal|nr|nummer|teil|band|top|level|stufe|version|mint|web|pi|windows|java|grundschule|oberschule|schule|gymnasium)$/;
const MONTHS = /^(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)$/;
const AGES = [3, 19];
// Letters of one, which is no other number.
const POSTCODE = 5;
const LAST_CLASS = 13;

/** The number that a word says, or null. */
const numberOf = (text) => (/^\d{1,2}$/.test(text) ? Number(text) : NUMBERS.indexOf(text) > 1 ? NUMBERS.indexOf(text) : null);

/**
 * @param {Object[]} list tokens in order: text (folded), isInBrackets, isApart, part
 * @param {Set<string>} taken parameters that are set already
 * @param {(from: number, count: number) => boolean} isFree
 * @param {(from: number, count: number, part: Object) => void} take
 * @param {Set<string>} fillers words that may stand between the ends of a span
 */
export function findAges(list, taken, isFree, take, fillers) {
  for (let at = 0; at < list.length; at += 1) {
    if (!isFree(at, 1)) continue;
    const found = (!taken.has("klasse") && gradeAt(list, at, isFree)) || (!taken.has("alter") && ageAt(list, at, isFree));
    if (found) take(...found);
  }
  if (!taken.has("klasse") && !taken.has("alter")) findBare(list, isFree, take);
  // The other end of a span: „8 bis 10 Jahre“ has given 10, „6 und 10“ the six.
  list.forEach((token, at) => {
    if (!isFree(at, 1) || numberOf(token.text) === null) return;
    const isOther = (other) => !fillers.has(other.text) || other.part;
    const beside = [list.slice(at + 1).find(isOther), list[at - 1]?.text === "und" ? list[at - 2] : null].find((other) => /^(alter|klasse)$/.test(other?.part?.param ?? ""));
    if (!beside) return;
    token.part = beside.part;
    beside.part.spans.push([token.start, token.end]);
    beside.part.isSpan = true;
  });
}

/** Takes the only number in the text as age, if there is no other age: „Weltall Torgau 13“. */
function findBare(list, isFree, take) {
  const numbers = list.filter(({ text }) => /\d/.test(text) && text.length !== POSTCODE);
  const at = list.indexOf(numbers[0]);
  const token = list[at];
  if (!token?.isApart || !isFree(at, 1) || !/^\d+$/.test(token.text) || list.length < 2) return;
  if (numbers.length > 1 || list.some(({ part }) => part)) return;
  const [before, next] = [list[at - 1]?.text ?? "", list[at + 1]?.text ?? ""];
  const isAge = Number(token.text) >= AGES[0] && Number(token.text) <= AGES[1];
  if (isAge && ![COUNTED, MONTHS, CLASS_WORD].some((other) => other.test(next)) && !NUMBERED.test(before)) take(at, 1, age(Number(token.text)));
}

function ageAt(list, at, isFree) {
  const { text, isInBrackets } = list[at];
  const inWord = AGE_IN_WORD.exec(text);
  const within = inWord && numberOf(inWord[1]);
  if (within) return [at, 1, age(within)];
  const number = numberOf(text);
  if (number === null) return null;
  const next = list[at + 1]?.text ?? "";
  if (AGE_WORD.test(next) && isFree(at, 2)) return [at, 2, age(number)];
  const isAge = number >= AGES[0] && number <= AGES[1] && !COUNTED.test(next) && !CLASS_WORD.test(next);
  return isAge && /^\d/.test(text) && (isInBrackets || OLD.has(list[at - 1]?.text)) ? [at, 1, age(number)] : null;
}

function gradeAt(list, at, isFree) {
  const { text } = list[at];
  const inWord = ORDINALS.indexOf(CLASS_IN_WORD.exec(text)?.[1] ?? "–");
  if (inWord > 0) return [at, 1, grade(inWord)];
  const said = ORDINALS.indexOf(ORDINAL.exec(text)?.[1] ?? "–");
  const number = said > 0 ? said : /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > LAST_CLASS) return null;
  if (CLASS_WORD.test(list[at + 1]?.text ?? "") && isFree(at, 2)) return [at, 2, grade(number)];
  if (said < 0 && CLASS_WORD.test(list[at - 1]?.text ?? "") && isFree(at - 1, 2)) return [at - 1, 2, grade(number)];
  // „in der 10“
  const isIn = said < 0 && list[at - 1]?.text === "der" && list[at - 2]?.text === "in" && !COUNTED.test(list[at + 1]?.text ?? "");
  return isIn ? [at, 1, grade(number)] : null;
}

const age = (number) => ({ param: "alter", value: number, label: `${number} Jahre` });
const grade = (number) => ({ param: "klasse", value: number, label: `Klasse ${number}` });
