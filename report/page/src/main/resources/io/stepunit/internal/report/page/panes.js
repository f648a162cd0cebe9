import { el } from "./dom.js";
import { followDrags } from "./drag.js";
import { icon } from "./icons.js";

/**
 * Panes one above the other. The head of each but the first is a splitter; each can be folded.
 * Dragging a head, or the arrow keys on it, give the pane above more or less height.
 */

const STEP = 24;
const LEAST = 48;

/**
 * @param name the name of the pane, for its class and its fold button
 * @param head what stands in its head
 * @param body elements under the head; they are hidden while it is folded
 * @returns `{element, body, fold(isFolded)}`
 */
export function pane(name, head, ...body) {
  const toggle = el("button", { class: "fold", "aria-expanded": "true", "aria-label": `Fold ${name}` }, icon("down", { size: 14 }));
  const bar = el("div", { class: "pane-head" }, toggle, head);
  const content = el("div", { class: "part-body" }, body);
  const element = el("section", { class: `part part-${name}`, "aria-label": name }, bar, content);
  const fold = (isFolded) => {
    element.classList.toggle("folded", isFolded);
    toggle.setAttribute("aria-expanded", String(!isFolded));
    toggle.setAttribute("aria-label", `${isFolded ? "Unfold" : "Fold"} ${name}`);
  };
  toggle.addEventListener("click", () => fold(!element.classList.contains("folded")));
  return { name, element, head: bar, body: content, fold };
}

/** Puts panes one above the other, with a splitter between them. */
export function stack(...panes) {
  panes.slice(1).forEach((lower, i) => lower.element.prepend(splitter(panes[i], lower)));
  return el("div", { class: "pane stack" }, panes.map((one) => one.element));
}

function splitter(upper, lower) {
  const handle = el("div", {
    class: "splitter",
    role: "separator",
    tabindex: "0",
    "aria-orientation": "horizontal",
    "aria-label": `Height of ${upper.name}`,
  });
  const resize = (height) => {
    const room = upper.element.parentElement.clientHeight;
    const wanted = Math.min(Math.max(height, LEAST), room - LEAST);
    upper.fold(false);
    upper.element.style.setProperty("flex", `0 0 ${wanted}px`);
    upper.element.style.setProperty("max-height", "none");
    handle.setAttribute("aria-valuenow", String(Math.round((100 * wanted) / room)));
  };
  const heightOf = () => upper.element.getBoundingClientRect().height;
  let grip;
  const press = (event) => {
    if (event.target.closest("button, a, input, select")) return false;
    event.preventDefault();
    grip = event.clientY - heightOf();
    return true;
  };
  const move = (event) => resize(event.clientY - grip);
  const reset = (event) => {
    if (event.target.closest("button, a, input, select")) return;
    for (const property of ["flex", "max-height"]) upper.element.style.removeProperty(property);
    handle.removeAttribute("aria-valuenow");
  };
  const key = (event) => {
    const by = { ArrowUp: -STEP, ArrowDown: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    resize(heightOf() + by);
  };
  for (const target of [handle, lower.head]) {
    followDrags(target, { press, move });
    target.addEventListener("dblclick", reset);
  }
  handle.addEventListener("keydown", key);
  return handle;
}
