import { addressOf } from "./address.js";
import { copy, el, fill } from "./dom.js";
import { duration, fullTestName, plural, realTime, simpleClassName, withoutOuterBreaks } from "./format.js";
import { icon } from "./icons.js";
import { definitionTitle } from "./report.js";
import { rows } from "./rows.js";
import { badge, statusIcon } from "./status.js";

/** The head of an execution: how it ended, which test ran it, how long it took; its link, its JSON. */
export function executionHead({ report, execution, definition, course }) {
  const test = report.test(execution.test);
  const name = test ? fullTestName(test) : execution.name;
  const link = el("button", { class: "button", on: { click: () => copy(location.href, "The link is copied") } }, "Copy link");
  const raw = el("button", { class: "button", on: { click: () => showJson(execution) } }, "Raw JSON");
  return el(
    "header",
    { class: "view-head execution-head" },
    badge(execution.status),
    el("h1", { class: "two-lines", title: name }, name),
    el("span", { class: "meta" }, listed(metaOf({ report, execution, definition, course, test }))),
    el("span", { class: "space" }),
    el("div", { class: "buttons" }, link, raw),
  );
}

function metaOf({ report, execution, definition, course, test }) {
  const executions = test?.executions ?? [];
  const at = executions.indexOf(execution.id);
  return [
    test && el("span", {}, simpleClassName(test.class)),
    executions.length > 1 && el("a", { href: `#/executions/test/${encodeURIComponent(test.key)}` }, `execution ${at + 1} of ${executions.length}`),
    definition && el("a", { class: "execution-definition", href: addressOf("definition", definition.id) }, definitionTitle(definition)),
    el("span", {}, `${duration(course.end)} virtual`),
    test?.realNanos !== undefined && el("span", {}, `${realTime(test.realNanos)} real`),
    el("span", {}, plural(course.events.length, "event")),
    execution.type === "EXPRESS" && el("span", {}, "Express"),
  ].filter(Boolean);
}

function listed(parts) {
  return parts.map((part, i) => [i > 0 && " · ", part]);
}

/** What a reader has to know before the rest: why test and execution failed, what was cut, its kin. */
export function executionNotes({ report, execution }) {
  const { failure } = report.test(execution.test) ?? {};
  const notes = [
    failure && testFailureNote(failure),
    execution.error && failureNote(execution),
    execution.status === "RUNNING" && note("running", "running", "It still ran when the test ended: what waits has no end yet."),
    (execution.cut ?? []).map((text) => note("half", "cut", text)),
    kinNote(report, execution),
  ]
    .flat(2)
    .filter(Boolean);
  return notes.length > 0 && el("div", { class: "notes" }, notes);
}

/** The message without the timeline that follows it: that is in the view. */
function testFailureNote({ type, message, at }) {
  const said = withoutOuterBreaks((message ?? "").split(/\n\s*\nTimeline of execution /)[0]);
  const where = at && el("span", { class: "mono muted" }, ` ${at}`);
  return note("bad", "bad test-failure", el("strong", {}, "The test failed"), where, el("pre", {}, said || (type ?? "")));
}

function failureNote({ error, cause, status }) {
  const name = status === "ABORTED" ? "aborted" : "bad";
  return note(name, name, el("strong", {}, error), cause && [" ", el("span", { class: "cause" }, cause)]);
}

function note(iconName, kind, ...words) {
  return el("p", { class: `note ${kind}` }, icon(iconName, { size: 14 }), el("span", {}, words));
}

/** Links to the execution that started this one, and to those that it started. */
function kinNote(report, execution) {
  // The names of executions may be the same in all tests.
  const isOfTest = (entry) => entry.test === execution.test;
  const link = (arn) => {
    const name = nameIn(arn);
    const entry = report.executions.find((one) => one.name === name && isOfTest(one) && report.execution(one.id)?.arn === arn);
    return entry ? el("a", { href: addressOf("execution", entry.id) }, name) : el("span", { class: "mono", title: arn }, name);
  };
  const children = execution.children ?? [];
  const mapRuns = execution.mapRuns ?? [];
  return [
    execution.parentArn && note("back", "kin", "Started by ", link(execution.parentArn)),
    children.length > 0 && note("play", "kin", `Started ${plural(children.length, "execution")}: `, someOf(children, link)),
    mapRuns.map((run) => note("Map", "kin", "Map Run ", mapRunWords(run), childLinks(report, run))),
  ];
}

/** The execution's name: the last part of its ARN, or the one before for Express executions. */
function nameIn(arn) {
  const parts = arn.split(":");
  return parts[5] === "express" ? parts[7] : parts.at(-1);
}

/** The child executions that the report holds, by their indexes, which their ids end in. */
function childLinks(report, run) {
  const kept = (run.children ?? []).filter((id) => report.executionEntry(id) !== undefined);
  const link = (id) => el("a", { href: addressOf("execution", id), title: report.executionEntry(id).name }, statusIcon(report.executionEntry(id).status, 12), ` [${id.slice(id.lastIndexOf(".") + 1)}]`);
  return kept.length > 0 && [", child executions ", someOf(kept, link)];
}

function someOf(all, link) {
  const shown = all.slice(0, 8).map((one, i) => [i > 0 && ", ", link(one)]);
  if (all.length <= 8) return shown;
  const rest = el("button", { class: "link", on: { click: (event) => event.target.replaceWith(...all.slice(8).flatMap((one) => [", ", link(one)])) } }, `and ${all.length - 8} more`);
  return [shown, " ", rest];
}

function mapRunWords(run) {
  const counts = run.itemCounts ?? {};
  const words = ["succeeded", "failed", "timedOut", "aborted", "running", "pending"]
    .filter((name) => counts[name] > 0)
    .map((name) => `${counts[name]} ${name === "timedOut" ? "timed out" : name}`);
  const arn = run.mapRunArn ?? run.arn ?? "";
  return [el("span", { class: "mono" }, arn.slice(arn.lastIndexOf("/") + 1)), counts.total !== undefined && `: ${plural(counts.total, "item")}`, words.length > 0 && ` (${words.join(", ")})`];
}

const TEXT_LINE = 18;

/** The record as it is, and the history as the AWS CLI prints it. */
function showJson(execution) {
  const texts = { Record: execution, History: { events: execution.events ?? [] } };
  const body = el("div", { class: "raw-body mono", tabindex: "0", role: "region", "aria-label": "JSON" });
  const dialog = el("dialog", { class: "raw", "aria-labelledby": "raw-title", on: { close: () => dialog.remove() } });
  let text = "";
  const choose = (name) => {
    text = JSON.stringify(texts[name], null, 2);
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.textContent === name));
    const lines = text.split("\n");
    const longest = lines.reduce((most, line) => Math.max(most, Math.min(line.length, 4000)), 0);
    const list = rows(body, { count: lines.length, height: TEXT_LINE, row: (i) => el("div", { class: "raw-line" }, lines[i]), attributes: { style: { "min-width": `${longest}ch` } } });
    fill(body, list.element);
    body.scrollTop = 0;
    list.refresh();
  };
  const buttons = Object.keys(texts).map((name) => el("button", { class: "button", on: { click: () => choose(name) } }, name));
  const copyAll = el("button", { class: "button", on: { click: () => copy(text, "The JSON is copied") } }, "Copy");
  const close = el("button", { class: "button", on: { click: () => dialog.close() } }, "Close");
  fill(dialog, el("div", { class: "keys-head" }, el("h2", { id: "raw-title" }, "Raw JSON"), el("div", { class: "buttons" }, buttons, copyAll, close)), body);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  choose("Record");
}
