import { compare, foldWords } from "./compare.js";
import { el } from "./dom.js";
import { duration } from "./format.js";
import { icon } from "./icons.js";
import { sign } from "./status.js";

/** Two executions of a sweep beside each other, visit by visit. */

/** Most names that a line of uneventful visits tells. */
const MOST_NAMES = 8;

/**
 * @param left, right {title, visits, link}: visits as the sweep's record has them
 * @param isBlamed tells whether a path is one that the failed test complains of
 */
export function courses(left, right, isBlamed) {
  return compare(
    { ...left, items: left.visits },
    { ...right, items: right.visits },
    {
      key: (visit) => visit.path,
      kind: sameness,
      lines: (visits, side) => lines(visits, (path) => side === "right" && isBlamed(path)),
      fold: (visits, isData) => foldWords(visits.map((visit) => split(visit.path)[1]), "state", isData ? "alike but for data" : "alike"),
      empty: "No state was entered.",
    },
  );
}

/** Whether two visits of a state are the same, the same but for their data, or different. */
export function sameness(left, right) {
  if (left === right) return "SAME";
  const told = (visit) => JSON.stringify({ ...visit, data: undefined });
  if (told(left) !== told(right)) return "CHANGED";
  return left.data === right.data ? "SAME" : "DATA";
}

/** Uneventful visits in one line, the others in a line each. */
function lines(visits, isBlamed) {
  const content = [];
  let quiet = [];
  const flush = () => {
    if (quiet.length > 1) content.push(quietLine(quiet));
    else if (quiet.length > 0) content.push(line(quiet[0], false));
    quiet = [];
  };
  for (const visit of visits) {
    if (isQuiet(visit) && !isBlamed(visit.path)) {
      quiet.push(visit);
    } else {
      flush();
      content.push(line(visit, isBlamed(visit.path)));
    }
  }
  flush();
  return content;
}

function isQuiet(visit) {
  return visit.status === "SUCCEEDED" && !visit.error && !visit.fault;
}

function quietLine(visits) {
  const names = [...new Set(visits.map((visit) => split(visit.path)[1]))];
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return el("div", { class: "compared-line" }, signOf("SUCCEEDED"), el("span", {}, names.slice(0, MOST_NAMES).join(", ") + more));
}

function line(visit, isBlamed) {
  const [around, name] = split(visit.path);
  const told = note(visit);
  const tone = isBlamed || visit.status === "FAILED" ? "tinted bad" : visit.status === "CAUGHT" ? "tinted caught" : "";
  return el(
    "div",
    { class: `compared-line ${tone}` },
    isBlamed ? el("span", { class: "bad" }, icon("bad", { size: 14, label: "Named by the failed assertion" })) : signOf(visit.status),
    el("span", {}, around && el("span", { class: "muted around" }, around), name, told && [" ", el("span", { class: "muted" }, told)]),
  );
}

function signOf(status) {
  const { kind, word } = sign(status);
  return el("span", { class: kind }, icon(kind, { size: 14, label: word }));
}

/** What happened in a visit, in a few words. */
export function note(visit) {
  const fault = (visit.fault ?? "").replace(/, (every call|only call|the first|call) ?.*$/, "");
  const told = [];
  if (fault) told.push(fault.startsWith("reply lost") ? "did its work, reply lost" : fault);
  if (visit.error && !fault.includes(visit.error)) told.push(visit.error);
  if (visit.seconds && told.length > 0) told[told.length - 1] += ` after ${duration(visit.seconds)}`;
  if (visit.attempts > 1) told.push(visit.status === "SUCCEEDED" ? `succeeded at attempt ${visit.attempts}` : `${visit.attempts} attempts`);
  if (visit.answer && visit.status === "SUCCEEDED") told.push(`answered ${visit.answer}`);
  return told.join(", ");
}

/** `Lines[2]/Charge` as what is around it, and its own name. */
function split(path) {
  const at = path.lastIndexOf("]/");
  return at < 0 ? ["", path] : [path.slice(0, at + 2), path.slice(at + 2)];
}
