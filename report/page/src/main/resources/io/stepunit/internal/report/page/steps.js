/** The steps of orders: what happened, when, and where it stands in another order. Pure. */

/** What tells a step from the others of its order, whenever it happens. */
export function stepKey(step) {
  return JSON.stringify([step.execution, step.path, step.attempt, step.nth, step.ended !== undefined]);
}

/** Whether two steps of one key are the same, the same but for their times, or different. */
export function stepKind(left, right) {
  const told = ({ ended, error, output, outcome, input }) => JSON.stringify([ended, error, output, outcome, input]);
  if (told(left) !== told(right)) return "CHANGED";
  return left.at === right.at && left.took === right.took ? "SAME" : "DATA";
}

/**
 * The steps of two orders, each with its place among those of its instant (`ordinal`), whether it is the
 * first of its instant (`isFirst`), the how-manieth of its kind it is (`nth`), and the place of its
 * counterpart if that has another one at the same instant (`other`).
 */
export function movesOf(left, right) {
  const placed = [placesOf(left), placesOf(right)];
  const [inLeft, inRight] = placed.map((steps) => new Map(steps.map((step) => [stepKey(step), step])));
  const moved = (steps, counterparts) =>
    steps.map((step) => {
      const other = counterparts.get(stepKey(step));
      return other && other.at === step.at && other.ordinal !== step.ordinal ? { ...step, other: other.ordinal } : step;
    });
  return { left: moved(placed[0], inRight), right: moved(placed[1], inLeft) };
}

function placesOf(steps) {
  const seen = new Map();
  let ordinal = 0;
  return steps.map((step, i) => {
    const isFirst = i === 0 || steps[i - 1].at !== step.at;
    ordinal = isFirst ? 1 : ordinal + 1;
    const key = stepKey(step);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { ...step, nth, ordinal, isFirst };
  });
}
