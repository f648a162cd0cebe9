import { fill, svg } from "./dom.js";
import { followDrags } from "./drag.js";

/** The whole of a great graph in a corner of the pane, with the part that the pane shows. */

/** The most and the least that a side has: a long graph as a thin line would tell nothing. */
const MOST = 180;
const LEAST = 64;

/** @returns `{element, mark(marks), show()}` */
export function minimap(plan, view) {
  const scale = MOST / Math.max(plan.width, plan.height);
  const [width, height] = [plan.width, plan.height].map((side) => Math.max(LEAST, Math.round(side * scale)));
  const [sx, sy] = [width / plan.width, height / plan.height];
  const nodes = plan.nodes.filter((node) => node.name !== undefined);
  const shapes = svg("g", {});
  const frame = svg("rect", { class: "part", rx: 2 });
  const element = svg("svg", { class: "graph-map", width, height, "aria-hidden": "true" }, shapes, frame);

  const go = (event) => {
    const { left, top } = element.getBoundingClientRect();
    view.center((event.clientX - left) / sx, (event.clientY - top) / sy);
  };
  followDrags(element, { press: go, move: go });

  return {
    element,
    mark(marks) {
      const paths = new Map();
      for (const node of nodes) {
        const { kind } = marks.node(node);
        const height = Math.max(1, (node.frame ? 34 : node.height) * sy);
        paths.set(kind, (paths.get(kind) ?? "") + `M${(node.x * sx).toFixed(1)} ${(node.y * sy).toFixed(1)}h${(node.width * sx).toFixed(1)}v${height.toFixed(1)}h-${(node.width * sx).toFixed(1)}z`);
      }
      fill(shapes, [...paths].map(([kind, d]) => svg("path", { class: kind, d })));
    },
    show() {
      const part = view.part();
      const [left, top] = [Math.max(0.5, part.x * sx), Math.max(0.5, part.y * sy)];
      const [right, bottom] = [Math.min(width - 0.5, (part.x + part.width) * sx), Math.min(height - 0.5, (part.y + part.height) * sy)];
      frame.setAttribute("x", left);
      frame.setAttribute("y", top);
      frame.setAttribute("width", Math.max(4, right - left));
      frame.setAttribute("height", Math.max(4, bottom - top));
    },
  };
}
