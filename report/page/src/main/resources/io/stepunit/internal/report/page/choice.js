import { frameAt, statusAt } from "./moment.js";

/**
 * What is chosen of an execution: a moment, and a visit, or a state that was not reached. It is what
 * an address says after the execution's id, and changes are pure functions of it.
 *
 * `{moment, visit?, pointer?, attempt?, chosen}`: `moment` is the position of an event, `chosen` the
 * iteration that each visit of a Map shows, by the visit's index. Without visit and pointer, it is the
 * execution as a whole.
 */

/** What an address chooses; what it does not say is what tells most: the end, and the failed state. */
export function choiceOf(course, definition, address) {
  const end = Math.max(0, course.events.length - 1);
  const position = address.event === undefined ? -1 : course.position(Number(address.event));
  const moment = position < 0 ? end : position;
  const base = { moment, chosen: new Map() };
  const visit = address.state === undefined ? undefined : visitAt(course, address.state, moment);
  if (visit) {
    const choice = withVisit(base, visit, address.attempt === undefined ? undefined : Number(address.attempt));
    return address.iteration === undefined ? choice : withIteration(choice, visit, Number(address.iteration));
  }
  const node = address.state !== undefined && (definition?.graph?.nodes ?? []).find((one) => one.id === address.state || one.name === address.state);
  if (node) return { ...base, pointer: node.id };
  return withVisit(base, position < 0 ? mostTelling(course) : course.visits[course.owner[position]]);
}

/** The visit of a path or a state's pointer or name that an address means: the one at its moment. */
function visitAt(course, state, moment) {
  const named = course.visits.filter((visit) => visit.record.path === state);
  const all = named.length > 0 ? named : course.visits.filter((visit) => visit.record.pointer === state || visit.record.name === state);
  const owner = course.visits[course.owner[moment]];
  return all.includes(owner) ? owner : (all.findLast((visit) => visit.entered <= moment) ?? all[0]);
}

/**
 * The visit that tells most: the one whose attempts failed with the execution's error, even if it was
 * caught and a Fail state told it on; then the one that failed, was
 * stopped or still runs. Of an execution that succeeded, it is the first.
 */
export function mostTelling(course) {
  const { error, status } = course.execution;
  if (status === "SUCCEEDED") return course.visits[0];
  const lastAttempt = (visit) => visit.attempts.at(-1)?.record.error;
  const lastOf = (...statuses) => course.visits.findLast((visit) => statuses.includes(visit.record.status) && visit.children.length === 0);
  const cause = error && course.visits.findLast((visit) => lastAttempt(visit) === error);
  return cause || lastOf("FAILED") || lastOf("RUNNING", "ABORTED") || course.visits[0];
}

/** Chooses a visit, or none: the Maps around it show its iteration, and the moment is one at which it is there. */
export function withVisit(choice, visit, attempt) {
  if (!visit) return { ...choice, visit: undefined, pointer: undefined, attempt: undefined };
  const chosen = new Map(choice.chosen);
  for (let at = visit; at.parent; at = at.parent) {
    if (at.parent.record.type === "Map") chosen.set(at.parent.index, at.iteration);
  }
  const isThere = statusAt(visit, choice.moment) !== undefined;
  const moment = isThere ? choice.moment : visit.settled < 0 ? visit.entered : visit.settled;
  return { ...choice, moment, visit, pointer: visit.record.pointer, attempt, chosen };
}

/** Chooses the iteration that a visit of a Map shows; what is chosen inside moves to it. */
export function withIteration(choice, map, iteration) {
  const chosen = new Map(choice.chosen).set(map.index, iteration);
  if (!isInside(choice.visit, map)) return { ...choice, chosen };
  const visits = map.children.filter((visit) => visit.iteration === iteration);
  const same = visits.find((visit) => visit.record.pointer === choice.visit.record.pointer);
  return withVisit({ ...choice, chosen }, same ?? visits[0] ?? map);
}

/** The iteration that a visit of a Map shows: the chosen one, or the worst. */
export function iterationShown(course, choice, map) {
  return frameAt(course, map, choice.moment, choice.chosen.get(map.index)).shown;
}

function isInside(visit, map) {
  for (let at = visit; at; at = at.parent) {
    if (at.parent === map) return true;
  }
  return false;
}

/** Chooses a state by its pointer: the visit of it that the picture shows, or the state alone. */
export function withState(choice, pointer, states) {
  const shown = states.get(pointer);
  return shown?.visit ? withVisit(choice, shown.visit) : { ...choice, visit: undefined, pointer, attempt: undefined };
}

/** The parts of an address that say a choice. */
export function partsOf(course, choice) {
  const last = course.events.length - 1;
  const event = course.events[choice.moment];
  return {
    state: choice.visit ? choice.visit.record.path : choice.pointer,
    attempt: choice.attempt,
    iteration: choice.visit?.record.type === "Map" ? choice.chosen.get(choice.visit.index) : undefined,
    event: choice.moment < last && event ? event.id : undefined,
  };
}
