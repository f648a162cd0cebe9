/** Walks a graph by arrow keys: down and up along transitions, and sideways to what stands beside. */

/** Nodes whose middles differ by less stand in a row. */
const ROW = 34;

/** @returns `{at(), rest(id), next(key, marks)}` */
export function walker(plan) {
  return new Walker(plan);
}

class Walker {
  #nodes;
  #outgoing = new Map();
  #incoming = new Map();
  #at;

  constructor(plan) {
    this.#nodes = new Map(plan.nodes.filter((node) => node.name !== undefined).map((node) => [node.id, node]));
    for (const edge of plan.edges) {
      if (!this.#nodes.has(edge.from) || !this.#nodes.has(edge.to)) continue;
      push(this.#outgoing, edge.from, edge);
      push(this.#incoming, edge.to, edge);
    }
    const start = plan.edges.find((edge) => edge.kind === "START")?.to;
    this.#at = this.#nodes.has(start) ? start : this.#nodes.keys().next().value;
  }

  at() {
    return this.#at;
  }

  rest(id) {
    if (this.#nodes.has(id)) this.#at = id;
  }

  /** The id of the state that an arrow leads to, if any. */
  next(key, marks) {
    const here = this.#nodes.get(this.#at);
    if (here === undefined) return undefined;
    const next = key === "ArrowDown" ? this.#down(here, marks) : key === "ArrowUp" ? this.#up(here, marks) : this.#beside(here, key === "ArrowRight" ? 1 : -1);
    this.rest(next);
    return next;
  }

  #down(here, marks) {
    const inner = this.#first(here.id);
    if (inner !== undefined) return inner;
    for (let at = here; at !== undefined; at = this.#nodes.get(at.parent)) {
      const edges = this.#outgoing.get(at.id) ?? [];
      if (edges.length > 0) return mostTaken(edges, marks).to;
    }
    return undefined;
  }

  #up(here, marks) {
    const edges = (this.#incoming.get(here.id) ?? []).filter((edge) => edge.from !== here.id);
    return edges.length > 0 ? mostTaken(edges, marks).from : here.parent;
  }

  /** The first of the states inside: none leads to it. */
  #first(frame) {
    const inside = [...this.#nodes.values()].filter((node) => node.parent === frame);
    return (inside.find((node) => !this.#incoming.has(node.id)) ?? inside[0])?.id;
  }

  /** The nearest on that side, what is at the same height first. */
  #beside(here, side) {
    const middle = (node) => [node.x + node.width / 2, node.y + 17];
    const [x, y] = middle(here);
    let best;
    let least = Infinity;
    for (const node of this.#nodes.values()) {
      const [otherX, otherY] = middle(node);
      const across = (otherX - x) * side;
      if (across <= 1 || node.parent !== here.parent) continue;
      const aside = Math.abs(otherY - y);
      const far = across + (aside <= ROW ? 0 : 1000 + 4 * aside);
      if (far < least) {
        least = far;
        best = node.id;
      }
    }
    return best;
  }
}

/** The first of those that were taken most often. */
function mostTaken(edges, marks) {
  const times = (edge) => marks.edge(edge, edge.to).times;
  return edges.reduce((best, edge) => (times(edge) > times(best) ? edge : best));
}

function push(groups, key, value) {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
