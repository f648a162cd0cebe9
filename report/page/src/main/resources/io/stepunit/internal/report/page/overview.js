import { addressOf } from "./address.js";
import { append, el, fill } from "./dom.js";
import { count, fullTestName, instant, plural, realTime, roughDuration, simpleClassName, wholeDuration, withoutOuterBreaks } from "./format.js";
import { icon } from "./icons.js";
import { addressOfTest, definitionTitle, isFailed, isFlaky, mainExecution, mutantsTitle } from "./report.js";
import { badge, statusIcon } from "./status.js";

/** The five shares that a definition's row shows. */
export const METERS = [
  ["states", "States"],
  ["transitions", "Transitions"],
  ["choiceRules", "Choice rules"],
  ["retriers", "Retriers"],
  ["catchers", "Catchers"],
];

/** A test is slow from this real time on. */
const SLOW_NANOS = 100e6;
const FIRST_OF_CLASS = 50;
const FIRST_FAILING = 20;
const ROWS_AT_ONCE = 200;
const ROW_HEIGHT = 31;

/** The overview, at `#/`; `#/test/<key>` shows it at the row of a test. */
export function render(root, report, address) {
  const failing = report.tests.filter(isFailed);
  const tests = testsOf(report, address.view === "test" ? address.id : undefined);
  fill(
    root,
    el(
      "div",
      { class: "page overview" },
      head(report, failing),
      figures(report, failing),
      definitionsOf(report),
      failing.length > 0 && failingOf(report, failing),
      tests.element,
    ),
  );
  tests.shown();
  return { update: () => false };
}

export function title() {
  return undefined;
}

function head(report, failing) {
  const { run, tests } = report;
  const about = [instant(run.startedAt), /^\d/.test(run.stepunit ?? "") && `StepUnit ${run.stepunit}`, run.seed !== undefined && `seed ${run.seed}`];
  return el(
    "div",
    { class: "page-head" },
    el("h1", { title: run.modules }, run.module || "Test run"),
    verdict(tests, failing),
    el("span", { class: "space" }),
    el("span", { class: "muted number" }, about.filter(Boolean).join(" · ")),
  );
}

function verdict(tests, failing) {
  if (tests.length === 0) return badge("SKIPPED", "No tests");
  if (failing.length > 0) return badge("FAILED", `${count(failing.length)} of ${count(tests.length)} failed`);
  const passed = tests.filter((test) => test.status === "PASSED").length;
  return passed === tests.length ? badge("PASSED", `All ${count(passed)} passed`) : badge("PASSED", `${count(passed)} passed, ${count(tests.length - passed)} not run`);
}

function figures(report, failing) {
  const { tests, definitions } = report;
  const total = (value) => tests.reduce((sum, test) => sum + (value(test) ?? 0), 0);
  const holes = definitions.reduce((sum, definition) => sum + holesOf(definition).length, 0);
  const flaky = tests.filter(isFlaky).length;
  const calls = total((test) => test.mockCalls);
  return el(
    "dl",
    { class: "figures" },
    figure(count(tests.length), tests.length === 1 ? "test" : "tests"),
    figure(count(failing.length), "failed", failing.length > 0 && "bad"),
    flaky > 0 && figure(count(flaky), "flaky"),
    figure(realTime(total((test) => test.realNanos)), "real time"),
    figure(roughDuration(total((test) => test.virtualSeconds)), "virtual time"),
    figure(count(report.executions.length), "executions kept"),
    calls > 0 && figure(count(calls), calls === 1 ? "Task call answered by a mock" : "Task calls answered by mocks"),
    definitions.length > 0 && figure(count(holes), `${holes === 1 ? "hole" : "holes"} in ${plural(definitions.length, "definition")}`),
  );
}

function figure(value, label, kind) {
  return el("div", {}, el("dt", {}, label), el("dd", { class: kind || undefined }, value));
}

function definitionsOf(report) {
  const { definitions } = report;
  const body =
    definitions.length === 0 && report.mutants.length === 0
      ? empty("No state machine was run", "Definitions appear here as soon as a test starts an execution.")
      : el("ul", { class: report.mutants.length > 0 ? "card definitions with-mutants" : "card definitions" }, definitions.map((definition) => definitionRow(report, definition)), report.mutants.filter((mutants) => mutants.definition === undefined).map(untestedRow));
  return section("Definitions", definitions.length > 3 && el("span", { class: "pill" }, count(definitions.length)), null, body);
}

function definitionRow(report, definition) {
  const mutants = report.mutants.find((one) => one.definition === definition.id);
  const holes = holesOf(definition);
  const name = definitionTitle(definition);
  return el(
    "li",
    {},
    el("a", { class: "mono name", href: addressOf("definition", definition.id), title: definition.file ?? name }, name),
    METERS.map(([kind, label]) => meter(label, definition.coverage?.totals?.[kind])),
    report.mutants.length > 0 && mutantShare(mutants),
    holes.length > 0
      ? el("a", { class: "holes bad", href: addressOf("definition", definition.id, { hole: 1 }) }, plural(holes.length, "hole"))
      : el("span", { class: "holes muted" }, icon("ok", { size: 14 }), " no holes"),
  );
}

