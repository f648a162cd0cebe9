import { compare, foldWords } from "./compare.js";
import { el, fill } from "./dom.js";
import { count, duration, plural, testName } from "./format.js";
import { sign, statusIcon } from "./status.js";
import { movesOf, stepKey, stepKind } from "./steps.js";
import { comparisonHead, executionLink, failureText, missingSweep, sweepHead, sweepList, verdict } from "./sweeps.js";

export function title(report, address) {
  const sweep = report.sweep(address.id);
  return sweep ? testName(sweep.name) : "Interleavings";
}

/** Interleavings: all of them at `#/interleavings`, those of one test at `#/interleavings/<id>`. */
export function render(root, report, address) {
  const sweeps = report.sweepsOf("INTERLEAVINGS");
  const sweep = address.id === undefined && sweeps.length === 1 ? sweeps[0] : sweeps.find((one) => one.id === address.id);
  if (sweep) fill(root, one(report, sweep, sweeps.length > 1));
  else if (address.id === undefined) fill(root, list(report, sweeps));
  else fill(root, missingSweep("interleavings", "There are no such interleavings", "All interleavings"));
}

function list(report, sweeps) {
  const empty = [el("strong", {}, "No interleavings"), "A test with ", el("code", {}, "@Interleavings"), " runs in many orders of what may happen in any."];
  const aside = (sweep) => el("div", { class: "muted" }, scopeOf(sweep));
  return sweepList(report, { heading: "Interleavings", view: "interleavings", sweeps, failedOf: ({ failed }) => failed, verdictOf: ({ failed, orders }) => verdict(failed, orders), aside, empty });
}

function scopeOf({ orders, all, failed }) {
  const tried = `${plural(orders, "order")} tried, ${all ? "all there are" : "not all there are"}`;
  return failed > 0 ? `${tried}; a failure ends the test` : tried;
}

function one(report, sweep, isOneOfSeveral) {
  return el(
    "div",
    { class: "page-wide interleavings" },
    sweepHead(report, sweep, sweep.failed, sweep.orders, isOneOfSeveral && el("a", { class: "button", href: "#/interleavings" }, "All interleavings")),
    el("p", { class: "muted scope" }, scopeOf(sweep), "."),
    comparison(report, sweep),
    outcomes(sweep),
  );
}

function comparison(report, sweep) {
  const { failing, passing } = sweep;
  const shown = failing ?? passing;
  if (!shown) return el("div", { class: "card empty" }, "No order was tried to its end.");
  const heading = !failing
    ? `Order ${passing.order} holds`
    : passing
      ? `Order ${failing.order} fails where order ${passing.order} holds`
      : `Order ${failing.order} fails`;
  return el(
    "section",
    { class: "card comparison", "aria-label": heading },
    comparisonHead(
      statusIcon(failing ? "FAILED" : "HELD"),
      heading,
      failing && `@Interleavings(only = ${JSON.stringify(failing.order)})`,
      !(failing && passing) && links(report, shown),
    ),
    failureText(failing && report.test(failing.test)?.failure),
    failing && passing ? beside(report, passing, failing) : alone(shown),
  );
}

function links(report, { executions }) {
  return executions.map((id, i) => executionLink(report, id, executions.length > 1 ? `Execution ${i + 1}` : undefined));
}

function beside(report, passing, failing) {
  const moves = movesOf(passing.steps, failing.steps);
  return compare(
    { title: `Order ${passing.order} holds`, items: moves.left, link: links(report, passing) },
    { title: `Order ${failing.order} fails`, items: moves.right, link: links(report, failing) },
    {
      key: stepKey,
      kind: stepKind,
      lines: (steps, side, kind) => steps.map((step) => line(step, side, kind)),
      fold: (steps, isData) => foldWords(steps.map(nameOf), "step", `alike${isData ? " but for time" : ""}, from +${duration(steps[0].at)}`),
      empty: "No Task was called.",
    },
  );
}

