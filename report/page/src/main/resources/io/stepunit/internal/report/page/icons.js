import { svg } from "./dom.js";

/** The icons, drawn on 16 × 16: strokes, and shapes that are filled. */
const ICONS = {
  ok: { stroke: "M3.5 8.5 6.5 11.5 12.5 4.5", width: 2 },
  bad: { stroke: "M4.5 4.5 11.5 11.5 M11.5 4.5 4.5 11.5", width: 2 },
  caught: { stroke: "M4 4.5h5a3 3 0 0 1 0 6H4.5 M7 7.8 4.2 10.5 7 13.2", width: 1.8 },
  running: { circle: 4.5, width: 2 },
  aborted: { fill: "M4.5 4.5h7v7h-7z" },
  none: { circle: 5, width: 1.6, dash: "2 2" },
  half: { circle: 5, width: 1.6, fill: "M8 3a5 5 0 0 1 0 10z" },

  Task: { fill: "M9.2 1.8 3.8 9h3.4l-.6 5.2L12.2 7H8.6z" },
  Map: { stroke: "M5.5 5.5V3h7.5v7.5h-2.5 M3 5.5h7.5V13H3z", width: 1.4 },
  Parallel: { stroke: "M4.5 13V7.5a3.5 3.5 0 0 1 7 0V13 M8 2v3", width: 1.5 },
  Choice: { stroke: "M8 2.5 13.5 8 8 13.5 2.5 8z", width: 1.4 },
  Pass: { stroke: "M2.5 8h10.5 M9 4l4 4-4 4", width: 1.5 },
  Wait: { circle: 5.8, stroke: "M8 4.8V8l2.2 1.6", width: 1.4 },
  Succeed: { circle: 5.8, stroke: "M5.4 8.2 7.2 10 10.6 6.4", width: 1.4 },
  Fail: { circle: 5.8, stroke: "M6 6l4 4 M10 6l-4 4", width: 1.4 },

  retry: { stroke: "M12.8 8a4.8 4.8 0 1 1-1.5-3.5 M12.6 1.8v3h-3", width: 1.6 },
  logo: { fill: "M2.5 1.500h4.500a1.5 1.5 0 0 1 1.5 1.500v2.500a1.5 1.5 0 0 1-1.5 1.500H2.500A1.5 1.5 0 0 1 1 5.500V3a1.5 1.5 0 0 1 1.5-1.500z M9 9h4.500a1.5 1.5 0 0 1 1.5 1.500V13a1.5 1.5 0 0 1-1.5 1.500H9A1.5 1.5 0 0 1 7.5 13v-2.500A1.5 1.5 0 0 1 9 9z", stroke: "M8.5 4.200h1.700a1.5 1.5 0 0 1 1.5 1.500V9", width: 1.4 },
  search: { circleAt: [6.8, 6.8, 4], stroke: "M9.8 9.8 13.5 13.5", width: 1.6 },
  copy: { stroke: "M5.5 5.500V3h7.500v7.500h-2.5 M3 5.500h7.500V13H3z", width: 1.3 },
  down: { stroke: "M4 6l4 4 4-4", width: 1.6 },
  right: { stroke: "M6 4l4 4-4 4", width: 1.6 },
  play: { fill: "M4.5 2.800v10.400L13 8z" },
  pause: { fill: "M4 3h3v10H4z M9 3h3v10H9z" },
  back: { fill: "M11.5 2.800v10.400L3 8z" },
  plus: { stroke: "M8 3.500v9 M3.5 8h9", width: 1.5 },
  minus: { stroke: "M3.5 8h9", width: 1.5 },
  fit: { stroke: "M3 6V3h3 M10 3h3v3 M13 10v3h-3 M6 13H3v-3", width: 1.5 },
  fault: { fill: "M8 2.5 14 13H2z" },
  test: { stroke: "M6 2.500h4 M6.7 2.500v4L3.5 12.500a1 1 0 0 0 .9 1.500h7.200a1 1 0 0 0 .9-1.500L9.3 6.500v-4", width: 1.3 },
  data: { stroke: "M6 3H5a1.5 1.5 0 0 0-1.5 1.500v2L2.5 8l1 1.500v2A1.5 1.5 0 0 0 5 13h1 M10 3h1a1.5 1.5 0 0 1 1.5 1.500v2l1 1.5-1 1.500v2A1.5 1.5 0 0 1 11 13h-1", width: 1.3 },
};

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
