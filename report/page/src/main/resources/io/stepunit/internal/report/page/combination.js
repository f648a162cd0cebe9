import { courses } from "./courses.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { combinationOf, kindOf, KINDS } from "./outcomes.js";
import { comparisonHead, executionLink, failureText } from "./sweeps.js";

/** One combination of a fault matrix: its execution beside the fault-free one. */
export function combination(report, sweep, matrix, cell) {
  const kind = KINDS.find((one) => one.name === kindOf(cell));
  const failure = report.test(cell.test)?.failure;
  const link = executionLink(report, cell.execution);
  return el(
    "section",
    { class: "card comparison", "aria-label": combinationOf(cell) },
    comparisonHead(el("span", { class: kind.tone, title: kind.word }, icon(kind.icon, { size: 16, label: kind.word })), combinationOf(cell), annotationOf(cell), link),
    failureText(failure),
    cell.course ? beside(report, sweep, matrix.baselineOf(cell), cell, failure) : el("div", { class: "empty" }, "No execution ran in this combination."),
  );
}

function beside(report, sweep, baseline, cell, failure) {
  const visits = (of) => of.course.map((number) => sweep.visits?.[number]).filter((visit) => visit !== undefined);
  const left = baseline
    ? { title: baseline.title, visits: visits(baseline.cell), link: executionLink(report, baseline.cell.execution) }
    : { title: "No combination held", visits: [] };
  return courses(left, { title: cell.pair ? "With both faults" : "With the fault", visits: visits(cell) }, blamedBy(failure?.message));
}

/** Tells whether a failed assertion names the state at a path. */
function blamedBy(message) {
  const words = new Set((message ?? "").match(/[\p{L}\p{N}_-]+/gu));
  return (path) => words.has(path.slice(path.lastIndexOf("/") + 1));
}

/** The annotation that runs a combination alone. */
function annotationOf(cell) {
  const both = [cell, cell.pair].filter((one) => one !== undefined);
  const values = (name, text) => {
    const all = [...new Set(both.map((one) => text(one)))];
    return `${name} = ${all.length === 1 ? all[0] : `{${all.join(", ")}}`}`;
  };
  const members = [
    values("states", (one) => JSON.stringify(one.state)),
    values("faults", (one) => JSON.stringify(one.fault)),
    values("attempts", (one) => `Attempts.${one.attempts}`),
  ];
  return `@FaultMatrix(${[...members, ...(cell.pair ? ["pairs = true"] : [])].join(", ")})`;
}
