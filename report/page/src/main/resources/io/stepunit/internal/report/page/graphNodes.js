import { fill, svg } from "./dom.js";
import { shapes } from "./icons.js";

/** The nodes of a graph as SVG. */

const LONGEST = 28;

/** @returns `{node, element, mark(marks), select(isSelected), detail(isSlight)}` */
export function drawnNode(node, canFold) {
  return node.name === undefined ? new Dot(node) : new DrawnNode(node, canFold);
}

class DrawnNode {
  node;
  element;
  #canFold;
  #isSlight;
  #isSelected = false;
  #mark;
  #look;
  #right = svg("g", { class: "right" });
  #pill = svg("g", { class: "pill-place" });

  constructor(node, canFold) {
    this.node = node;
    this.#canFold = canFold && (node.frame || node.run);
    this.element = svg("g", { class: "node", "data-node": node.id, role: "button", tabindex: "-1" });
  }

  mark(marks) {
    const mark = this.node.run ? runMark(this.node.run, marks) : marks.node(this.node);
    const look = JSON.stringify(mark);
    if (look === this.#look) return;
    this.#mark = mark;
    this.#look = look;
    const { node } = this;
    this.#colour();
    this.element.setAttribute("aria-label", `${node.run ? `${node.run.length} states from ${node.name} on` : `${node.name}, ${node.type}`}, ${mark.spoken}`);
    // Beside what folds a frame there is room for three digits.
    const isOnBorder = this.#canFold && mark.count?.length > 3;
    const onBorder = isOnBorder ? { text: mark.count } : mark.pill;
    fill(this.#right, !isOnBorder && rightOf(node, mark));
    fill(this.#pill, onBorder && pill(node, onBorder));
  }

  select(isSelected) {
    if (isSelected === this.#isSelected) return;
    this.#isSelected = isSelected;
    this.#colour();
    if (isSelected) this.element.setAttribute("aria-current", "true");
    else this.element.removeAttribute("aria-current");
  }

  /** A slight node has only what can be seen from afar. */
  detail(isSlight) {
    if (isSlight === this.#isSlight) return;
    this.#isSlight = isSlight;
    const { node } = this;
    const { x, y, width, height } = node;
    const box = { x, y, width, height, rx: isOpenFrame(node) ? 10 : 8 };
    fill(
      this.element,
      svg("title", {}, node.name),
      !isSlight && node.run && svg("rect", { class: "box behind", ...box, x: x + 4, y: y + 4 }),
      svg("rect", { class: "ring", x: x - 4, y: y - 4, width: width + 8, height: height + 8, rx: box.rx + 4 }),
      svg("rect", { class: "box", ...box }),
      !isSlight && [
        svg("g", { class: "type", transform: `translate(${x + 10} ${y + 9})` }, shapes(node.type)),
        svg("text", { class: "name", x: x + 34, y: y + 21.5 }, node.run ? `${cut(node.name, 18)} +${node.run.length - 1}` : cut(node.name, LONGEST)),
        this.#right,
        this.#pill,
        this.#canFold && fold(node),
      ],
    );
  }

  #colour() {
    const words = ["node", isOpenFrame(this.node) && "frame", this.#mark?.kind, this.#isSelected && "selected"];
    this.element.setAttribute("class", words.filter(Boolean).join(" "));
  }
}

/** Where a machine starts and ends. */
class Dot {
  node;
  element;

  constructor(node) {
    this.node = node;
    const r = node.width / 2;
    const [cx, cy] = [node.x + r, node.y + r];
    const isEnd = node.type === "END";
    this.element = svg("g", { class: "dot" }, isEnd && svg("circle", { class: "dot-ring", cx, cy, r: r - 0.75 }), svg("circle", { class: "dot-core", cx, cy, r: isEnd ? r - 3.5 : r - 0.5 }));
  }

  mark() {}

  select() {}

  detail() {}
}

export function isOpenFrame(node) {
  return node.frame && !node.isFolded;
}

/** A name without its middle: it is the start and the end that tell names apart. */
export function cut(name, longest) {
  const letters = [...name];
  if (letters.length <= longest) return name;
  return letters.slice(0, Math.ceil(longest / 2)).join("") + "…" + letters.slice(1 - Math.floor(longest / 2)).join("");
}

function rightOf(node, mark) {
  const x = node.x + node.width - 19;
  const y = node.y + 17;
  if (mark.count !== undefined) return svg("text", { class: "count", x: node.x + node.width - 12, y: y + 4.5, "text-anchor": "end" }, mark.count);
  if (mark.icon === undefined) return undefined;
  return [svg("circle", { class: "disc", cx: x, cy: y, r: 9 }), svg("g", { class: "sign", transform: `translate(${x - 7} ${y - 7}) scale(0.875)` }, shapes(mark.icon))];
}

function fold(node) {
  const x = node.x + node.width - 52;
  const y = node.y + 9;
  return svg(
    "g",
    { class: "fold", "data-fold": node.id, transform: `translate(${x} ${y})` },
    svg("title", {}, node.isFolded || node.run ? "Unfold" : "Fold"),
    svg("rect", { class: "fold-area", x: -2, y: -2, width: 20, height: 20, rx: 4 }),
    shapes(node.isFolded || node.run ? "right" : "down"),
  );
}

function pill(node, { text, isBad }) {
  const width = 12 + 6 * [...text].length;
  const x = node.x + node.width - 32 - width;
  return svg("g", { class: isBad ? "graph-pill bad" : "graph-pill" }, svg("rect", { x, y: node.y - 8, width, height: 16, rx: 8 }), svg("text", { x: x + width / 2, y: node.y + 4, "text-anchor": "middle" }, text));
}

/** A run of states that nothing reached looks like one of them. */
function runMark(run, marks) {
  const { kind, spoken } = marks.node(run[0]);
  return { kind, spoken };
}
