import { append, fill, svg } from "./dom.js";
import { drawnEdge, mergedEdges } from "./graphEdges.js";
import { labels } from "./graphLabels.js";
import { drawnNode, isOpenFrame } from "./graphNodes.js";
import { EVERYTHING, NOTHING, around, arrange, boxAround, meets, suits } from "./graphSight.js";

/** From so many nodes on only what is in sight is drawn. */
const GREAT = 400;

/** Below this scale names cannot be read. */
const FAR = 0.5;

/** Above this scale all transitions that have room for their labels show them. */
const LABELS = 1.2;

/**
 * Draws a plan of nodes and edges that have their places.
 *
 * @returns `{element, content, has(id), box(id), mark(marks), select(id), rest(id), focus(id),
 *     show(part, scale), showAll(), copy(area)}`
 */
export function graphDrawing(plan, options) {
  return new Drawing(plan, options);
}

class Drawing {
  element;
  content = svg("g", {});
  #options;
  #nodes;
  #edges;
  #isGreat;
  #marks;
  #drawnNodes = new Map();
  #drawnEdges = new Map();
  #frames = svg("g", { class: "frames" });
  #lines = svg("g", { class: "edges" });
  #others = svg("g", { class: "states" });
  #labels = svg("g", { class: "labels" });
  #area;
  #part;
  #scale = 1;
  #isSlight = false;
  #awaited;
  #selected;
  #resting;
  #hovered;

