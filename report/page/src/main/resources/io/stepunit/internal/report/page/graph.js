import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { graphDrawing } from "./graphDrawing.js";
import { folded, frames, longRuns } from "./graphFolding.js";
import { legendOf, markings } from "./graphMarks.js";
import { minimap } from "./graphMinimap.js";
import { viewport } from "./graphViewport.js";
import { walker } from "./graphWalk.js";

/** From so many states on there is a small map, and runs that were not reached are folded. */
const MANY = 300;

/** From so many states on frames can be folded. */
const SOME = 40;

/**
 * Draws a definition's graph in a pane, to be moved and zoomed.
 *
 * @param container the pane, which has its size already
 * @param definition with `graph`: the nodes and edges with their places
 * @param marks a Map by the ids of nodes and edges. In the mode "heat" counts; in the mode
 *     "execution" of states `{status, attempts, frame?: {counts, total}}`, of edges counts
 * @param selected the id of the chosen state
 * @param onSelect called with the id of a state that was clicked or walked to
 * @param mode "heat" or "execution"
 * @returns `{select(id), update(marks), key(event), dispose()}`; `key` tells whether it took the key
 */
export function graph(container, definition, options) {
  return new Graph(container, definition, options);
}

class Graph {
  #container;
  #plan;
  #name;
  #mode;
  #onSelect;
  #marks;
  #selected;
  #folds = new Set();
  #drawing;
  #view;
  #map;
  #walker;
  #overlay = el("div", { class: "graph-legend" });
  #surface = el("div", { class: "graph-surface" });

  constructor(container, definition, { marks, selected, onSelect, mode = "heat" } = {}) {
    this.#container = container;
    this.#plan = definition?.graph ?? { width: 0, height: 0, nodes: [], edges: [] };
    this.#name = definition?.name ?? "the machine";
    this.#mode = mode;
    this.#onSelect = onSelect;
    this.#marks = markings(mode, marks);
    this.#selected = selected;
    if (this.#isMany()) this.#foldUnreached();
    container.classList.add("graph");
    fill(container, this.#surface, this.#overlay, this.#tools());
    this.#draw();
    this.#open();
  }

  select(id) {
    this.#selected = id;
    if (id !== undefined && !this.#drawing.has(id) && this.#unfoldTo(id)) this.#draw();
    this.#drawing.select(id);
    this.#walker.rest(id);
    if (id !== undefined) this.#view.reveal(this.#drawing.box(id));
    this.#map?.show();
  }

  update(marks) {
    this.#marks = markings(this.#mode, marks);
    this.#drawing.mark(this.#marks);
    this.#map?.mark(this.#marks);
    this.#legend();
  }

  key(event) {
    if (event.key === "f") this.#view.fit();
    else if (event.key === "+" || event.key === "=") this.#view.zoom(1.25);
    else if (event.key === "-") this.#view.zoom(0.8);
    else if (event.key.startsWith("Arrow") && this.#isOurs(event)) return this.#walk(event.key);
    else return false;
    return true;
  }

  dispose() {
    this.#view.dispose();
  }

  /** Arrows scroll what has the focus, unless that is the graph or nothing. */
  #isOurs(event) {
    return event.target === document.body || this.#container.contains(event.target) || event.target.closest?.("main") === event.target;
  }

  #walk(key) {
    const next = this.#walker.next(key, this.#marks);
    if (next === undefined) return false;
    this.#onSelect?.(next);
    if (this.#selected !== next) this.select(next);
    this.#drawing.focus(next);
    return true;
  }

  #draw() {
    const plan = folded(this.#plan, this.#folds);
    const canFold = this.#plan.nodes.length >= SOME;
    this.#drawing = graphDrawing(plan, {
      mode: this.#mode,
      label: `Graph of ${this.#name}`,
      canFold,
      onSelect: (id) => this.#onSelect?.(id),
      onFold: (id) => this.#toggle(id),
    });
    this.#drawing.mark(this.#marks);
    this.#drawing.select(this.#selected);
    this.#walker = walker(plan);
    this.#walker.rest(this.#selected);
    this.#drawing.rest(this.#walker.at());
    fill(this.#surface, this.#drawing.element);
    const changed = () => this.#map?.show();
    this.#view?.dispose();
    this.#view = viewport(this.#surface, this.#drawing, { width: plan.width, height: plan.height, from: this.#view, changed });
    this.#map?.element.remove();
    this.#map = undefined;
    if (this.#isMany()) {
      this.#map = minimap(plan, this.#view);
      this.#map.mark(this.#marks);
      this.#container.append(this.#map.element);
    }
    this.#legend();
  }

  #open() {
    const id = this.#selected ?? this.#marks.mostTelling(this.#plan.nodes) ?? this.#plan.nodes[0]?.id;
    this.#view.open(id === undefined ? undefined : this.#drawing.box(id));
    this.#map?.show();
  }

  #toggle(id) {
    if (this.#folds.has(id)) this.#folds.delete(id);
    else this.#folds.add(id);
    this.#draw();
    this.#view.reveal(this.#drawing.box(id));
  }

  #unfoldTo(id) {
    const around = frames(this.#plan, id);
    const runs = longRuns(this.#plan, () => true).filter((run) => run.includes(id));
    const hiding = [...this.#folds].filter((fold) => around.includes(fold) || runs.some((run) => run[0] === fold));
    hiding.forEach((fold) => this.#folds.delete(fold));
    return hiding.length > 0;
  }

  #foldUnreached() {
    const isReached = (id) => this.#marks.isReached(id);
    for (const run of longRuns(this.#plan, (id) => !isReached(id))) this.#folds.add(run[0]);
    for (const node of this.#plan.nodes) {
      if (node.frame && !isReached(node.id)) this.#folds.add(node.id);
    }
  }

  #isMany() {
    return this.#plan.nodes.length >= MANY;
  }

  #legend() {
    fill(this.#overlay, legendOf(this.#mode, this.#marks, this.#plan.nodes));
  }

  #tools() {
    const button = (name, title, words, action) => el("button", { class: "button", title, "aria-label": title, tabindex: "-1", on: { click: action } }, words ?? icon(name, { size: 12 }));
    return el(
      "div",
      { class: "graph-tools" },
      button("fit", "Fit (f)", "Fit", () => this.#view.fit()),
      button("minus", "Smaller (-)", undefined, () => this.#view.zoom(0.8)),
      button("plus", "Larger (+)", undefined, () => this.#view.zoom(1.25)),
    );
  }
}
