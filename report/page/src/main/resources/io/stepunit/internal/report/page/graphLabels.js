import { svg } from "./dom.js";
import { cut } from "./graphNodes.js";

/** The labels of transitions: as many as there is room for. */

const LONGEST = 44;
const LETTER = 6.2;
const HEIGHT = 18;
const GAP = 2;

/** Labels are not smaller than they can be read, and do not grow with the graph. */
const LEAST_SCALE = 0.6;

/** Where on its line a label may stand, the best first: as shares of a part of the line. */
const SHARES = [0.5, 0.3, 0.7, 0.15, 0.85];

/** A label stands no farther from the beginning of its part of the line. */
const FARTHEST = 60;

/**
 * The labels that have room, in the order of their importance: they never cover each other.
 *
 * @param edges what may have a label, the most important first
 * @param nodes the nodes that a label should not cover
 * @param mayCover whether an edge's label is shown even where it covers nodes
 * @param scale by which the graph is shown
 */
export function labels(edges, { nodes, mayCover, scale }) {
  const size = 1 / Math.max(LEAST_SCALE, scale);
  const others = nodes.filter((node) => !node.frame || node.isFolded);
  const taken = [];
  const shown = [];
  for (const edge of edges) {
    const text = cut(edge.label, LONGEST);
    const [width, height] = [(12 + LETTER * [...text].length) * size, HEIGHT * size];
    const boxes = placesOn(edge.points).map(([x, y]) => ({ x: x - width / 2, y: y - height / 2, width, height }));
    const free = boxes.filter((one) => !taken.some((other) => overlap(one, other)));
    const box = free.find((one) => !others.some((other) => overlap(one, other))) ?? (mayCover(edge) ? free[0] : undefined);
    if (box === undefined) continue;
    taken.push(box);
    shown.push(label(text, box, size));
  }
  return shown;
}

function label(text, { x, y, width, height }, size) {
  const [w, h] = [width / size, height / size];
  return svg(
    "g",
    { class: "label", transform: `translate(${x + width / 2} ${y + height / 2}) scale(${size})` },
    svg("rect", { x: -w / 2, y: -h / 2, width: w, height: h, rx: 4 }),
    svg("text", { y: 4, "text-anchor": "middle" }, text),
  );
}

function overlap(one, other) {
  return one.x < other.x + other.width + GAP && other.x < one.x + one.width + GAP && one.y < other.y + other.height + GAP && other.y < one.y + one.height + GAP;
}

/** Places on a line: on its longest part near its beginning first. */
function placesOn(points) {
  const parts = points.slice(1, 4).map(([x2, y2], i) => {
    const [x1, y1] = points[i];
    return { x1, y1, dx: x2 - x1, dy: y2 - y1, length: Math.abs(x2 - x1) + Math.abs(y2 - y1) };
  });
  parts.sort((one, other) => other.length - one.length);
  return parts.flatMap(({ x1, y1, dx, dy, length }) => {
    const reach = length > 2 * FARTHEST ? (2 * FARTHEST) / length : 1;
    return SHARES.map((share) => [x1 + dx * share * reach, y1 + dy * share * reach]);
  });
}
