import { fill, svg } from "./dom.js";

/** The whole of a great graph in a corner of the pane, with the part that the pane shows. */

const WIDTH = 160;
const HEIGHT = 120;

/** @returns `{element, mark(marks), show()}` */
export function minimap(plan, view) {
  // A long graph is stretched: as a thin line it would tell nothing.
  const [sx, sy] = [WIDTH / plan.width, HEIGHT / plan.height];
  const nodes = plan.nodes.filter((node) => node.name !== undefined);
  const shapes = svg("g", {});
  const frame = svg("rect", { class: "part", rx: 2 });
  const element = svg("svg", { class: "graph-map", width: WIDTH, height: HEIGHT, "aria-hidden": "true" }, shapes, frame);

  const go = (event) => {
    const { left, top } = element.getBoundingClientRect();
    view.center((event.clientX - left) / sx, (event.clientY - top) / sy);
  };
  element.addEventListener("pointerdown", (event) => {
    element.setPointerCapture(event.pointerId);
    go(event);
  });
  element.addEventListener("pointermove", (event) => event.buttons > 0 && go(event));

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
      const { x, y, width, height } = view.part();
      frame.setAttribute("x", Math.max(0.5, x * sx));
      frame.setAttribute("y", Math.max(0.5, y * sy));
      frame.setAttribute("width", Math.min(WIDTH - 1, Math.max(4, width * sx)));
      frame.setAttribute("height", Math.min(HEIGHT - 1, Math.max(4, height * sy)));
    },
  };
}
