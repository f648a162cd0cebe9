/** What came of the combinations of a fault matrix: pure, of values only. */

/** The kinds of cells, the worst first. */
export const KINDS = [
  { name: "failed", word: "Assertion failed", icon: "bad", tone: "bad" },
  { name: "unhandled", word: "Held, error unhandled", icon: "fault", tone: "bad" },
  { name: "ended", word: "Held, ended in an error", icon: "caught", tone: "caught" },
  { name: "held", word: "Held, succeeded", icon: "ok", tone: "ok" },
  { name: "unfired", word: "Held, Task never called", icon: "none", tone: "ok" },
  { name: "skipped", word: "Not applicable", icon: "none", tone: "none" },
];

export function kindOf(cell) {
  switch (cell.outcome) {
    case "ASSERTION_FAILED":
      return "failed";
    case "UNHANDLED":
      return "unhandled";
    case "NOT_APPLICABLE":
      return "skipped";
    default:
      if (cell.fired === false) return "unfired";
      return (cell.status ?? "SUCCEEDED") === "SUCCEEDED" ? "held" : "ended";
  }
}

export function attemptsText(attempts) {
  return attempts === "FIRST" ? "first attempt" : "every attempt";
}

/** `Charge × Card.Declined, every attempt`. */
export function combinationOf(cell) {
  const one = `${cell.state} × ${cell.fault}, ${attemptsText(cell.attempts)}`;
  return cell.pair ? `${one} + ${combinationOf(cell.pair)}` : one;
}

/** The cell of a combination; of a pair in either order. */
export function cellOf(cells, one, second) {
  const is = (a, b) => a.state === b.state && a.fault === b.fault && a.attempts === b.attempts;
  return cells.find((cell) => (second ? (is(cell, one) && is(cell.pair, second)) || (is(cell, second) && is(cell.pair, one)) : is(cell, one)));
}

/** A sweep sorted into what its matrix shows. */
export function matrixOf(sweep) {
  const cells = sweep.cells ?? [];
  const singles = cells.filter((cell) => !cell.pair);
  const pairs = cells.filter((cell) => cell.pair);
  const counts = Object.fromEntries(KINDS.map((kind) => [kind.name, 0]));
  for (const cell of cells) counts[kindOf(cell)]++;
  const byStates = new Map();
  for (const cell of pairs) {
    const key = statesKey(cell.state, cell.pair.state);
    byStates.set(key, [...(byStates.get(key) ?? []), cell]);
  }
  const paired = new Set(pairs.flatMap((cell) => [cell.state, cell.pair.state]));
  return {
    singles,
    pairs,
    counts,
    total: cells.length,
    failed: cells.filter((cell) => kindOf(cell) === "failed"),
    pairStates: (sweep.states ?? []).filter((state) => paired.has(state)),
    pairsOf: (one, other) => byStates.get(statesKey(one, other)) ?? [],
    baselineOf: (cell) => baselineOf(cells, cell),
  };
}

function statesKey(one, other) {
  return JSON.stringify([one, other].sort());
}

/**
 * What a combination is compared with: an execution of the same test whose fault met no call, which is
 * one without a fault; where each fault fired, the one that held and has most in common with it.
 */
function baselineOf(cells, cell) {
  const others = cells.filter((other) => other !== cell && other.course && ["held", "ended", "unfired"].includes(kindOf(other)));
  const unfired = others.filter((other) => other.fired === false);
  const free = unfired.find((other) => other.status === "SUCCEEDED") ?? unfired[0];
  if (free) return { cell: free, title: "Without the fault" };
  const near = others.filter((other) => other.status === "SUCCEEDED");
  const pool = near.length > 0 ? near : others;
  const nearest = pool.reduce((best, other) => (best === undefined || inCommon(other, cell) > inCommon(best, cell) ? other : best), undefined);
  return nearest && { cell: nearest, title: `Holds: ${combinationOf(nearest)}` };
}

function inCommon(one, other) {
  let common = 0;
  while (common < one.course.length && one.course[common] === other.course?.[common]) common++;
  return common;
}