function alone({ steps }) {
  const { left } = movesOf(steps, []);
  return el("div", { class: "compared" }, el("div", { class: "left" }, left.map((step) => line(step, "left", "SAME"))));
}

/** One step: when, whose, what, and where it stands on the other side. */
function line(step, side, kind) {
  const isMoved = kind !== "SAME" && step.other !== undefined;
  const tone = step.ended ? endTone(step.ended) : kind === "CHANGED" && step.error ? "tinted bad" : isMoved ? "is-moved" : "";
  return el(
    "div",
    { class: `compared-line order-step ${side === "right" ? tone : ""} ${step.isFirst ? "is-first" : ""}` },
    el("span", { class: "when number" }, step.isFirst ? `+${duration(step.at)}` : ""),
    statusIcon(statusOf(step), 14),
    step.execution && el("span", { class: "pill", title: `Execution ${step.execution}` }, String(step.execution)),
    el("span", {}, step.ended ? endWords(step) : callWords(step), isMoved && el("span", { class: "muted" }, ` · ${place(step)}`)),
  );
}

function statusOf(step) {
  if (step.ended) return step.ended;
  return step.outcome === "HAPPENED" ? "SUCCEEDED" : step.outcome === "FAILED" ? "FAILED" : "RUNNING";
}

function endTone(status) {
  return status === "SUCCEEDED" ? "" : "tinted bad";
}

function endWords(step) {
  const word = sign(step.ended).word.toLowerCase();
  return [el("span", { class: "strong" }, `Execution ${word}`), " ", el("span", { class: "muted" }, step.error ?? step.output ?? "")];
}

function callWords(step) {
  const attempt = step.attempt > 1 ? `, attempt ${step.attempt}` : "";
  const answer = step.outcome === "FAILED" ? ` → ${step.error ?? "failed"}` : step.outcome === "UNKNOWN" ? " → no answer" : "";
  const took = step.took > 0 ? ` after ${duration(step.took)}` : "";
  return [step.path, attempt, el("b", { class: step.outcome === "FAILED" ? "bad" : "" }, answer + took), " ", el("span", { class: "muted" }, step.input)];
}

function place({ ordinal, other }) {
  return `${ordinalWord(ordinal)} at this instant, ${ordinalWord(other)} in the other order`;
}

function ordinalWord(number) {
  const ends = ["th", "st", "nd", "rd"];
  const last = number % 100;
  return number + (ends[(last - 20) % 10] ?? ends[last] ?? ends[0]);
}

function nameOf(step) {
  return step.ended ? "end of an execution" : step.path;
}

/** How executions ended, over all orders. */
function outcomes(sweep) {
  if ((sweep.outcomes ?? []).length === 0) return null;
  const row = (outcome) =>
    el(
      "tr",
      {},
      el("td", {}, statusIcon(outcome.failed ? "FAILED" : "HELD", 14)),
      el("td", {}, [...outcome.executions].sort((a, b) => a.execution - b.execution).map(endLine)),
      el("td", { class: "number" }, count(outcome.count)),
      el("td", { class: "number" }, outcome.order),
    );
  return el(
    "section",
    { class: "section" },
    el("div", { class: "section-head" }, el("h2", {}, "Outcomes"), el("span", { class: "pill" }, count(sweep.outcomes.length))),
    el(
      "div",
      { class: "card" },
      el(
        "table",
        { class: "outcomes" },
        el("thead", {}, el("tr", {}, el("th", {}, el("span", { class: "spoken" }, "Held or failed")), el("th", {}, "Executions ended"), el("th", { class: "number" }, "Orders"), el("th", { class: "number" }, "First order"))),
        el("tbody", {}, sweep.outcomes.map(row)),
      ),
    ),
  );
}

function endLine(end) {
  return el(
    "div",
    { class: "end" },
    statusIcon(end.ended, 14),
    end.execution && el("span", { class: "pill", title: `Execution ${end.execution}` }, String(end.execution)),
    el("span", {}, sign(end.ended).word, " ", el("span", { class: "muted" }, end.error ?? end.output ?? "")),
  );
}
