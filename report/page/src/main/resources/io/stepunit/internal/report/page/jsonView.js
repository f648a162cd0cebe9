import { difference, likeness, linesOf, plain } from "./difference.js";
import { el } from "./dom.js";
import { plural } from "./format.js";

/** JSON on the screen: keys coloured, changes signed, equal parts folded, long texts opened on demand. */

const LINES_AT_ONCE = 400;
const ALIKE_ENOUGH = 0.3;
const SIGN_WORDS = { "+": "added: ", "-": "removed: " };

/** Shows a JSON value. */
export function jsonView(value) {
  return linesView(plain(" ", value));
}

/** Shows what changes from one value to the other; two values with little in common are not compared. */
export function differenceView(before, after) {
  const node = difference(before, after);
  return likeness(node) < ALIKE_ENOUGH ? jsonView(after) : linesView(linesOf(node));
}

/** Shows all of a difference, however little is equal. */
export function fullDifferenceView(before, after) {
  return linesView(linesOf(difference(before, after)));
}

function linesView(lines) {
  const block = el("div", { class: "json", role: "group", tabindex: "0", "aria-label": "JSON" });
  const hasSigns = lines.some((line) => line.sign !== " ");
  if (hasSigns) block.classList.add("signed");
  show(block, lines, lines.length > LINES_AT_ONCE * 2 ? LINES_AT_ONCE : lines.length);
  return block;
}

function show(block, lines, until) {
  block.replaceChildren(...lines.slice(0, until).map(lineView));
  if (until < lines.length) {
    const more = () => show(block, lines, lines.length);
    block.append(el("button", { class: "button json-more", on: { click: more } }, `Show all ${plural(lines.length, "line")}`));
  }
}

function lineView(line) {
  return line.fold ? foldView(line) : textView(line);
}

function textView({ sign, depth, tokens }) {
  const kind = { "+": " added", "-": " removed" }[sign] ?? "";
  return el(
    "div",
    { class: `json-line${kind}`, style: { "--depth": String(depth) } },
    SIGN_WORDS[sign] && el("span", { class: "spoken" }, SIGN_WORDS[sign]),
    tokens.map(({ text, kind: token }) => (token === "mark" ? text : el("span", { class: `json-${token}` }, text))),
    "\n",
  );
}

function foldView(line) {
  const open = (event) => event.currentTarget.replaceWith(...line.fold.map(lineView));
  return el("button", { class: "json-fold", style: { "--depth": String(line.depth) }, on: { click: open } }, line.tokens[0].text);
}
