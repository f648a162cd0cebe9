import { el } from "./dom.js";

/** Strings that are keys, other strings, YAML's comments and keys. */
const JSON_TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?/g;
const YAML_LINE = /^(\s*(?:- )*)((?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s#"'[\]{},&*!|>%@`-][^:#]*?))(\s*:)(?=\s|$)(.*)$/;
const YAML_COMMENT = /(^|\s)(#.*)$/;

/** Tells from a text whether it is JSON or YAML. */
export function languageOf(text) {
  return /^\s*[{[]/.test(text) ? "json" : "yaml";
}

/** The parts of a line of JSON or YAML: texts, and spans for keys and comments. */
export function highlightLine(line, language) {
  return language === "json" ? jsonLine(line) : yamlLine(line);
}

/** A block of JSON, indented by two and with its keys coloured. */
export function jsonBlock(value, attributes) {
  const lines = JSON.stringify(value, null, 2).split("\n");
  return el(
    "pre",
    { class: "code", tabindex: "0", ...attributes },
    lines.map((line, i) => [i > 0 && "\n", ...jsonLine(line)]),
  );
}

function jsonLine(line) {
  const parts = [];
  let last = 0;
  for (const match of line.matchAll(JSON_TOKEN)) {
    if (match[2] === undefined) continue;
    parts.push(line.slice(last, match.index), el("span", { class: "key" }, match[1]));
    last = match.index + match[1].length;
  }
  parts.push(line.slice(last));
  return parts;
}

function yamlLine(line) {
  const key = YAML_LINE.exec(line);
  if (key === null) return withComment(line);
  return [key[1], el("span", { class: "key" }, key[2]), key[3], ...withComment(key[4])];
}

function withComment(text) {
  const comment = YAML_COMMENT.exec(text);
  if (comment === null) return [text];
  const start = comment.index + comment[1].length;
  return [text.slice(0, start), el("span", { class: "comment" }, text.slice(start))];
}
