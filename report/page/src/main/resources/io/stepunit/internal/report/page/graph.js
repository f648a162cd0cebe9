import { fill, svg } from "./dom.js";

/** Draws a definition's graph. */
export function graph(container, definition, { marks, selected, onSelect }) {
  const { width = 0, height = 0, nodes = [], edges = [] } = definition.graph ?? {};
  const boxes = new Map();
  for (const node of nodes) {
    const text = svg("text", { x: node.x + 12, y: node.y + 22, fill: "currentColor" }, node.name);
    const outline = svg("rect", { x: node.x, y: node.y, width: node.width, height: node.height, rx: 8, fill: "var(--bg)", "fill-opacity": node.frame ? 0.4 : 1, stroke: (marks?.get(node.id) ?? 0) > 0 ? "var(--acc)" : "var(--bad)" });
    boxes.set(node.id, svg("g", { tabindex: "0", role: "button", "data-node": node.id, "aria-label": node.name, on: { click: () => onSelect?.(node.id) } }, outline, text));
  }
  const lines = edges.map((edge) => svg("polyline", { points: edge.points.map((point) => point.join(",")).join(" "), fill: "none", stroke: "var(--line2)" }));
  fill(container, svg("svg", { viewBox: `0 0 ${width} ${height}`, width: "100%", height: "100%" }, lines, [...boxes.values()]));
  const select = (id) => boxes.forEach((box, node) => box.firstChild.setAttribute("stroke-width", node === id ? 3 : 1));
  select(selected);
  return { select };
}
