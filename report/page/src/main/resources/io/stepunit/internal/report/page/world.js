import { addressOf } from "./address.js";
import { el, fill } from "./dom.js";
import { bytes, count, duration, fullTestName, instant, plural, simpleClassName } from "./format.js";
import { icon } from "./icons.js";
import { rows } from "./rows.js";
import { badge, statusIcon } from "./status.js";
import { executionTree, resourceName, worksOf } from "./worlds.js";

const ROW_HEIGHT = { wide: 49, narrow: 67 };

export function title(report, address) {
  const test = report.testByKey(address.id);
  return test ? `World of ${fullTestName(test)}` : "World";
}

/** What tests did to the world: the list of them at `#/world`, one of them at `#/world/<test key>`. */
export function render(root, report, address) {
  if (address.id === undefined && report.worlds.length !== 1) return list(root, report);
  const test = address.id === undefined ? report.testByKey(report.worlds[0].key) : report.testByKey(address.id);
  const world = test && report.world(test);
  fill(root, world ? one(report, test, world) : missing(test));
  return undefined;
}

function missing(test) {
  const say = test ? "The test started no execution, or only its first ones are kept." : "The link may be of another run.";
  return el("div", { class: "page-wide" }, el("div", { class: "empty" }, el("strong", {}, "There is no world at this address"), say, " ", el("a", { href: "#/world" }, "All worlds")));
}

function list(root, report) {
  const entries = report.worlds.map((world) => ({ world, test: report.testByKey(world.key), words: summaryWords(world) })).filter(({ test }) => test);
  const order = ({ world, test }) => (test.status === "FAILED" ? 0 : world.duplicates > 0 ? 1 : 2);
  entries.sort((a, b) => order(a) - order(b));
  let shown = entries;
  const pane = el("div", { class: "card world-list", tabindex: 0, role: "list", "aria-label": "Worlds of tests" });
  const lines = rows(pane, { count: entries.length, height: ROW_HEIGHT, row: (i) => row(shown[i]), attributes: {} });
  const nothing = el("div", { class: "empty" }, entries.length === 0 ? "No test started an execution." : "No test is like that.");
  const look = (query) => {
    shown = entries.filter(({ test, words }) => `${fullTestName(test)}\n${test.class}\n${words}`.toLowerCase().includes(query));
    nothing.hidden = shown.length > 0;
    lines.refresh(shown.length);
  };
  const field = el("input", { class: "filter-field", type: "search", placeholder: "Filter", "aria-label": "Filter tests", on: { input: (event) => look(event.target.value.trim().toLowerCase()) } });
  fill(pane, lines.element, nothing);
  fill(
    root,
    el("div", { class: "page" }, el("div", { class: "page-head" }, el("h1", {}, "World"), el("span", { class: "muted" }, "what tests did outside of their executions"), el("span", { class: "space" }), field), pane),
  );
  look("");
}

function row({ world, test, words }) {
  return el(
    "div",
    { class: "world-row", role: "listitem" },
    statusIcon(test.status, 14),
    el(
      "div",
      { class: "what" },
      el("div", { class: "cut two" }, el("a", { href: addressOf("world", test.key) }, fullTestName(test)), " ", el("span", { class: "muted" }, simpleClassName(test.class))),
      el("div", { class: "muted cut" }, words),
    ),
    world.duplicates > 0 && el("span", { class: "badge caught" }, plural(world.duplicates, "duplicate")),
  );
}

function messagesOf(world) {
  return world.outboxes.flatMap((outbox) => outbox.messages);
}

function summaryWords({ calls: amount, messages, objects, executions: runs, mapRuns }) {
  return [
    plural(amount, "call"),
    messages > 0 && plural(messages, "message"),
    objects > 0 && plural(objects, "object"),
    plural(runs, "execution"),
    mapRuns > 0 && plural(mapRuns, "Map Run"),
  ]
    .filter(Boolean)
    .join(" · ");
}

function one(report, test, world) {
  const start = world.executions.map((execution) => execution.startedAt).filter(Boolean).sort()[0];
  const since = (at) => (start ? `+${duration((Date.parse(at) - Date.parse(start)) / 1000)}` : instant(at));
  return el(
    "div",
    { class: "page-wide world" },
    el(
      "div",
      { class: "page-head" },
      el("h1", {}, fullTestName(test)),
      badge(test.status),
      el("span", { class: "muted" }, `${simpleClassName(test.class)} · ${summaryWords(report.worlds.find((entry) => entry.key === test.key))}`),
      el("span", { class: "space" }),
      report.worlds.length > 1 && el("a", { class: "button", href: "#/world" }, "All worlds"),
    ),
    el(
      "div",
      { class: "world-columns" },
      el("div", {}, calls(world, since), outbox(world, since)),
      el("div", {}, executions(report, world), buckets(world, since)),
    ),
  );
}

