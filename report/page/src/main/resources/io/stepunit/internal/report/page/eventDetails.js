import { placeOf } from "./definitionParts.js";
import { plural } from "./format.js";
import { lastName } from "./pointer.js";

/** Reads events of a history: their details, their data, one line that says what happened. */

const JSON_TEXTS = ["input", "output", "parameters", "taskCredentials"];

/** The details of an event, whatever its type calls them; an empty object if it has none. */
export function detailsOf(event) {
  const field = Object.keys(event).find((name) => name.endsWith("EventDetails"));
  return (field && event[field]) || {};
}

/** A JSON text of a history as its value; a text that was cut stays a text. */
export function valueOf(text) {
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** An event with the JSON in its texts opened, so that a person can read it. */
export function opened(event) {
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) => [name, name.endsWith("EventDetails") ? openedDetails(value) : value]),
  );
}

function openedDetails(details) {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      if (JSON_TEXTS.includes(name)) return [name, valueOf(value)];
      if (name !== "assignedVariables") return [name, value];
      return [name, Object.fromEntries(Object.entries(value).map(([variable, text]) => [variable, valueOf(text)]))];
    }),
  );
}

/** Whether an event tells of something that went wrong. */
export function isFailure(event) {
  return /(Failed|TimedOut|Aborted)$/.test(event.type);
}

/** One line about an event: where the state stands, which attempt, what the error was. */
export function summaryOf(course, definition, position) {
  const event = course.events[position];
  const visit = course.visits[course.owner[position]];
  const details = detailsOf(event);
  if (/StateEntered$/.test(event.type)) return visit ? (placeOf(definition, visit.record.pointer) ?? "") : "";
  if (/StateExited$/.test(event.type)) return visit ? exit(course, visit, position) : "";
  if (/^MapIteration/.test(event.type)) return `[${details.index}]`;
  if (event.type === "MapStateStarted") return details.length > 0 ? plural(details.length, "item") : "";
  if (event.type === "MapRunStarted") return nameOf(details.mapRunArn);
  const failure = [details.error, details.cause].filter(Boolean).join(": ");
  const attempt = visit ? attemptNumber(visit, position) : 0;
  if (attempt > 0) return [`attempt ${attempt}`, failure].filter(Boolean).join(": ");
  return failure || details.name || "";
}

function nameOf(arn) {
  return (arn ?? "").slice((arn ?? "").lastIndexOf("/") + 1);
}

function exit(course, visit, position) {
  const assigned = Object.keys(visit.record.assigned ?? {});
  const catcher = visit.record.catcher;
  const next = course.events[position + 1];
  const entered = next && /StateEntered$/.test(next.type) && course.visits[course.owner[position + 1]];
  return [
    catcher !== undefined && catcher !== null && `Catch[${catcher}]`,
    entered && entered.scope === visit.scope && `→ ${lastName(entered.record.pointer)}`,
    assigned.length > 0 && `assigns ${assigned.map((name) => `$${name}`).join(", ")}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The number of the attempt that an event is part of; 0 if it is part of none. */
export function attemptNumber(visit, position) {
  let number = 0;
  for (const attempt of visit.attempts) {
    if (attempt.scheduled <= position) number = attempt.record.number;
  }
  return number;
}
