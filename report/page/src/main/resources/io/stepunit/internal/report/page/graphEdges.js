import { svg } from "./dom.js";

/** The edges of a graph as SVG. */

const ROUND = 6;
const ARROW = 7;

/** @returns `{edge, element, mark({kind, words})}` */
export function drawnEdge(edge) {
  return new DrawnEdge(edge);
}

class DrawnEdge {
  edge;
  element;
  #title;
  #kind;
  #words;

  constructor(edge) {
    this.edge = edge;
    this.#title = svg("title", {}, edge.label);
    const d = pathOf(edge.points);
    this.element = svg("g", { class: "edge", "data-edge": edge.id }, this.#title, svg("path", { class: "hit", d: d.line }), svg("path", { class: "line", d: d.line }), svg("path", { class: "arrow", d: d.arrow }));
  }

  mark({ kind, words }) {
    if (this.#kind === kind && this.#words === words) return;
    this.#kind = kind;
    this.#words = words;
    this.element.setAttribute("class", `edge ${kind}`);
    this.#title.textContent = [this.edge.label, words].filter(Boolean).join(" · ");
  }
}

/** Edges that are seen from afar: those of a look are one path, of which no pointer can find a part. */
export function mergedEdges(edges) {
  const paths = new Map();
  for (const { edge, mark: { kind } } of edges) {
    const { line, arrow } = pathOf(edge.points);
    const path = paths.get(kind) ?? { lines: [], arrows: [] };
    path.lines.push(line);
    path.arrows.push(arrow);
    paths.set(kind, path);
  }
  return [...paths].map(([kind, { lines, arrows }]) => svg("g", { class: `edge merged ${kind}` }, svg("path", { class: "line", d: lines.join("") }), svg("path", { class: "arrow", d: arrows.join("") })));
}

/** A line with round corners up to its arrow, and the arrow. */
function pathOf(points) {
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
