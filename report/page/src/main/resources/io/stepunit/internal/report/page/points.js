import { lastName, stateOf } from "./pointer.js";

/** How often each point of a definition was hit: by all tests, or by generated ones only. */
export function coverageOf(definition, isGenerated) {
  const points = (definition.coverage?.points ?? []).map((point) => ({ ...point, count: isGenerated ? (point.generatedCount ?? 0) : point.count }));
  return {
    points: points.filter(counts),
    counts: new Map(points.map((point) => [point.key, point.count])),
    totals: isGenerated ? totalsOf(points) : (definition.coverage?.totals ?? {}),
    isGenerated,
  };
}

/** What can never be reached does not count, unless it was. */
function counts(point) {
  return point.count > 0 || point.unreachable === undefined;
}

/** A Catcher is a transition too; a rule was reached if it held and did not. */
function totalsOf(points) {
  const reached = new Map();
  const add = (kind, item, isHit) => {
    if (!reached.has(kind)) reached.set(kind, new Map());
    const items = reached.get(kind);
    items.set(item, isHit && (items.get(item) ?? true));
  };
  for (const point of points.filter(counts)) {
    const isRule = point.kind === "choiceRules" || point.kind === "operands";
    add(point.kind, isRule ? point.key.replace(/#(true|false)$/, "") : point.key, point.count > 0);
    if (point.kind === "catchers") add("transitions", point.key, point.count > 0);
  }
  return Object.fromEntries([...reached].map(([kind, items]) => [kind, [[...items.values()].filter(Boolean).length, items.size]]));
}

/** The holes: those that the data names; of generated tests, the points that they do not reach. */
export function holesOf(definition, coverage, isState) {
  const named = definition.coverage?.holes ?? [];
  if (!coverage.isGenerated) return named;
  const covered = new Set(named.flatMap((hole) => hole.keys));
  const others = coverage.points
    .filter((point) => point.count === 0 && !covered.has(point.key))
    .map((point) => ({ kind: point.kind, keys: [point.key], line: point.lines?.[0], title: titleOf(point, isState), advice: "Only tests that people wrote reach it." }));
  return [...named, ...others].sort((one, other) => order(one) - order(other));
}

const ORDER = ["states", "catchers", "retriers", "exhaustedRetriers", "choiceRules"];

function order({ kind }) {
  const at = ORDER.indexOf(kind);
  return at < 0 ? ORDER.length : at;
}

function titleOf({ key, kind }, isState) {
  const pointer = stateOf(key, isState) ?? "";
  const state = lastName(pointer);
  const what = key.slice(pointer.length + 1).replace("#", " ").replace(/\/(\d+)/g, "[$1]").replaceAll("/", ".");
  return kind === "states" ? `${state} is never reached` : `${state}: ${what || "this"} is never hit`;
}
