import { svg } from "./dom.js";

/** How a graph that is too long for a page goes on paper: cut into strips that stand side by side. */

/** What a page of A4 or Letter has room for, below the head of the first. */
const PAGE = { width: 680, height: 810 };

/** Smaller than that, nobody reads the names of states. */
const READABLE = 0.45;

const SCALE = 0.6;

/** Strips overlap by more than a state is high, so that each state is whole in one of them. */
const OVERLAP = 60;

/**
 * @param copy takes an area, and copies what is drawn there
 * @returns the strips from the top, none if the graph can be read on one page or is too wide
 */
export function strips(copy, width, height) {
  const byWidth = Math.min(1, PAGE.width / width);
  if (byWidth < READABLE || PAGE.height / height >= READABLE) return [];
  const scale = Math.min(SCALE, byWidth);
  const part = PAGE.height / scale;
  const count = Math.ceil((height - OVERLAP) / (part - OVERLAP));
  return Array.from({ length: count }, (_, i) => {
    const top = i * (part - OVERLAP);
    const place = { width: width * scale, height: PAGE.height, viewBox: `0 ${top} ${width} ${part}` };
    return svg("svg", { class: "graph-svg graph-strip", ...place }, copy({ left: 0, top, right: width, bottom: top + part }));
  });
}
