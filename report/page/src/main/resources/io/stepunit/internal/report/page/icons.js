import { svg } from "./dom.js";
import ICONS from "./icons.json" with { type: "json" };

/*
 * icons.json has the shapes, on 16 × 16: lines to stroke, areas to fill, circles by their radius.
 * Pictures that stand alone are drawn with them, too.
 */

/** Draws an icon in the colour of the text around it; with a label where no word stands beside it. */
export function icon(name, { size = 16, label } = {}) {
  const spoken = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
  return svg("svg", { class: "icon", width: size, height: size, viewBox: "0 0 16 16", ...spoken }, shapes(name));
}

/** The shapes of an icon, to be put into a drawing of one's own. */
export function shapes(name) {
  const { stroke, fill, circle, circleAt, width, dash } = ICONS[name] ?? ICONS.none;
  const line = { fill: "none", stroke: "currentColor", "stroke-width": width, "stroke-linecap": "round", "stroke-linejoin": "round" };
  const [cx, cy, r] = circleAt ?? [8, 8, circle];
  return [
    fill && svg("path", { d: fill, fill: "currentColor" }),
    r && svg("circle", { cx, cy, r, ...line, "stroke-linecap": "butt", "stroke-dasharray": dash }),
    stroke && svg("path", { d: stroke, ...line }),
  ];
}