function section(name, amount, ...content) {
  return el("section", { class: "section" }, el("div", { class: "section-head" }, el("h2", {}, name), el("span", { class: "pill" }, count(amount))), content);
}

/** The calls of Tasks, by what was called. */
function calls(world, since) {
  const works = worksOf(world.effects);
  const more = world.leftOut?.effects;
  const content = works.map((work) => workOf(work, since, works.length <= 6));
  return section(
    "Calls of Tasks",
    world.effects.length + (more ?? 0),
    el("div", { class: "card" }, content.length > 0 ? content : el("div", { class: "empty" }, "No Task was called."), more && el("div", { class: "left-out" }, `${plural(more, "further call")} not kept`)),
  );
}

function workOf({ state, machine, resource, effects, happened, failed, unknown, duplicates }, since, isOpen) {
  const figure = (amount, word, kind) => amount > 0 && el("span", { class: kind }, icon(kind, { size: 14 }), ` ${count(amount)} ${word}`);
  return el(
    "details",
    { class: "work", open: isOpen || duplicates > 0 },
    el(
      "summary",
      {},
      el("span", { class: "what" }, el("span", { class: "strong" }, state), " ", el("span", { class: "muted" }, resourceName(resource), machine ? ` · ${machine}` : "")),
      el(
        "span",
        { class: "figures-line number" },
        duplicates > 0 && el("span", { class: "badge caught" }, plural(duplicates, "duplicate")),
        figure(happened, "happened", "ok"),
        figure(failed, "failed", "bad"),
        figure(unknown, "unknown", "none"),
      ),
    ),
    el("ol", { class: "calls" }, effects.map((effect) => callOf(effect, since))),
  );
}

const OUTCOMES = { HAPPENED: "SUCCEEDED", FAILED: "FAILED", UNKNOWN: "RUNNING" };

function callOf(effect, since) {
  const marks = [effect.attempt > 1 && `attempt ${effect.attempt}`, effect.path !== effect.state && effect.path].filter(Boolean).join(" · ");
  return el(
    "li",
    { class: effect.repeats !== undefined ? "repeated" : "" },
    el("span", { class: "muted number ordinal" }, `${effect.number}.`),
    statusIcon(OUTCOMES[effect.outcome], 14),
    el("span", { class: "muted number when" }, since(effect.at)),
    el(
      "div",
      { class: "sent" },
      (marks || effect.repeats !== undefined) &&
        el("div", {}, el("span", { class: "muted" }, marks), effect.repeats !== undefined && el("span", { class: "caught" }, `${marks ? " · " : ""}the same as call ${effect.repeats}`)),
      data(effect.input, effect.inputBytes),
    ),
  );
}

/** Data in one line, which opens where it is long. */
function data(value, cutFrom) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const note = cutFrom && el("div", { class: "muted" }, `the beginning of ${bytes(cutFrom)}`);
  if (text.length <= 160) return el("code", { class: "data" }, text);
  return el("details", { class: "long" }, el("summary", {}, el("code", { class: "data cut" }, text.slice(0, 160))), el("pre", { class: "code" }, typeof value === "string" ? value : JSON.stringify(value, null, 2)), note);
}

function outbox(world, since) {
  const messages = messagesOf(world);
  if (messages.length === 0) return null;
  return section(
    "Outbox",
    messages.length + (world.leftOut?.messages ?? 0),
    el(
      "ol",
      { class: "card messages" },
      messages.map((message) =>
        el(
          "li",
          {},
          el("div", { class: "message-head" }, el("span", { class: "pill" }, message.service), el("span", { class: "strong" }, message.state), el("span", { class: "muted number" }, since(message.at))),
          data(message.message, message.messageBytes),
          el("details", { class: "long" }, el("summary", { class: "muted" }, "Whole request"), el("pre", { class: "code" }, JSON.stringify(message.request, null, 2))),
        ),
      ),
    ),
  );
}

function buckets(world, since) {
  return world.buckets.map((bucket) =>
    section(
      `Bucket ${bucket.name}`,
      bucket.objects.length + (bucket.leftOut ?? 0),
      el(
        "div",
        { class: "card" },
        bucket.accessDenied && el("div", { class: "left-out bad" }, "Access denied"),
        bucket.objects.length === 0 && el("div", { class: "empty" }, "The bucket is empty."),
        el("ul", { class: "objects" }, bucket.objects.map((object) => objectOf(object, since))),
        bucket.leftOut && el("div", { class: "left-out" }, `${plural(bucket.leftOut, "further object")} not kept`),
      ),
    ),
  );
}

