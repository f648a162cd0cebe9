import { addressOf } from "./address.js";
import { copy, el } from "./dom.js";
import { count, simpleClassName, testName } from "./format.js";
import { icon } from "./icons.js";
import { definitionTitle } from "./report.js";

/** What the views of fault matrices and of interleavings have in common. */

/** How many failed, or else held. */
export function verdict(failed, total) {
  return failed > 0
    ? el("span", { class: "badge bad" }, icon("bad", { size: 14 }), `${count(failed)} of ${count(total)} failed`)
    : el("span", { class: "badge ok" }, icon("ok", { size: 14 }), `${count(total)} held`);
}

/** The class of a sweep's test, and the definition. */
export function origin(report, sweep) {
  const definition = report.definition(sweep.definition);
  return [simpleClassName(sweep.class), definition && definitionTitle(definition)].filter(Boolean).join(" · ");
}

/** The list of several sweeps: `{heading, view, sweeps, failedOf(sweep), verdictOf(sweep), aside(sweep), empty}`. */
export function sweepList(report, { heading, view, sweeps, failedOf, verdictOf, aside, empty }) {
  const row = (sweep) =>
    el(
      "li",
      {},
      verdictOf(sweep),
      el("div", {}, el("a", { href: addressOf(view, sweep.id), class: "strong" }, testName(sweep.name)), el("div", { class: "muted" }, origin(report, sweep))),
      aside(sweep),
    );
  return el(
    "div",
    { class: "page" },
    el("div", { class: "page-head" }, el("h1", {}, heading), el("span", { class: "pill" }, count(sweeps.length))),
    el("div", { class: "card" }, sweeps.length > 0 ? el("ul", { class: "sweep-list" }, inOrder(sweeps, failedOf).map(row)) : el("div", { class: "empty" }, empty)),
  );
}

/** Those that failed first, then by class and name. */
function inOrder(sweeps, failedOf) {
  const key = (sweep) => [simpleClassName(sweep.class), testName(sweep.name)].join("\n");
  return [...sweeps].sort((a, b) => (failedOf(b) > 0) - (failedOf(a) > 0) || (key(a) < key(b) ? -1 : 1));
}

/** What is shown at the address of a sweep that the report does not have. */
export function missingSweep(view, words, all) {
  const say = el("p", {}, "The link may be of another run. ", el("a", { href: addressOf(view) }, all));
  return el("div", { class: "page-wide" }, el("div", { class: "empty" }, el("strong", {}, words), say));
}

/** The head of a sweep's view, with buttons at its end. */
export function sweepHead(report, sweep, failed, total, ...buttons) {
  return el(
    "div",
    { class: "page-head" },
    el("h1", {}, testName(sweep.name)),
    verdict(failed, total),
    el("span", { class: "muted" }, origin(report, sweep)),
    el("span", { class: "space" }),
    buttons,
  );
}

/** The head of a comparison: a sign, its heading, how to run it alone, and links. */
export function comparisonHead(signOf, heading, annotation, ...links) {
  return el(
    "div",
    { class: "comparison-head" },
    signOf,
    el("h2", {}, heading),
    el("span", { class: "space" }),
    annotation && el("button", { class: "link", title: annotation, on: { click: () => copy(annotation, "Copied the annotation that runs it alone") } }, "Copy annotation"),
    links,
  );
}

/** Why a test failed. */
export function failureText(failure) {
  return failure && el("div", { class: "comparison-failure" }, failure.at && el("p", { class: "muted" }, failure.at), failure.message && el("pre", { class: "bad" }, failure.message.replace(/^(\s*\n)+/, "")));
}

/** A link to an execution; nothing if the report did not keep it. */
export function executionLink(report, id, words = "Open execution") {
  return id !== undefined && report.executionEntry(id) !== undefined && el("a", { href: addressOf("execution", id) }, words);
}
