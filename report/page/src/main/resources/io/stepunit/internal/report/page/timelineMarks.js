import { detailsOf } from "./eventDetails.js";

/**
 * What the timeline marks beside visits: answers that came by a task token, heartbeats, faults that
 * were injected.
 *
 * @returns `[{kind, visit, seconds, position?, text}]`, `visit` the index of the visit
 */
export function timelineMarks(course) {
  return [...callbacks(course), ...heartbeats(course), ...faults(course)];
}

function callbacks(course) {
  const marks = [];
  for (const visit of course.visits) {
    for (const attempt of visit.attempts) {
      const asked = detailsOf(course.events[attempt.scheduled] ?? {});
      const isWaiting = /\.waitForTaskToken$/.test(asked.resource ?? "") || /^Activity/.test(course.events[attempt.scheduled]?.type ?? "");
      const answer = course.events[attempt.ended];
      if (!isWaiting || !answer || /TimedOut$/.test(answer.type)) continue;
      const text = `Callback: ${/Succeeded$/.test(answer.type) ? "success" : "failure"}`;
      marks.push({ kind: "CALLBACK", visit: visit.index, seconds: attempt.to, position: attempt.ended, text });
    }
  }
  return marks;
}

function heartbeats(course) {
  return (course.execution.tokens ?? [])
    .filter((token) => token.kind === "HEARTBEAT")
    .map((token) => placed(course, token, "HEARTBEAT", "Heartbeat"))
    .filter((mark) => mark.visit >= 0);
}

function faults(course) {
  return (course.execution.faults ?? [])
    .map((fault) => placed(course, fault, "FAULT", `Injected fault: ${fault.text}`))
    .filter((mark) => mark.visit >= 0);
}

/** A mark at its time, in the visit of its path that ran then. */
function placed(course, { at, path, afterEventId }, kind, text) {
  const position = course.position(afterEventId);
  const seconds = at === undefined ? course.seconds[position] : course.secondsAt(at);
  const isRunning = (visit) => visit.from <= seconds && seconds <= visit.to && (position < 0 || visit.entered <= position + 1);
  const visit = course.visits.findLast((one) => one.record.path === path && isRunning(one));
  return { kind, visit: visit ? visit.index : -1, seconds, position: position < 0 ? undefined : position, text };
}