function objectOf({ key, size, lastModified, text }, since) {
  const line = [el("code", { class: "cut", title: key }, key), el("span", { class: "muted number" }, since(lastModified)), el("span", { class: "number" }, bytes(size))];
  return el("li", {}, text === undefined ? el("div", { class: "object" }, line) : el("details", {}, el("summary", { class: "object" }, line), el("pre", { class: "code" }, text)));
}

/** All executions of the test, below those that started them, with their Map Runs. */
function executions(report, world) {
  const more = world.leftOut?.executions;
  return section(
    "Executions",
    world.executions.length + (more ?? 0),
    el(
      "div",
      { class: "card tree" },
      el("ul", {}, executionTree(world.executions, ({ id }) => report.executionEntry(id)?.parentArn).map((node) => nodeOf(report, node))),
      more && el("div", { class: "left-out" }, `${plural(more, "further execution")} not kept`),
    ),
  );
}

function nodeOf(report, { execution, children }) {
  const isKept = report.executionEntry(execution.id) !== undefined;
  const below = [...(execution.mapRuns ?? []).map((run, i) => mapRunOf(run, keptChildren(report, execution, i))), ...children.map((child) => nodeOf(report, child))];
  return el(
    "li",
    {},
    el(
      "div",
      { class: "node" },
      statusIcon(execution.status, 14),
      el("span", { class: "strong" }, execution.machine),
      isKept ? el("a", { href: addressOf("execution", execution.id) }, execution.name) : el("span", { class: "muted" }, execution.name),
      execution.error && el("span", { class: "bad" }, execution.error),
      el("span", { class: "space" }),
      el("span", { class: "muted number" }, `${execution.type === "EXPRESS" ? "Express · " : ""}${duration(execution.seconds)}`),
    ),
    below.length > 0 && el("ul", {}, below),
  );
}

/** The child executions of a Map Run that the report holds: their ids by their names. */
function keptChildren(report, execution, run) {
  const start = `${execution.id}.${run + 1}.`;
  return new Map(report.executions.filter((entry) => entry.id.startsWith(start)).map((entry) => [entry.name, entry.id]));
}

const COUNTS = [
  ["succeeded", "succeeded"],
  ["failed", "failed"],
  ["timedOut", "timed out"],
  ["aborted", "aborted"],
  ["running", "running"],
  ["pending", "pending"],
];

/** A Map Run: how its items ended, as a bar and in figures, and the child executions that are kept. */
function mapRunOf({ state, status, items, executions: runs, children, childrenLeftOut, toleratedFailureCount, toleratedFailurePercentage }, kept) {
  const told = COUNTS.filter(([name]) => items[name] > 0);
  const tolerated = [toleratedFailureCount > 0 && count(toleratedFailureCount), toleratedFailurePercentage > 0 && `${toleratedFailurePercentage} %`].filter(Boolean).join(" or ");
  const words = told.map(([name, word]) => `${count(items[name])} ${word}`).join(", ");
  const nameOf = ({ name }) => (kept.has(name) ? el("a", { href: addressOf("execution", kept.get(name)) }, name) : el("span", { class: "muted" }, name));
  const child = (one) =>
    el("li", {}, el("div", { class: "node" }, statusIcon(one.status, 14), nameOf(one), one.error && el("span", { class: "bad" }, one.error), el("span", { class: "space" }), el("span", { class: "muted number" }, duration(one.seconds))));
  return el(
    "li",
    {},
    el("div", { class: "node" }, statusIcon(status === "RUNNING" ? "RUNNING" : status, 14), el("span", { class: "muted" }, icon("Map"), " Map Run"), el("span", { class: "strong" }, state), el("span", { class: "space" }), el("span", { class: "muted number" }, `${plural(items.total, "item")}, ${plural(runs.total, "execution")}`)),
    el(
      "div",
      { class: "map-run" },
      el("div", { class: "counts", role: "img", "aria-label": words }, told.map(([name]) => el("i", { class: name, style: { "flex-grow": items[name] } }))),
      el("p", { class: "muted number" }, words, tolerated && ` · ${tolerated} tolerated`),
    ),
    children.length > 0 && el("ul", {}, children.map(child), childrenLeftOut > 0 && el("li", { class: "muted more" }, `${count(childrenLeftOut)} more`)),
  );
}