/** A definition that was mutated, of which no test of this report tells. */
function untestedRow(mutants) {
  const name = mutantsTitle(mutants);
  return el("li", {}, el("a", { class: "mono name", href: addressOf("mutants", mutants.id), title: mutants.file }, name), METERS.map(([, label]) => meter(label)), mutantShare(mutants), el("span", {}));
}

function mutantShare(mutants) {
  if (mutants === undefined) return meter("Mutants");
  return el("a", { class: "mutant-share", href: addressOf("mutants", mutants.id) }, meter("Mutants", [mutants.found, mutants.all]));
}

/** A share as words and a bar; blue, since a share is no verdict. */
export function meter(label, share) {
  const [reached, all] = share ?? [0, 0];
  if (all === 0) return el("div", { class: "share" }, el("span", { class: "label" }, label), el("span", { class: "muted" }, "none"));
  const bar = el("div", { class: "meter", "aria-hidden": "true" }, el("i", { style: { width: `${(100 * reached) / all}%` } }));
  return el("div", { class: "share" }, el("span", { class: "label" }, label), el("span", { class: "number" }, el("b", {}, count(reached)), ` / ${count(all)}`), bar);
}

function holesOf(definition) {
  return definition.coverage?.holes ?? [];
}

function failingOf(report, failing) {
  const list = el("ul", { class: "card failing" }, failing.slice(0, FIRST_FAILING).map((test) => failure(report, test)));
  const rest = failing.slice(FIRST_FAILING);
  if (rest.length > 0) {
    const more = el("li", { class: "more" });
    const showRest = () => more.replaceWith(...rest.map((test) => failure(report, test)));
    fill(more, el("button", { class: "button", on: { click: showRest } }, `Show ${count(rest.length)} more`));
    list.append(more);
    addEventListener("beforeprint", showRest, { once: true });
  }
  return section("Failing", failing.length > 1 && el("span", { class: "pill bad" }, count(failing.length)), null, list);
}

function failure(report, test) {
  const { failure: why = {} } = test;
  const entry = mainExecution(report, test);
  const sweep = report.sweeps.find(({ cells = [], failing }) => cells.some((cell) => cell.test === test.id) || (entry && failing?.execution === entry.id));
  return el(
    "li",
    {},
    el("span", { class: "bad" }, icon("bad", { size: 16, label: "Failed" })),
    el(
      "div",
      { class: "what" },
      el("h3", {}, fullTestName(test)),
      el("p", { class: "muted" }, [simpleClassName(test.class), why.at].filter(Boolean).join(" · ")),
      el("pre", { class: "bad" }, withoutOuterBreaks(why.message ?? "") || why.type || "It failed without a message."),
    ),
    el(
      "div",
      { class: "links" },
      sweep && el("a", { href: addressOfSweep(sweep, test) }, sweep.type === "FAULT_MATRIX" ? "Matrix" : "Interleavings"),
      entry && el("a", { href: addressOf("execution", entry.id) }, "Execution"),
    ),
  );
}

function addressOfSweep(sweep, test) {
  if (sweep.type !== "FAULT_MATRIX") return addressOf("interleavings", sweep.id);
  const cell = sweep.cells.find((one) => one.test === test.id);
  return addressOf("matrix", sweep.id, cell ? [cell.state, cell.fault, cell.attempts] : []);
}

const FILTERS = {
  All: () => true,
  Failed: (test) => test.status === "FAILED",
  Slow: (test) => (test.realNanos ?? 0) >= SLOW_NANOS,
};

const NOTHING = {
  Failed: ["Nothing failed", "Every test of this run passed or was not run."],
  Slow: ["Nothing is slow", "No test took 100 ms or more."],
};

/** The tests by class. Rows of classes far below are made when they come near. */
function testsOf(report, key) {
  const classes = new Map();
  for (const test of report.tests) {
    if (!classes.has(test.class)) classes.set(test.class, []);
    classes.get(test.class).push(test);
  }
  const body = el("div");
  const buttons = Object.keys(FILTERS).map((name) => el("button", { class: "button", "aria-pressed": String(name === "All"), on: { click: () => show(name) } }, name));
  let near;

  const show = (filter) => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.textContent === filter));
    near?.disconnect();
    near = new IntersectionObserver(
      (seen) => seen.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => fillClass(target)),
      { rootMargin: "800px" },
    );
    const groups = [...classes].map(([name, all]) => classOf(report, name, all, all.filter(FILTERS[filter]), key)).filter(Boolean);
    if (groups.length === 0 && filter !== "All") {
      fill(body, empty(...NOTHING[filter]));
      return;
    }
    fill(body, el("div", { class: "card tests", role: "table", "aria-label": "Tests by class" }, headRow(), groups));
    let rows = 0;
    for (const group of groups) {
      rows += group.tests.length;
      if (rows <= ROWS_AT_ONCE || group.holdsKey) group.fill();
      else near.observe(group.lines);
    }
  };
  const fillClass = (lines) => {
    near.unobserve(lines);
    lines.parentElement.fill();
  };

  const isEmpty = report.tests.length === 0;
  if (isEmpty) fill(body, empty("No test has run", "Run the tests, for example with ", el("code", {}, "mvn test"), ", and open this page again."));
  else show("All");
  addEventListener("beforeprint", () => body.querySelectorAll(".class").forEach((group) => group.fill(true)), { once: true });
  return {
    element: section("Tests", !isEmpty && el("span", { class: "pill" }, plural(classes.size, "class", "classes")), !isEmpty && el("div", { class: "buttons", role: "group", "aria-label": "Which tests" }, buttons), body),
    shown() {
      const row = key !== undefined && body.querySelector("[data-chosen]");
      if (row) row.scrollIntoView({ block: "center" });
    },
  };
}

