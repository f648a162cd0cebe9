/**
 * What an execution looks like at one of its events: the status of each state, the transitions
 * taken, the iteration that each Map shows, the variables.
 *
 * Moments are positions in the list of events, so that the first one is 0.
 */

const WORST_FIRST = ["FAILED", "ABORTED", "CAUGHT", "RUNNING", "SUCCEEDED"];

/** The status of a visit at a moment; `undefined` before it is entered. */
export function statusAt(visit, moment) {
  if (visit.entered > moment) {
    return undefined;
  }
  return visit.settled >= 0 && visit.settled <= moment ? visit.record.status : "RUNNING";
}

/** The attempts of a visit that were scheduled by a moment; `answered` tells which have ended. */
export function attemptsAt(visit, moment) {
  return visit.attempts
    .filter((attempt) => attempt.scheduled <= moment)
    .map((attempt) => ({ ...attempt, answered: attempt.ended >= 0 && attempt.ended <= moment }));
}

/**
 * The iterations of one visit of a Map that have begun by a moment, in the order of their indexes.
 *
 * @return `[{index, status, attempts, from, to, visits}]`
 */
export function iterationsAt(course, map, moment) {
  const over = statusAt(map, moment) !== "RUNNING";
  if (!over) {
    return iterationsUntil(course, map, moment, over);
  }
  // Nothing in a Map changes after it has ended, and most moments that are asked for come then.
  map.ended ||= iterationsUntil(course, map, moment, over);
  return map.ended;
}

function iterationsUntil(course, map, moment, over) {
  const now = course.seconds[moment] || 0;
  const ends = endsOf(course, map);
  const iterations = [];
  for (const [index, visits] of visitsByIteration(map)) {
    if (visits[0].entered > moment) {
      continue;
    }
    const begun = visits.filter((visit) => visit.entered <= moment);
    const last = begun[begun.length - 1];
    const end = ends.get(index);
    let status = end && end.at <= moment ? end.status
        : !over ? "RUNNING"
        : last.record.status === "CAUGHT" ? "SUCCEEDED" : statusAt(last, moment);
    if (status === "SUCCEEDED" && begun.some((visit) => visit.record.status === "CAUGHT")) {
      status = "CAUGHT";
    }
    iterations.push({
      index, status, visits: begun, from: begun[0].from,
      to: Math.min(Math.max(...begun.map((visit) => visit.to)), now),
      attempts: Math.max(...begun.map((visit) => attemptCount(visit, moment))),
    });
  }
  return iterations;
}

function attemptCount(visit, moment) {
  let count = 0;
  for (const attempt of visit.attempts) {
    count += attempt.scheduled <= moment ? 1 : 0;
  }
  return count;
}

function visitsByIteration(map) {
  if (!map.byIteration) {
    const grouped = new Map();
    map.children.forEach((visit) => push(grouped, visit.iteration, visit));
    map.byIteration = new Map([...grouped].sort((a, b) => a[0] - b[0]));
  }
  return map.byIteration;
}

function push(groups, key, value) {
  const group = groups.get(key);
  if (group) {
    group.push(value);
  } else {
    groups.set(key, [value]);
  }
}

/** When and how each iteration of a visit of a Map ended, by its index. */
function endsOf(course, map) {
  if (!map.ends) {
    map.ends = new Map();
    for (const i of map.own) {
      const event = course.events[i];
      const end = /^MapIteration(Succeeded|Failed|Aborted)$/.exec(event.type);
      const details = end && event[`mapIteration${end[1]}EventDetails`];
      if (details) {
        map.ends.set(details.index, { at: i, status: end[1].toUpperCase() });
      }
    }
  }
  return map.ends;
}

/** Orders iterations: failed, aborted, caught, running, then those with more attempts. */
export function worstFirst(a, b) {
  return WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status)
      || b.attempts - a.attempts || a.index - b.index;
}

/** What a Map's frame shows: the chosen iteration if it has begun, otherwise the worst one. */
export function frameAt(course, map, moment, chosen) {
  const run = mapRunOf(course, map, moment);
  if (run) {
    return { iterations: [], counts: { SUCCEEDED: run.succeeded, FAILED: run.failed + run.timedOut, ABORTED: run.aborted }, shown: -1, total: run.total, isMapRun: true };
  }
  const iterations = iterationsAt(course, map, moment);
  const counts = {};
  let worst;
  let found;
  for (const iteration of iterations) {
    counts[iteration.status] = (counts[iteration.status] || 0) + 1;
    worst = worst && worstFirst(worst, iteration) <= 0 ? worst : iteration;
    found = iteration.index === chosen ? iteration : found;
  }
  const shown = found || worst;
  return {
    iterations, counts, shown: shown ? shown.index : -1,
    total: Math.max(itemCount(course, map), iterations.length),
  };
}

/** The counts of the Map Run of a distributed Map that has ended; its iterations are executions of their own. */
function mapRunOf(course, map, moment) {
  const runs = course.execution.mapRuns ?? [];
  const started = map.own.map((i) => course.events[i]).find((event) => event.type === "MapRunStarted");
  const arn = started?.mapRunStartedEventDetails?.mapRunArn;
  const isOver = map.settled >= 0 && map.settled <= moment;
  return arn && isOver ? runs.find((run) => run.mapRunArn === arn)?.itemCounts : undefined;
}

