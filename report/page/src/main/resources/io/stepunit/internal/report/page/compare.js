import { align, blocks } from "./align.js";
import { el } from "./dom.js";
import { plural } from "./format.js";
import { icon } from "./icons.js";

/** Two courses beside each other, aligned, from the first difference on: what is alike is folded. */

/**
 * @param left, right `{title, items, link}`
 * @param options `key(item)` and `kind(left, right)` as `align` takes them; `lines(items, side)` makes the
 *     elements that show some items; `fold(items, isData)` the words for items that are alike, as
 *     `[left, right]`; `empty` what to say of two courses without items
 */
export function compare(left, right, { key, kind, lines, fold, empty }) {
  const rows = align(left.items, right.items, key, kind);
  const body =
    rows.length > 0
      ? blocks(rows).map((block) => (block.kind === "FOLDED" ? folded(block, lines, fold) : parted(block, lines)))
      : el("tr", {}, el("td", { class: "folded", colspan: 2 }, empty));
  return el("table", { class: "compared" }, el("thead", {}, el("tr", {}, head(left), head(right))), el("tbody", {}, body));
}

function head({ title, link }) {
  return el("th", { scope: "col" }, el("span", {}, title), link);
}

function parted(block, lines) {
  const side = (items, name) => el("td", { class: name }, items.length > 0 ? lines(items, name, block.kind) : el("div", { class: "compared-line absent" }, "—"));
  return el("tr", {}, side(block.left, "left"), side(block.right, "right"));
}

/** What is alike is one line, which opens. */
function folded(block, lines, fold) {
  const [left, right] = fold(block.left, block.data);
  const button = el("button", { class: "fold", "aria-expanded": "false" }, icon("right", { size: 12 }), el("span", {}, left));
  const row = el("tr", {}, el("td", { class: "folded" }, button), el("td", { class: "folded" }, right));
  const unfold = () => {
    const side = (item, name) => el("td", { class: `${name} alike` }, lines([item], name, "SAME"));
    const open = block.left.map((item, at) => el("tr", {}, side(item, "left"), side(block.right[at], "right")));
    row.replaceWith(...open);
    open[0].tabIndex = -1;
    open[0].focus();
  };
  button.addEventListener("click", unfold);
  return row;
}

/** The words for a fold: "7 states alike: CheckOrder to WaitForShippingSlot". */
export function foldWords(names, one, alike) {
  const range = names.length > 1 ? `${names[0]} to ${names.at(-1)}` : names[0];
  const words = `${plural(names.length, one)} ${alike}`;
  return [`${words}: ${range}`, words];
}
