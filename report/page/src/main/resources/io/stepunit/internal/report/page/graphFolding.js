/**
 * Folds parts of a graph: a frame to its title, a straight run of states to its first one. What
 * stands below moves up by whole bands that nothing is left in, so that nothing can overlap.
 */

/** Shorter runs take no room worth folding. */
const SHORTEST = 4;

const GAP = 24;
const FOLDED_HEIGHT = 40;

/** The frames around a node, the innermost first. */
export function frames(plan, id) {
  return framesAround(byId(plan.nodes), id);
}

function framesAround(nodes, id) {
  const around = [];
  for (let at = nodes.get(id)?.parent; at !== undefined; at = nodes.get(at)?.parent) around.push(at);
  return around;
}

/** The runs of states that a straight line leads through, as lists of ids. */
export function longRuns(plan, isMember) {
  const outgoing = new Map();
  const incoming = new Map();
  for (const edge of plan.edges) {
    push(outgoing, edge.from, edge);
    push(incoming, edge.to, edge);
  }
  const canFold = new Set(plan.nodes.filter((node) => node.name !== undefined && !node.frame && isMember(node.id)).map((node) => node.id));
  const next = (id) => {
    const [edge, ...others] = outgoing.get(id) ?? [];
    const isStraight = edge !== undefined && others.length === 0 && edge.points.length === 2 && (incoming.get(edge.to) ?? []).length === 1;
    return isStraight && canFold.has(edge.to) ? edge.to : undefined;
  };
  const inner = new Set([...canFold].map(next));
  const runs = [];
  for (const start of canFold) {
    if (inner.has(start)) continue;
    const run = [start];
    for (let at = next(start); at !== undefined && !run.includes(at); at = next(at)) run.push(at);
    if (run.length >= SHORTEST) runs.push(run);
  }
  return runs;
}

/** The plan with some frames and runs folded, by the ids of the frames and of the runs' first states. */
export function folded(plan, folds) {
  if (folds.size === 0) return plan;
  const nodes = byId(plan.nodes);
  const hidden = new Set();
  const shown = new Map();
  const ends = new Map();
  for (const run of longRuns(plan, () => true)) {
    if (!folds.has(run[0])) continue;
    const outgoing = plan.edges.filter((edge) => edge.from === run.at(-1));
    const first = nodes.get(run[0]);
    if (!outgoing.every(({ points }) => points[0][0] > first.x && points[0][0] < first.x + first.width)) continue;
    run.slice(1).forEach((id) => hidden.add(id));
    shown.set(run[0], { ...first, run: run.map((id) => nodes.get(id)) });
    ends.set(run.at(-1), run[0]);
  }
  for (const node of plan.nodes) {
    if (node.frame && folds.has(node.id)) shown.set(node.id, { ...node, isFolded: true, height: FOLDED_HEIGHT - 6 });
    if (framesAround(nodes, node.id).some((frame) => folds.has(frame))) hidden.add(node.id);
  }
  const left = plan.nodes.filter((node) => !hidden.has(node.id)).map((node) => shown.get(node.id) ?? node);
  const lines = plan.edges.filter((edge) => !hidden.has(edge.to) && (!hidden.has(edge.from) || ends.has(edge.from))).map((edge) => startingAt(edge, shown, ends));
  return squeezed(plan, left, lines);
}

/** An edge from a folded part begins at its lower border. */
function startingAt(edge, shown, ends) {
  const from = ends.get(edge.from) ?? edge.from;
  const node = shown.get(from);
  if (node === undefined) return edge;
  const [[x], ...rest] = edge.points;
  return { ...edge, from, points: [[x, node.y + node.height], ...rest] };
}

/** Moves up what stands below empty bands. The order of heights stays, so nothing meets that did not. */
function squeezed(plan, nodes, edges) {
  const bands = nodes.filter((node) => !node.frame || node.isFolded).map((node) => [node.y, node.y + node.height]);
  for (const node of nodes) {
    if (node.frame && !node.isFolded) bands.push([node.y, node.y + 40], [node.y + node.height, node.y + node.height]);
  }
  for (const { points } of edges) {
    points.slice(1).forEach(([, y], i) => points[i][1] === y && bands.push([y, y]));
  }
  bands.sort((one, other) => one[0] - other[0]);
  const moves = [];
  let end = bands[0]?.[0] ?? 0;
  let up = 0;
  for (const [from, to] of bands) {
    if (from - end > GAP) up += from - end - GAP;
    moves.push([from, up]);
    end = Math.max(end, to);
  }
  const at = (y) => y - moveAt(moves, y);
  return {
    ...plan,
    height: plan.height - up,
    nodes: nodes.map((node) => ({ ...node, y: at(node.y), height: at(node.y + node.height) - at(node.y) })),
    edges: edges.map((edge) => ({ ...edge, points: edge.points.map(([x, y]) => [x, at(y)]) })),
  };
}

function moveAt(moves, y) {
  let low = 0;
  let high = moves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moves[middle][0] <= y) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : moves[low - 1][1];
}

function byId(nodes) {
  return new Map(nodes.map((node) => [node.id, node]));
}

function push(groups, key, value) {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
