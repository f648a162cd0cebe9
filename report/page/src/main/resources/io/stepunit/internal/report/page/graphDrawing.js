import { append, fill, svg } from "./dom.js";
import { shapes } from "./icons.js";

/** The nodes and edges of a graph as SVG. */

const LONGEST = 28;
const LONGEST_LABEL = 44;
const ROUND = 6;
const ARROW = 7;

/**
 * Draws a plan of nodes and edges that have their places.
 *
 * @returns `{element, content, has(id), box(id), mark(marks), select(id), rest(id), focus(id), near(scale)}`
 */
export function graphDrawing(plan, options) {
  return new Drawing(plan, options);
}

class Drawing {
  element;
  content = svg("g", {});
  #plan;
  #mode;
  #options;
  #nodes = new Map();
  #edges = new Map();
  #lines = svg("g", { class: "edges" });
  #labels = svg("g", { class: "labels" });
  #selected;
  #resting;
  #zoomedIn = false;
  #hovered;

  constructor(plan, options) {
    this.#plan = plan;
    this.#mode = options.mode;
    this.#options = options;
    for (const edge of plan.edges) this.#edges.set(edge.id, this.#edge(edge));
    for (const node of plan.nodes) this.#nodes.set(node.id, node.name === undefined ? dot(node) : this.#node(node));
    append(this.#lines, [...this.#edges.values()].map(({ element }) => element));
    const frames = plan.nodes.filter((node) => node.frame && !node.isFolded).map((node) => this.#nodes.get(node.id).element);
    const others = plan.nodes.filter((node) => !node.frame || node.isFolded).map((node) => this.#nodes.get(node.id).element);
    append(this.content, [frames, this.#lines, others, this.#labels]);
    this.element = svg("svg", { class: `graph-svg ${this.#mode}`, width: "100%", height: "100%", role: "group", "aria-label": options.label }, this.content);
    this.element.addEventListener("click", (event) => this.#click(event));
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.#lines.addEventListener("pointerover", (event) => this.#hover(event.target.closest("[data-edge]")?.dataset.edge));
    this.#lines.addEventListener("pointerout", () => this.#hover(undefined));
  }

  has(id) {
    return this.#nodes.has(id);
  }

  box(id) {
    return this.#nodes.get(id)?.node ?? this.#plan.nodes[0];
  }

  mark(marks) {
    for (const entry of this.#nodes.values()) {
      if (entry.node.name !== undefined) this.#markNode(entry, entry.node.run ? runMark(entry.node.run, marks) : marks.node(entry.node));
    }
    for (const entry of this.#edges.values()) this.#markEdge(entry, marks.edge(entry.edge, entry.edge.to));
  }

  #markNode(entry, mark) {
    const { node } = entry;
    const look = JSON.stringify(mark);
    if (look === entry.look) return;
    entry.look = look;
    entry.element.setAttribute("class", `node ${node.frame && !node.isFolded ? "frame " : ""}${mark.kind}${node.id === this.#selected ? " selected" : ""}`);
    entry.element.setAttribute("aria-label", `${node.run ? `${node.run.length} states from ${node.name} on` : `${node.name}, ${node.type}`}, ${mark.spoken}`);
    fill(entry.right, this.#right(node, mark));
    fill(entry.pill, mark.pill && pill(node, mark.pill));
  }

  #right(node, mark) {
    const x = node.x + node.width - 19;
    const y = node.y + 17;
    if (mark.count !== undefined) return svg("text", { class: "count", x: node.x + node.width - 12, y: y + 4.5, "text-anchor": "end" }, mark.count);
    if (mark.icon === undefined) return undefined;
    return [svg("circle", { class: "disc", cx: x, cy: y, r: 9 }), svg("g", { class: "sign", transform: `translate(${x - 7} ${y - 7}) scale(0.875)` }, shapes(mark.icon))];
  }

  #markEdge(entry, { kind, isTaken, words }) {
    if (entry.kind === kind && entry.words === words) return;
    entry.element.setAttribute("class", `edge ${kind}`);
    // What was taken lies above what was not.
    if (isTaken && !entry.isTaken) this.#lines.append(entry.element);
    Object.assign(entry, { kind, isTaken, words });
    entry.title.textContent = [entry.edge.label, words].filter(Boolean).join(" · ");
  }

  select(id) {
    this.#nodes.get(this.#selected)?.element.classList.remove("selected");
    this.#nodes.get(this.#selected)?.element.removeAttribute("aria-current");
    this.#selected = id;
    const chosen = this.#nodes.get(id);
    chosen?.element.classList.add("selected");
    chosen?.element.setAttribute("aria-current", "true");
    if (chosen) this.rest(id);
    this.#label();
  }

  /** The one node that the tab key stops at. */
  rest(id) {
    this.#nodes.get(this.#resting)?.element.setAttribute("tabindex", "-1");
    this.#resting = id;
    this.#nodes.get(id)?.element.setAttribute("tabindex", "0");
  }

  focus(id) {
    this.#nodes.get(id)?.element.focus({ preventScroll: true });
  }

  /** What can be read at a scale is shown at it. */
  near(scale) {
    this.element.classList.toggle("far", scale < 0.5);
    if (this.#zoomedIn !== scale > 1.2) {
      this.#zoomedIn = scale > 1.2;
      this.#label();
    }
  }

  /** Labels of the edges that one looks at: too many would cover the graph. */
  #label() {
    const isShown = ({ edge }) => edge.label && (this.#zoomedIn || edge.id === this.#hovered || (this.#selected !== undefined && edge.from === this.#selected));
    fill(this.#labels, [...this.#edges.values()].filter(isShown).map((entry) => label(entry)));
  }

  #hover(id) {
    if (this.#hovered === id) return;
    this.#hovered = id;
    this.#label();
  }

  #click(event) {
    const fold = event.target.closest("[data-fold]")?.dataset.fold;
    const node = event.target.closest("[data-node]")?.dataset.node;
    if (fold !== undefined) this.#options.onFold(fold);
    else if (node !== undefined) this.#choose(node);
  }

  #key(event) {
    const node = event.target.closest?.("[data-node]")?.dataset.node;
    if (node === undefined || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    event.stopPropagation();
    this.#choose(node);
  }

  #choose(id) {
    if (this.#nodes.get(id).node.run) this.#options.onFold(id);
    else this.#options.onSelect(id);
  }

  #node(node) {
    const { x, y, width, height } = node;
    const isOpenFrame = node.frame && !node.isFolded;
    const box = { x, y, width, height, rx: isOpenFrame ? 10 : 8 };
    const right = svg("g", { class: "right" });
    const pillPlace = svg("g", { class: "pill-place" });
    const element = svg(
      "g",
      { class: "node", "data-node": node.id, role: "button", tabindex: "-1" },
      svg("title", {}, node.name),
      node.run && svg("rect", { class: "box behind", ...box, x: x + 4, y: y + 4 }),
      svg("rect", { class: "ring", x: x - 4, y: y - 4, width: width + 8, height: height + 8, rx: box.rx + 4 }),
      svg("rect", { class: "box", ...box }),
      svg("g", { class: "type", transform: `translate(${x + 10} ${y + 9})` }, shapes(node.type)),
      svg("text", { class: "name", x: x + 34, y: y + 21.5 }, node.run ? `${cut(node.name, 18)} +${node.run.length - 1}` : cut(node.name, LONGEST)),
      right,
      pillPlace,
      this.#options.canFold && (node.frame || node.run) && this.#fold(node),
    );
    return { node, element, right, pill: pillPlace };
  }

  #fold(node) {
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

  #edge(edge) {
    const title = svg("title", {}, edge.label);
    const d = pathOf(edge.points);
    const element = svg("g", { class: "edge", "data-edge": edge.id }, title, svg("path", { class: "hit", d: d.line }), svg("path", { class: "line", d: d.line }), svg("path", { class: "arrow", d: d.arrow }));
    return { edge, element, title, isTaken: false };
  }
}

function dot(node) {
  const r = node.width / 2;
  const [cx, cy] = [node.x + r, node.y + r];
  const isEnd = node.type === "END";
  const element = svg("g", { class: "dot" }, isEnd && svg("circle", { class: "dot-ring", cx, cy, r: r - 0.75 }), svg("circle", { class: "dot-core", cx, cy, r: isEnd ? r - 3.5 : r - 0.5 }));
  return { node, element };
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

function label({ edge }) {
  const text = cut(edge.label, LONGEST_LABEL);
  const [x, y] = middleOf(edge.points);
  const width = 12 + 6.2 * [...text].length;
  return svg("g", { class: "label" }, svg("rect", { x: x - width / 2, y: y - 9, width, height: 18, rx: 4 }), svg("text", { x, y: y + 4, "text-anchor": "middle" }, text));
}

/** The middle of an edge's longest part near its beginning. */
function middleOf(points) {
  let best = 0;
  let middle = points[0];
  for (let i = 1; i < Math.min(points.length, 4); i++) {
    const [[x1, y1], [x2, y2]] = [points[i - 1], points[i]];
    const length = Math.abs(x2 - x1) + Math.abs(y2 - y1);
    if (length > best) {
      best = length;
      const share = Math.min(0.5, 60 / length);
      middle = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
    }
  }
  return middle;
}

/** A name without its middle: it is the start and the end that tell names apart. */
export function cut(name, longest) {
  const letters = [...name];
  if (letters.length <= longest) return name;
  return letters.slice(0, Math.ceil(longest / 2)).join("") + "…" + letters.slice(1 - Math.floor(longest / 2)).join("");
}

/** A line with round corners up to its arrow, and the arrow. */
export function pathOf(points) {
  const last = points.length - 1;
  const [tip, before] = [points[last], points[last - 1]];
  const [dx, dy] = [Math.sign(tip[0] - before[0]), Math.sign(tip[1] - before[1])];
  const end = [tip[0] - dx * (ARROW - 1), tip[1] - dy * (ARROW - 1)];
  let line = `M${points[0][0]} ${points[0][1]}`;
  for (let i = 1; i < last; i++) {
    const [from, to] = [toward(points[i], points[i - 1]), toward(points[i], points[i + 1])];
    line += `L${from[0]} ${from[1]}Q${points[i][0]} ${points[i][1]} ${to[0]} ${to[1]}`;
  }
  const [bx, by] = [tip[0] - dx * ARROW, tip[1] - dy * ARROW];
  return { line: `${line}L${end[0]} ${end[1]}`, arrow: `M${tip[0]} ${tip[1]}L${bx - dy * 3.5} ${by - dx * 3.5}L${bx + dy * 3.5} ${by + dx * 3.5}z` };
}

/** The point on the way from a corner where its curve begins. */
function toward(corner, other) {
  const [dx, dy] = [other[0] - corner[0], other[1] - corner[1]];
  const length = Math.abs(dx) + Math.abs(dy);
  const round = Math.min(ROUND, length / 2);
  return length === 0 ? corner : [corner[0] + (dx / length) * round, corner[1] + (dy / length) * round];
}
