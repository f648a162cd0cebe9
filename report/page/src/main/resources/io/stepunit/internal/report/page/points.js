import { lastName, stateOf } from "./pointer.js";

/** The totals that a point counts in, by its kind. */
const TOTALS = {
  STATE: "states", TRANSITION: "transitions", CHOICE_RULE: "choiceRules", RETRIER: "retriers", CATCHER: "catchers",
  BRANCH: "branches", MAP: "maps", TIMEOUT: "timeouts", HEARTBEAT: "timeouts",
};

/** How often each point of a definition was hit: by all tests, or by generated ones only. */
export function coverageOf(definition, isGenerated) {
  const points = (definition.coverage?.points ?? []).map((point) => ({ ...point, count: isGenerated ? (point.generatedCount ?? 0) : point.count }));
  return {
    points,
    counts: new Map(points.map((point) => [point.key, point.count])),
    totals: isGenerated ? totalsOf(points) : (definition.coverage?.totals ?? {}),
    isGenerated,
  };
}

function totalsOf(points) {
  const totals = {};
  for (const point of points) {
    const share = (totals[TOTALS[point.kind] ?? point.kind] ??= [0, 0]);
    share[0] += point.count > 0 ? 1 : 0;
    share[1]++;
  }
  return totals;
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

const ORDER = ["STATE", "CATCHER", "RETRIER", "CHOICE_RULE"];

function order({ kind }) {
  const at = ORDER.indexOf(kind);
  return at < 0 ? ORDER.length : at;
}

function titleOf({ key, kind }, isState) {
  const pointer = stateOf(key, isState) ?? "";
  const state = lastName(pointer);
  const what = key.slice(pointer.length + 1).replace("#", " ").replace(/\/(\d+)/g, "[$1]").replaceAll("/", ".");
  return kind === "STATE" ? `${state} is never reached` : `${state}: ${what || "this"} is never hit`;
}
