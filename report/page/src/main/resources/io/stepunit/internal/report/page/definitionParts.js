import { fileName } from "./format.js";

/** Reads parts of a definition record: a state, its lines, what it calls. */

/** The value at a JSON pointer into the definition, or undefined. */
export function partAt(definition, pointer) {
  let part = definition?.asl;
  for (const segment of (pointer ?? "").split("/").slice(1)) {
    const name = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    part = part !== null && typeof part === "object" && Object.hasOwn(part, name) ? part[name] : undefined;
  }
  return part;
}

/** Where a state stands: "order-saga.asl.json:170", or undefined. */
export function placeOf(definition, pointer) {
  const lines = definition?.lines?.[pointer];
  return lines && `${fileName(definition.file || definition.name)}:${lines[0]}`;
}

/** What a state does, in a few words: "Lambda create-shipment:live", "sqs:sendMessage", "until $.slot". */
export function workOf(state) {
  if (state?.Type === "Wait") return waitOf(state);
  const resource = state?.Resource;
  if (typeof resource !== "string") return undefined;
  const lambda = /:function:(.+)$/.exec(resource) ?? lambdaInvoked(state, resource);
  if (lambda) return `Lambda ${lambda[1]}`;
  const activity = /:activity:(.+)$/.exec(resource);
  return activity ? `Activity ${activity[1]}` : resource.replace(/^arn:[^:]*:states:[^:]*:[^:]*:/, "");
}

function lambdaInvoked(state, resource) {
  const parameters = state.Parameters ?? state.Arguments;
  const name = /:lambda:invoke/.test(resource) && parameters?.FunctionName;
  return typeof name === "string" ? (/:function:(.+)$/.exec(name) ?? [name, name]) : undefined;
}

function waitOf(state) {
  if (state.Seconds !== undefined) return typeof state.Seconds === "number" ? `${state.Seconds} s` : String(state.Seconds);
  if (state.SecondsPath) return `${state.SecondsPath} seconds`;
  return `until ${state.Timestamp ?? state.TimestampPath ?? ""}`;
}
