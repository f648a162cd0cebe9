import { el } from "./dom.js";

const FEW = 600;
const MARGIN = 20;
const NARROW = "screen and (max-width: 760px)";

/**
 * Shows many rows of one height in a pane that scrolls: only those in sight are in the document, as
 * long as there are more than a few. Printing shows them all.
 *
 * @param pane the element that scrolls
 * @param options `count`, `height` in pixels or `{wide, narrow}` for screens that have room for little,
 *     and `row(index)`, which makes the element of a row; `attributes` are of the element that holds them; `extra()` gives `[index, pixels]` of the
 *     rows that are opened, and so much higher than the others
 * @returns `{element, reveal(index), refresh(), count}`: put `element` into the pane; `reveal` scrolls
 *     to a row, `refresh` draws all again after a change, with another count if one is given
 */
export function rows(pane, { count, height: heights, row, attributes, extra = () => [] }) {
  const element = el("div", attributes);
  let height = heightOf(heights);
  let shown = { from: 0, to: -1 };
  let total = count;
  let opened = [...extra()];

  const isWindowed = () => total > FEW;
  const draw = (from, to) => {
    if (from === shown.from && to === shown.to) return;
    shown = { from, to };
    const lines = [];
    for (let i = from; i < to; i++) lines.push(row(i));
    element.replaceChildren(...lines);
    element.style.setProperty("padding-top", `${topOf(from)}px`);
    element.style.setProperty("padding-bottom", `${topOf(total) - topOf(to)}px`);
  };
  const topOf = (index) => index * height + sum(opened.filter(([at]) => at < index));
  const indexAt = (y) => Math.floor((y - sum(opened.filter(([at]) => topOf(at) < y))) / height);
  const look = () => {
    if (heightOf(heights) !== height) {
      height = heightOf(heights);
      shown = { from: 0, to: -1 };
    }
    if (!isWindowed()) return draw(0, total);
    const top = pane.scrollTop - offset();
    const from = indexAt(top) - MARGIN;
    const to = indexAt(top + (pane.clientHeight || 900)) + 1 + MARGIN;
    draw(clamp(from - (from % 10)), clamp(to + 10 - (to % 10)));
  };
  const clamp = (index) => Math.max(0, Math.min(total, index));
  const offset = () => element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;

  pane.addEventListener("scroll", look, { passive: true });
  const resized = new ResizeObserver(() => (element.isConnected ? look() : resized.disconnect()));
  resized.observe(pane);
  const beforePrint = () => (element.isConnected ? draw(0, total) : removeEventListener("beforeprint", beforePrint));
  addEventListener("beforeprint", beforePrint);

  const view = {
    element,
    get count() {
      return total;
    },
    refresh(next = total) {
      total = next;
      opened = [...extra()];
      shown = { from: 0, to: -1 };
      look();
    },
    reveal(index, place = 0.35) {
      const top = offset() + topOf(index);
      const isInSight = top >= pane.scrollTop + height && top + height * 3 <= pane.scrollTop + pane.clientHeight;
      if (!isInSight) pane.scrollTop = Math.max(0, top - pane.clientHeight * place);
      look();
    },
  };
  if (isWindowed()) draw(0, Math.min(total, 80));
  else draw(0, total);
  return view;
}

function heightOf(heights) {
  if (typeof heights === "number") return heights;
  return matchMedia(NARROW).matches ? heights.narrow : heights.wide;
}

function sum(opened) {
  return opened.reduce((pixels, [, more]) => pixels + more, 0);
}
