/** Words for figures; the same in every locale, so that two people read the same page. */

const UNITS = [
  ["d", 86400],
  ["h", 3600],
  ["min", 60],
  ["s", 1],
];

/** A count with thousands set apart: 4,112. */
export function count(number) {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** A count with its noun: "1 hole", "2 holes", "3 classes". */
export function plural(number, one, many = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** Virtual time in full: "4 d 8 h 1 min 18 s"; fractions of a second to the millisecond. */
export function duration(seconds) {
  const sign = seconds < 0 ? "-" : "";
  let rest = Math.round(Math.abs(seconds) * 1000) / 1000;
  const parts = [];
  for (const [unit, size] of UNITS) {
    const amount = unit === "s" ? Math.round(rest * 1000) / 1000 : Math.floor(rest / size);
    if (amount > 0) parts.push(`${amount} ${unit}`);
    rest -= amount * size;
  }
  return parts.length === 0 ? "0 s" : sign + parts.join(" ");
}

/** Virtual time in full, from a minute on to the second. */
export function wholeDuration(seconds) {
  return duration(Math.abs(seconds) >= 60 ? Math.round(seconds) : seconds);
}

/** Virtual time by its greatest unit: "8.1 years", "3.5 days", "12 min". */
export function roughDuration(seconds) {
  const years = seconds / (365.25 * 86400);
  if (years >= 1) return unit(years, "year");
  if (seconds >= 86400) return unit(seconds / 86400, "day");
  if (seconds >= 3600) return `${oneDigit(seconds / 3600)} h`;
  if (seconds >= 60) return `${oneDigit(seconds / 60)} min`;
  return `${oneDigit(seconds)} s`;
}

/** Real time: "2 ms", "6.2 s", "1.5 min". */
export function realTime(nanos) {
  const millis = (nanos ?? 0) / 1e6;
  if (millis >= 60_000) return `${oneDigit(millis / 60_000)} min`;
  if (millis >= 1000) return `${oneDigit(millis / 1000)} s`;
  return millis > 0 && millis < 1 ? "< 1 ms" : `${Math.round(millis)} ms`;
}

/** A size: "812 B", "64 KiB", "1.4 MiB". */
export function bytes(size) {
  if (size < 1024) return `${size} B`;
  if (size < 1024 * 1024) return `${oneDigit(size / 1024)} KiB`;
  return `${oneDigit(size / 1024 / 1024)} MiB`;
}

/** A real instant as people write it, in UTC: "28 Nov 2026, 08:26 UTC". */
export function instant(text) {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return String(text ?? "");
  const month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[at.getUTCMonth()];
  const two = (number) => String(number).padStart(2, "0");
  return `${at.getUTCDate()} ${month} ${at.getUTCFullYear()}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())} UTC`;
}

/** A name cut in its middle, so that its start and its end tell it apart. */
export function cutMiddle(name, length = 28) {
  const letters = Array.from(name);
  if (letters.length <= length) return name;
  const end = Math.floor((length - 1) / 2);
  return letters.slice(0, length - 1 - end).join("") + "…" + letters.slice(-end).join("");
}

/** A test's display name as a sentence: `a_declined_card()` is "A declined card". */
export function testName(name) {
  const isMethod = /^[\p{L}_$][\p{L}\p{N}_$]*\(.*\)$/u.test(name);
  if (!isMethod) return name;
  const words = name.slice(0, name.indexOf("(")).replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A test's name with the containers that it stands in, but for its class. */
export function fullTestName(test) {
  return [...(test.containers ?? []), test.name].map(testName).join(" · ");
}

/** The name of a class without its package; the nested one with its outer ones. */
export function simpleClassName(name) {
  return (name ?? "").replace(/^.*\./, "").replaceAll("$", " · ");
}

/** The last part of a path. */
export function fileName(path) {
  return (path ?? "").replace(/^.*[\\/]/, "");
}

function unit(amount, one) {
  const text = oneDigit(amount);
  return `${text} ${text === "1" ? one : `${one}s`}`;
}

function oneDigit(number) {
  return count((number >= 100 ? Math.round(number) : Math.round(number * 10) / 10).toString());
}

/** A text without the line breaks before and after it: other white space may be what it is about. */
export function withoutOuterBreaks(text) {
  return text.replace(/^[\r\n]+|[\r\n]+$/g, "");
}
