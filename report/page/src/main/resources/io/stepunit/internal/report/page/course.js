/**
 * An execution record, indexed once: events by id with their virtual time and the visit that each
 * belongs to, visits with the event that settled them, and the tree of visits.
 *
 * Pure functions of the record. A cut or parked execution has fewer events or visits that never
 * settle; nothing here expects a complete history.
 */

/** Seconds of virtual time since a start; neighbours of the same instant are read once. */
function clockFrom(startedAt) {
  const start = startedAt ? microseconds(startedAt) : 0;
  let text;
  let seconds = 0;
  return (instant) => {
    if (instant !== text) {
      text = instant;
      seconds = Math.max(0, (microseconds(instant) - start) / 1e6);
    }
    return seconds;
  };
}

/** Microseconds since the epoch of an ISO 8601 instant; `Date` knows milliseconds only. */
function microseconds(text) {
  const fraction = /\.(\d+)/.exec(text);
  const whole = fraction ? text.replace(fraction[0], "") : text;
  return Date.parse(whole) * 1000 + (fraction ? Number(fraction[1].padEnd(6, "0").slice(0, 6)) : 0);
}

/**
 * @param execution an execution record
 * @return `{execution, events, seconds, position(id), owner[i], visits, roots, end}`; `owner[i]` is
 *     the index of the visit that event `i` belongs to, or -1; each visit of `visits` is `{index,
 *     record, parent, children, entered, settled, from, to, iteration, machine, scope, own,
 *     attempts}`: `entered`, `settled` and `own` are positions of events, not ids, `settled` is -1
 *     where it never did; each attempt is `{record, scheduled, ended, from, to}`, `ended` -1 where
 *     it has no answer
 */
export function courseOf(execution) {
  const events = execution.events || [];
  const startedAt = execution.startedAt || (events[0] && events[0].timestamp);
  const positions = new Map(events.map((event, i) => [event.id, i]));
  const position = (id) => (positions.has(id) ? positions.get(id) : -1);
  const secondsAt = clockFrom(startedAt);
  const seconds = events.map((event) => secondsAt(event.timestamp));
  const visits = visitsOf(execution, position);
  const owner = ownersOf(events, visits, position);
  const end = Math.max(
    seconds.length ? seconds[seconds.length - 1] : 0,
    execution.stoppedAt ? secondsAt(execution.stoppedAt) : 0);
  owner.forEach((visit, i) => visit >= 0 && visits[visit].own.push(i));
  settle(visits, owner, events);
  for (const visit of visits) {
    visit.from = seconds[visit.entered] || 0;
    visit.to = visit.settled < 0 ? end : seconds[visit.settled];
    visit.attempts = attemptsOf(visit, events, seconds, position, end);
  }
  return {
    execution, events, seconds, position, owner, visits, end,
    roots: visits.filter((visit) => !visit.parent),
    secondsAt,
  };
}

function visitsOf(execution, position) {
  const visits = (execution.visits || []).map((record, index) => ({
    index, record, children: [], parent: null, own: [],
    entered: Math.max(position(record.entered), 0),
    settled: record.exited === undefined || record.exited === null ? -1 : position(record.exited),
    iteration: record.iteration === undefined || record.iteration === null ? -1 : record.iteration,
    machine: machineOf(record.pointer),
  }));
  for (const visit of visits) {
    const parent = visit.record.parent;
    if (parent !== undefined && parent !== null && visits[parent]) {
      visit.parent = visits[parent];
      visits[parent].children.push(visit);
    }
  }
  for (const visit of visits) {
    visit.scope = `${visit.parent ? visit.parent.index : ""}:${visit.iteration}:${visit.machine}`;
  }
  return visits;
}

/** `/States/P/Branches/0/States/A` → `/States/P/Branches/0`; the outermost machine is "". */
export function machineOf(pointer) {
  return pointer.slice(0, pointer.lastIndexOf("/States/"));
}

function ownersOf(events, visits, position) {
  const entered = new Map(visits.map((visit) => [visit.entered, visit]));
  const exited = new Map(
    visits.filter((visit) => visit.settled >= 0).map((visit) => [visit.settled, visit]));
  const owner = new Array(events.length).fill(-1);
  events.forEach((event, i) => {
    const visit = /StateEntered$/.test(event.type) ? entered.get(i)
        : /StateExited$/.test(event.type) ? exited.get(i)
        : event.type.startsWith("Execution") ? undefined
        : inherited(event, i);
    owner[i] = visit ? visit.index : -1;
  });
  return owner;

  function inherited(event, i) {
    const previous = position(event.previousEventId);
    if (previous < 0 || previous >= i || owner[previous] < 0) {
      return undefined;
    }
    const before = visits[owner[previous]];
    let visit = exited.get(previous) === before ? before.parent : before;
    const frame = /^(MapIteration|MapState|MapRun)/.test(event.type) ? "Map"
        : event.type.startsWith("ParallelState") ? "Parallel" : "";
    while (visit && frame && visit.record.type !== frame) {
      visit = visit.parent;
    }
    return visit;
  }
}

/** A visit that never exits is settled by its last event, or by the end of what encloses it. */
function settle(visits, owner, events) {
  const last = visits.map((visit) => visit.entered);
  owner.forEach((visit, i) => {
    for (let up = visits[visit]; up; up = up.parent) {
      last[up.index] = Math.max(last[up.index], i);
    }
  });
  for (const visit of visits) {
    const status = visit.record.status;
    if (visit.settled >= 0 || status === "RUNNING") {
      continue;
    }
    visit.settled = status === "ABORTED"
        ? (visit.parent && visit.parent.settled >= 0 ? visit.parent.settled : events.length - 1)
        : last[visit.index];
  }
}

const ANSWER = /(Succeeded|Failed|TimedOut)$/;

/** The attempts of a visit with the positions of the events that begin and end them. */
function attemptsOf(visit, events, seconds, position, end) {
  const records = visit.record.attempts || [];
  const scheduled = records.map((record) => Math.max(position(record.scheduled), visit.entered));
  return records.map((record, k) => {
    const before = k + 1 < records.length ? scheduled[k + 1] : Infinity;
    const answers = visit.own.filter(
      (i) => i >= scheduled[k] && i < before && ANSWER.test(events[i].type));
    const ended = answers.length ? answers[answers.length - 1]
        : record.endedAt === undefined || record.endedAt === null || visit.settled < scheduled[k] ? -1
        : visit.settled;
    return {
      record, scheduled: scheduled[k], ended,
      from: seconds[scheduled[k]] || 0,
      to: ended < 0 ? (visit.settled < 0 ? end : visit.to) : seconds[ended],
    };
  });
}