function headRow() {
  const cell = (name, kind) => el("span", { role: "columnheader", class: kind }, name);
  return el("div", { class: "test-row head", role: "row" }, cell(el("span", { class: "spoken" }, "Status")), cell("Test"), cell("Real", "number"), cell("Virtual", "number"), cell("Runs", "number"));
}

function classOf(report, name, all, tests, key) {
  if (tests.length === 0) return undefined;
  const failed = all.filter(isFailed).length;
  const isGenerated = all.every((test) => test.generatedBy);
  const words = plural(all.length, isGenerated ? "combination" : "test");
  const status = failed > 0 ? "FAILED" : all.some((test) => test.status === "PASSED") ? "PASSED" : "SKIPPED";
  const lines = el("div", { class: "lines", style: { "min-height": `${Math.min(tests.length, FIRST_OF_CLASS) * ROW_HEIGHT}px` } });
  const group = el(
    "div",
    { class: "class", role: "rowgroup" },
    el(
      "div",
      { class: "test-row class-row", role: "row" },
      el("span", { role: "cell" }, statusIcon(status, 14)),
      el("span", { role: "cell", class: "cut", title: name }, el("b", {}, simpleClassName(name)), " ", el("span", { class: "muted" }, failed > 0 ? `${count(failed)} of ${words} failed` : words)),
    ),
    lines,
  );
  const chosen = tests.findIndex((test) => test.key === key);
  let isFilled = false;
  return Object.assign(group, {
    lines,
    tests,
    holdsKey: key !== undefined && chosen >= 0,
    fill(isWhole = false) {
      if (isFilled && !isWhole) return;
      isFilled = true;
      lines.style.removeProperty("min-height");
      const most = isWhole || chosen >= FIRST_OF_CLASS ? tests.length : FIRST_OF_CLASS;
      const ordered = [...tests].sort((one, other) => isFailed(other) - isFailed(one));
      fill(lines, ordered.slice(0, most).map((test) => testRow(report, test, test.key === key)));
      if (most < tests.length) {
        append(lines, [el("div", { class: "more" }, el("button", { class: "button", on: { click: () => group.fill(true) } }, `Show all ${count(tests.length)}`))]);
      }
    },
  });
}

function testRow(report, test, isChosen) {
  const name = fullTestName(test);
  const entries = report.executionsOf(test);
  const runs = test.runs ?? entries.length;
  return el(
    "div",
    { class: "test-row", role: "row", "data-chosen": isChosen, "aria-current": isChosen && "true" },
    el("span", { role: "cell" }, statusIcon(test.status, 14)),
    el("span", { role: "cell", class: "cut" }, entries.length > 0 ? el("a", { href: addressOfTest(report, test), title: name }, name) : el("span", { title: name }, name), remark(test)),
    el("span", { role: "cell", class: "number" }, test.status === "SKIPPED" ? "" : realTime(test.realNanos)),
    el("span", { role: "cell", class: "number" }, runs > 0 ? wholeDuration(test.virtualSeconds ?? 0) : ""),
    el("span", { role: "cell", class: "number" }, entries.length > 1 ? el("a", { href: addressOf("executions", undefined, ["test", test.key]) }, count(runs)) : runs > 0 && count(runs)),
  );
}

/** What a name and a status do not say of a test. */
function remark(test) {
  if (isFlaky(test)) {
    const why = test.earlier.map((one) => one.failure?.message || one.failure?.type).filter(Boolean);
    return [" ", el("span", { class: "pill", title: why.join("\n") || undefined }, `flaky: passed at try ${test.earlier.length + 1}`)];
  }
  return test.reason ? [" ", el("span", { class: "muted", title: test.reason }, test.reason)] : [];
}

function section(name, pill, tools, body) {
  return el("section", { class: "section", "aria-label": name }, el("div", { class: "section-head" }, el("h2", {}, name), pill, el("span", { class: "space" }), tools), body);
}

function empty(what, ...why) {
  return el("div", { class: "card empty" }, el("strong", {}, what), why);
}
