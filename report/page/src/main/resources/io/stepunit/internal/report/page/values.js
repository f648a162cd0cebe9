/** The values of an execution: its record has each of them once, as text, and their numbers in its places. */

const EVENT_DATA = ["input", "output", "parameters"];

/** Puts the values of an execution into their places: texts into events, as AWS has them, and data elsewhere. */
export function withValues(execution) {
  const texts = (execution.values ?? []).map((value) => (typeof value === "string" ? value : value.text));
  const data = (execution.values ?? []).map((value) => (typeof value === "string" ? JSON.parse(value) : value.text));
  put(execution, ["input", "output"], data);
  for (const event of execution.events ?? []) {
    const field = Object.keys(event).find((name) => name.endsWith("EventDetails"));
    if (!field) continue;
    put(event[field], EVENT_DATA, texts);
    putAll(event[field].assignedVariables, texts);
  }
  for (const visit of execution.visits ?? []) {
    for (const step of visit.flow ?? []) put(step, ["value"], data);
    for (const attempt of visit.attempts ?? []) put(attempt, ["input", "result"], data);
    putAll(visit.assigned, data);
  }
  delete execution.values;
  return execution;
}

function putAll(object, values) {
  if (object) put(object, Object.keys(object), values);
}

function put(object, names, values) {
  for (const name of names) {
    if (typeof object[name] === "number") object[name] = values[object[name]];
  }
}
