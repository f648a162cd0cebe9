import { el } from "./dom.js";
import { icon } from "./icons.js";
import { count } from "./format.js";
import { sign } from "./status.js";

/**
 * What marks make of nodes and edges: a class that has colours in the style sheet, what stands on
 * the right of a node, what is spoken of it.
 */

const HEAT = [
  ["h1", 1, "1–3"],
  ["h2", 4, "4–11"],
  ["h3", 12, "12–23"],
  ["h4", 24, "24 or more"],
];

const WORST_FIRST = ["bad", "aborted", "running", "caught"];

/** The marks of a mode. */
export function markings(mode, marks) {
  return mode === "heat" ? new Heat(marks ?? new Map()) : new Course(marks ?? new Map());
}

class Heat {
  #counts;

  constructor(counts) {
    this.#counts = counts;
  }

  #count(id) {
    return this.#counts.get(id) ?? 0;
  }

  isReached(id) {
    return this.#count(id) > 0;
  }

  node(node) {
    const amount = this.#count(node.id);
    const times = amount === 0 ? "never reached" : amount === 1 ? "reached once" : `reached ${amount} times`;
    return { kind: heatOf(amount), count: short(amount), spoken: times };
  }

  edge(edge, target) {
    const amount = edge.kind === "START" || edge.kind === "END" ? this.#count(edge.kind === "START" ? target : edge.from) : this.#count(edge.id);
    const width = amount === 0 ? "never" : amount < 4 ? "w1" : amount < 12 ? "w2" : "w3";
    return { kind: edge.kind === "CATCH" ? `${width} catch` : width, times: amount, isTaken: amount > 0, words: amount === 0 ? "never taken" : `taken ${count(amount)}×` };
  }

  /** The first state that nothing reached is where one looks first, but the start tells the way. */
  mostTelling() {
    return undefined;
  }
}

function heatOf(amount) {
  if (amount === 0) return "never";
  return HEAT.findLast(([, from]) => amount >= from)[0];
}

/** At most four characters, to stand beside a name. */
function short(amount) {
  if (amount < 10_000) return String(amount);
  return amount < 1_000_000 ? `${Math.floor(amount / 1000)}k` : `${Math.floor(amount / 1_000_000)}M`;
}

class Course {
  #marks;

  constructor(marks) {
    this.#marks = marks;
  }

  isReached(id) {
    return this.#marks.has(id);
  }

  node(node) {
    const mark = this.#marks.get(node.id);
    if (mark === undefined) return { kind: "none", icon: undefined, spoken: "not reached" };
    const { kind, word } = sign(mark.status);
    const pill = pillOf(mark);
    const spoken = [word.toLowerCase(), pill?.spoken].filter(Boolean).join(", ");
    return { kind, icon: kind, spoken, pill };
  }

  edge(edge) {
    const amount = this.#marks.get(edge.id) ?? 0;
    const taken = amount > 0 ? "taken" : "untaken";
    return { kind: edge.kind === "CATCH" ? `${taken} catch` : taken, times: amount, isTaken: amount > 0, words: amount > 1 ? `taken ${count(amount)}×` : amount === 1 ? "taken" : "not taken" };
  }

  /** The innermost state that failed. */
  mostTelling(nodes) {
    const kindOf = (node) => sign(this.#marks.get(node.id)?.status).kind;
    for (const kind of WORST_FIRST) {
      const found = nodes.findLast((node) => this.#marks.get(node.id)?.status !== undefined && kindOf(node) === kind);
      if (found) return found.id;
    }
    return undefined;
  }
}

/** `×4` attempts, or how many iterations of a Map succeeded: `2 of 3`. */
function pillOf({ attempts = 0, frame }) {
  if (frame !== undefined && frame.total > 0) {
    const bad = (frame.counts.FAILED ?? 0) + (frame.counts.ABORTED ?? 0);
    const done = (frame.counts.SUCCEEDED ?? 0) + (frame.counts.CAUGHT ?? 0);
    return { text: `${count(done)} of ${count(frame.total)}`, spoken: `${done} of ${frame.total} iterations succeeded`, isBad: bad > 0 };
  }
  return attempts > 1 ? { text: `×${count(attempts)}`, spoken: `${attempts} attempts` } : undefined;
}

/** What the colours mean: of an execution only those that occur in it. */
export function legendOf(mode, marks, nodes) {
  if (mode === "heat") {
    const rows = HEAT.map(([kind, , words]) => el("li", {}, el("span", { class: `swatch ${kind}` }), words));
    return el("ul", { "aria-hidden": "true" }, rows, el("li", {}, el("span", { class: "swatch never" }), "never"));
  }
  const kinds = new Set(nodes.filter((node) => node.name !== undefined).map((node) => marks.node(node).kind));
  const statuses = ["SUCCEEDED", "CAUGHT", "FAILED", "RUNNING", "ABORTED", "NOT_REACHED"].map(sign);
  const rows = statuses.filter(({ kind }) => kinds.has(kind)).map(({ kind, word }) => el("li", {}, el("span", { class: kind }, icon(kind, { size: 14 })), word));
  return el("ul", { "aria-hidden": "true" }, rows);
}