/** The number of items, from the event that started the Map. */
export function itemCount(course, map) {
  const started = map.own.map((i) => course.events[i])
    .find((event) => event.type === "MapStateStarted");
  const details = started && started.mapStateStartedEventDetails;
  return details && details.length !== undefined ? details.length : visitsByIteration(map).size;
}

/**
 * The whole picture at a moment.
 *
 * @param chosen the iteration to show of each visit of a Map, by the visit's index
 * @return `{states, scopes, below}`: `states` by pointer, each `{visit, status, attempts, visits,
 *     frame?}`, without a visit what the child executions of a Map Run did together; `scopes` the
 *     visits of each machine that is in the picture, in the order of their entering; `below` how
 *     often those child executions took each transition
 */
export function momentAt(course, moment, chosen = new Map()) {
  const states = new Map();
  const scopes = [];
  const below = new Map();
  walk(course.roots);
  return { states, scopes, below };

  function walk(visits) {
    const machines = new Map();
    const lasts = new Map();
    for (const visit of visits) {
      if (visit.entered > moment) {
        continue;
      }
      const known = states.get(visit.record.pointer);
      states.set(visit.record.pointer, {
        visit, status: statusAt(visit, moment),
        attempts: attemptCount(visit, moment),
        visits: (lasts.has(visit.record.pointer) ? known.visits : 0) + 1,
      });
      lasts.set(visit.record.pointer, visit);
      push(machines, visit.machine, visit);
    }
    scopes.push(...machines.values());
    for (const visit of lasts.values()) {
      descend(visit);
    }
  }

  function descend(visit) {
    if (visit.record.type !== "Map") {
      walk(visit.children);
      return;
    }
    const frame = frameAt(course, visit, moment, chosen.get(visit.index));
    states.get(visit.record.pointer).frame = frame;
    if (frame.isMapRun) {
      addMapRun(`${visit.record.pointer}/`);
    } else {
      walk(visitsByIteration(visit).get(frame.shown) || []);
    }
  }

  function addMapRun(start) {
    const { states: inside = {}, transitions = {} } = course.execution.inMapRuns ?? {};
    for (const [pointer, { status, visits }] of Object.entries(inside)) {
      if (pointer.startsWith(start)) states.set(pointer, { status, visits, attempts: 0 });
    }
    for (const [key, times] of Object.entries(transitions)) {
      if (key.startsWith(start)) below.set(key, times);
    }
  }
}

/**
 * The transitions taken at a moment.
 *
 * A visit that ended by a catcher took that catcher's edge, one of a Choice state the edge that its
 * record tells; another one took the edge that leads to what was entered next in the same machine.
 *
 * @param edges the edges of the definition's graph: `[{id, from, to, kind}]`
 * @return how often each edge was taken, by its id
 */
export function transitionsAt(scopes, moment, edges) {
  const taken = new Map();
  const leaving = new Map();
  const starting = new Map();
  for (const edge of edges) {
    if (edge.kind === "START") {
      starting.set(edge.to, edge);
    } else {
      push(leaving, edge.from, edge);
    }
  }
  for (const visits of scopes) {
    count(starting.get(visits[0].record.pointer));
    visits.forEach((visit, i) => {
      const next = visits[i + 1];
      const from = leaving.get(visit.record.pointer) || [];
      if (next) {
        count(from.find((edge) => leadsTo(edge, visit, next.record.pointer)));
      } else if (visit.settled >= 0 && visit.settled <= moment && endsItsMachine(visit)) {
        count(from.find((edge) => edge.kind === "END"));
      }
    });
  }
  return taken;

  function count(edge) {
    if (edge) {
      taken.set(edge.id, (taken.get(edge.id) || 0) + 1);
    }
  }
}

function leadsTo(edge, visit, pointer) {
  const { catcher, transition } = visit.record;
  if (transition !== undefined) {
    return edge.id === transition;
  }
  return catcher === undefined || catcher === null
    ? edge.to === pointer && edge.kind !== "CATCH"
    : edge.id === `${visit.record.pointer}/Catch/${catcher}`;
}

function endsItsMachine(visit) {
  return visit.record.status === "SUCCEEDED" || visit.record.type === "Fail";
}

/**
 * The variables that a machine sees at a moment: what it and the machines around it assigned.
 *
 * @param visit where to look from, or `undefined` for the outermost machine
 * @return `[{name, value, by}]` in the order of their names, `by` the visit that assigned it
 */
export function variablesAt(course, moment, visit) {
  const variables = new Map();
  for (const scope of scopesAround(visit)) {
    for (const other of course.visits) {
      if (other.scope === scope && other.record.assigned
          && other.settled >= 0 && other.settled <= moment) {
        for (const [name, value] of Object.entries(other.record.assigned)) {
          variables.set(name, { name, value, by: other });
        }
      }
    }
  }
  return [...variables.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** From the outermost machine in. */
function scopesAround(visit) {
  const scopes = [];
  for (let at = visit; at; at = at.parent) {
    scopes.unshift(at.scope);
  }
  return scopes.length ? scopes : [":-1:"];
}