  constructor(plan, options) {
    this.#options = options;
    this.#nodes = new Map(plan.nodes.map((node) => [node.id, node]));
    this.#edges = plan.edges.map((edge) => ({ edge, box: boxAround(edge.points) }));
    this.#isGreat = plan.nodes.length >= GREAT;
    this.#area = this.#isGreat ? NOTHING : EVERYTHING;
    append(this.content, [this.#frames, this.#lines, this.#others, this.#labels]);
    this.element = svg("svg", { class: `graph-svg ${options.mode}`, width: "100%", height: "100%", role: "group", "aria-label": options.label }, this.content);
    this.element.addEventListener("click", (event) => this.#click(event));
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.#lines.addEventListener("pointerover", (event) => this.#hover(event.target.closest("[data-edge]")?.dataset.edge));
    this.#lines.addEventListener("pointerout", () => this.#hover(undefined));
  }

  has(id) {
    return this.#nodes.has(id);
  }

  box(id) {
    return this.#nodes.get(id) ?? this.#nodes.values().next().value;
  }

  mark(marks) {
    this.#marks = marks;
    this.#draw();
  }

  select(id) {
    this.#drawnNodes.get(this.#selected)?.select(false);
    this.#selected = id;
    if (this.has(id)) this.rest(id);
    this.#drawnNodes.get(id)?.select(true);
    this.#label();
  }

  /** The one node that the tab key stops at. */
  rest(id) {
    this.#drawnNodes.get(this.#resting)?.element.setAttribute("tabindex", "-1");
    this.#resting = id;
    if (this.has(id) && !this.#drawnNodes.has(id)) this.#draw();
    this.#drawnNodes.get(id)?.element.setAttribute("tabindex", "0");
  }

  focus(id) {
    this.#drawnNodes.get(id)?.element.focus({ preventScroll: true });
  }

  /** Draws what can be seen of a part at a scale: the first time at once, then with the next picture. */
  show(part, scale) {
    const isFirst = this.#part === undefined;
    this.#part = part;
    this.#scale = scale;
    if (isFirst) this.#follow();
    else this.#awaited ??= requestAnimationFrame(() => this.#follow());
  }

  /** Draws everything in full, for paper. */
  showAll() {
    cancelAnimationFrame(this.#awaited);
    this.#awaited = undefined;
    this.#scale = 1;
    this.#isSlight = false;
    this.#area = EVERYTHING;
    this.element.classList.remove("far");
    this.#draw();
    this.#label();
  }

  /** Copies what is drawn in an area, to be looked at only. */
  copy(area) {
    const nodes = [...this.#drawnNodes.values()].filter(({ node }) => meets(area, node));
    const edges = this.#edges.filter(({ box }) => meets(area, box)).map(({ edge }) => this.#drawnEdges.get(edge.id));
    const seen = new Set([...nodes, ...edges].map((drawn) => drawn?.element));
    return [this.#frames, this.#lines, this.#others].map((layer) => {
      const copies = [...layer.children].filter((element) => seen.has(element)).map((element) => element.cloneNode(true));
      for (const one of copies) ["data-node", "data-edge", "tabindex"].forEach((name) => one.removeAttribute(name));
      return fill(layer.cloneNode(false), copies);
    });
  }

  #follow() {
    this.#awaited = undefined;
    const isFar = this.#scale < FAR;
    this.element.classList.toggle("far", isFar);
    const isSlight = isFar && this.#isGreat;
    if (isSlight !== this.#isSlight || (this.#isGreat && !suits(this.#area, this.#part))) {
      this.#isSlight = isSlight;
      this.#area = this.#isGreat ? around(this.#part) : EVERYTHING;
      this.#draw();
    }
    this.#label();
  }

  #draw() {
    if (this.#marks === undefined) return;
    this.#drawNodes();
    this.#drawEdges();
  }

  #drawNodes() {
    const focused = document.activeElement?.closest?.("[data-node]")?.dataset.node;
    const isKept = ({ id }) => id === this.#selected || id === this.#resting || id === focused;
    const nodes = [...this.#nodes.values()].filter((node) => meets(this.#area, node) || isKept(node));
    this.#drawnNodes = new Map(nodes.map((node) => [node.id, this.#drawnNodes.get(node.id) ?? this.#newNode(node)]));
    for (const drawn of this.#drawnNodes.values()) {
      drawn.detail(this.#isSlight);
      drawn.mark(this.#marks);
    }
    const elementsOf = (some) => some.map(({ id }) => this.#drawnNodes.get(id).element);
    arrange(this.#frames, elementsOf(nodes.filter(isOpenFrame)));
    arrange(this.#others, elementsOf(nodes.filter((node) => !isOpenFrame(node))));
  }

  #newNode(node) {
    const drawn = drawnNode(node, this.#options.canFold);
    drawn.select(node.id === this.#selected);
    if (node.id === this.#resting) drawn.element.setAttribute("tabindex", "0");
    return drawn;
  }

  /** What was taken lies above what was not. */
  #drawEdges() {
    const markOf = (edge) => this.#marks.edge(edge, edge.to);
    const seen = this.#edges.filter(({ box }) => meets(this.#area, box)).map(({ edge }) => ({ edge, mark: markOf(edge) }));
    const edges = [...seen.filter(({ mark }) => !mark.isTaken), ...seen.filter(({ mark }) => mark.isTaken)];
    if (this.#isSlight) {
      this.#drawnEdges = new Map();
      fill(this.#lines, mergedEdges(edges));
      return;
    }
    this.#drawnEdges = new Map(edges.map(({ edge }) => [edge.id, this.#drawnEdges.get(edge.id) ?? drawnEdge(edge)]));
    edges.forEach(({ edge, mark }) => this.#drawnEdges.get(edge.id).mark(mark));
    arrange(this.#lines, [...this.#drawnEdges.values()].map(({ element }) => element));
  }

  /** Labels of the edges that one looks at: too many would cover the graph. */
  #label() {
    const rank = (edge) => (edge.id === this.#hovered ? 0 : this.#selected !== undefined && edge.from === this.#selected ? 1 : 2);
    const least = this.#scale > LABELS ? 2 : 1;
    const some = [...this.#drawnEdges.values()].map(({ edge }) => edge).filter((edge) => edge.label && rank(edge) <= least);
    some.sort((one, other) => rank(one) - rank(other));
    const nodes = some.length === 0 ? [] : [...this.#drawnNodes.values()].map(({ node }) => node);
    fill(this.#labels, labels(some, { nodes, mayCover: (edge) => rank(edge) < 2, scale: this.#scale }));
  }

  #hover(id) {
    if (this.#hovered === id) return;
    this.#hovered = id;
    this.#label();
  }

  #click(event) {
    const fold = event.target.closest("[data-fold]")?.dataset.fold;
    const node = event.target.closest("[data-node]")?.dataset.node;
    if (fold !== undefined) this.#options.onFold(fold);
    else if (node !== undefined) this.#choose(node);
  }

  #key(event) {
    const node = event.target.closest?.("[data-node]")?.dataset.node;
    if (node === undefined || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    event.stopPropagation();
    this.#choose(node);
  }

  #choose(id) {
    if (this.#nodes.get(id).run) this.#options.onFold(id);
    else this.#options.onSelect(id);
  }
}
