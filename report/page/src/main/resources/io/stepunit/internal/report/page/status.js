import { el } from "./dom.js";
import { icon } from "./icons.js";

/** The sign of each status of a test, an execution, a visit or a mutant: class and icon, and the word for it. */
const SIGNS = {
  PASSED: ["ok", "Passed"],
  SUCCEEDED: ["ok", "Succeeded"],
  HELD: ["ok", "Held"],
  FAILED: ["bad", "Failed"],
  TIMED_OUT: ["bad", "Timed out"],
  UNHANDLED: ["bad", "Unhandled"],
  ASSERTION_FAILED: ["bad", "Assertion failed"],
  CAUGHT: ["caught", "Caught"],
  RUNNING: ["running", "In progress"],
  ABORTED: ["aborted", "Aborted"],
  SKIPPED: ["none", "Skipped"],
  NOT_APPLICABLE: ["none", "Not applicable"],
  NOT_REACHED: ["none", "Not reached"],
  SURVIVED: ["bad", "Survived"],
  NO_COVERAGE: ["none", "Not reached"],
  KILLED: ["ok", "Killed"],
  TIMEOUT: ["ok", "Timed out"],
};

/** The sign of a status: `{kind, word}`, where kind is the class of its colour and its icon's name. */
export function sign(status) {
  const [kind, word] = SIGNS[status] ?? ["none", String(status ?? "Unknown")];
  return { kind, word };
}

/** The icon of a status alone, which says its word to screen readers. */
export function statusIcon(status, size = 16) {
  const { kind, word } = sign(status);
  return el("span", { class: kind, title: word }, icon(kind, { size, label: word }));
}

/** Icon and words on the colour of a status. */
export function badge(status, words) {
  const { kind, word } = sign(status);
  return el("span", { class: `badge ${kind}` }, icon(kind, { size: 14 }), words ?? word);
}
