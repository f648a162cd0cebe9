import { addressOf } from "./address.js";
import { el, fill } from "./dom.js";
import { count, fullTestName, simpleClassName, wholeDuration } from "./format.js";
import { definitionTitle } from "./report.js";
import { rows } from "./rows.js";
import { sign, statusIcon } from "./status.js";

const ROW_HEIGHT = { wide: 31, narrow: 49 };
const ORDER = ["FAILED", "TIMED_OUT", "ABORTED", "RUNNING", "SUCCEEDED"];

export function title() {
  return "Executions";
}

/** The list of executions: `#/executions`, those of one test at `#/executions/test/<key>`. */
export function render(root, report, address) {
  const test = address.id === "test" ? report.testByKey(address.segments[0]) : undefined;
  const all = test ? report.executionsOf(test) : report.executions;
  let status;
  let words = "";
  let shown = all;

  const list = el("div", { class: "pane-body card executions-list", tabindex: "0", role: "table", "aria-label": "Executions" });
  const lines = rows(list, { count: all.length, height: ROW_HEIGHT, row: (i) => row(report, shown[i]), attributes: { role: "rowgroup" } });
  const nothing = el("div", { class: "empty", hidden: true });
  fill(list, headRow(), lines.element, nothing);

  const amount = el("span", { class: "pill" }, count(all.length));
  const look = () => {
    const query = words.toLowerCase();
    shown = all.filter((entry) => (status === undefined || entry.status === status) && (query === "" || textOf(report, entry).includes(query)));
    amount.textContent = shown.length === all.length ? count(all.length) : `${count(shown.length)} of ${count(all.length)}`;
    nothing.hidden = shown.length > 0;
    fill(nothing, ...(all.length === 0 ? noExecutions() : ["No execution is like that."]));
    lines.refresh(shown.length);
  };
  const choose = (next) => {
    status = next;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.status === String(status)));
    look();
  };
  const buttons = [undefined, ...ORDER.filter((one) => all.some((entry) => entry.status === one))].map((one) =>
    el(
      "button",
      { class: "button", "data-status": String(one), "aria-pressed": String(one === status), on: { click: () => choose(one) } },
      one && statusIcon(one, 12),
      one === undefined ? "All" : sign(one).word,
      one && el("span", { class: "muted number" }, count(all.filter((entry) => entry.status === one).length)),
    ),
  );
  const field = el("input", {
    class: "filter-field", type: "search", placeholder: "Filter", "aria-label": "Filter executions",
    on: { input: (event) => ((words = event.target.value.trim()), look()) },
  });
  const of = test && el("span", { class: "muted" }, `of ${fullTestName(test)} `, el("a", { href: "#/executions" }, "Show all"));
  fill(
    root,
    el(
      "div",
      { class: "page executions" },
      el("div", { class: "page-head" }, el("h1", {}, "Executions"), amount, of, el("span", { class: "space" }), field, el("div", { class: "buttons" }, buttons)),
      list,
    ),
  );
  look();
  return {
    key(event) {
      if (event.key !== "Escape" || (words === "" && status === undefined)) return false;
      field.value = words = "";
      choose(undefined);
      return true;
    },
  };
}

function noExecutions() {
  return [el("strong", {}, "No execution was kept"), "Executions appear here as soon as a test starts one."];
}

function headRow() {
  const cell = (name, kind) => el("span", { role: "columnheader", class: kind }, name);
  return el("div", { class: "execution-row head", role: "row" }, cell(el("span", { class: "spoken" }, "Status")), cell("Test"), cell("Definition"), cell("Virtual", "number"), cell("Events", "number"));
}

function row(report, entry) {
  const test = report.test(entry.test);
  const definition = report.definition(entry.definition);
  const name = test ? fullTestName(test) : entry.name;
  const runs = test?.executions ?? [];
  const which = runs.length > 1 ? `execution ${count(runs.indexOf(entry.id) + 1)} of ${count(runs.length)} · ` : "";
  return el(
    "div",
    { class: "execution-row", role: "row" },
    el("span", { role: "cell" }, statusIcon(entry.status, 14)),
    el("span", { role: "cell", class: "cut two" }, el("a", { href: addressOf("execution", entry.id), title: name }, name), test && el("span", { class: "muted of" }, which, simpleClassName(test.class))),
    el("span", { role: "cell", class: "cut mono muted" }, definition ? definitionTitle(definition) : ""),
    el("span", { role: "cell", class: "number" }, wholeDuration(entry.virtualSeconds ?? 0)),
    el("span", { role: "cell", class: "number" }, entry.events === undefined ? "" : count(entry.events)),
  );
}

function textOf(report, entry) {
  const test = report.test(entry.test);
  const definition = report.definition(entry.definition);
  return [test && fullTestName(test), test?.class, definition?.name, entry.name, entry.status, entry.error].filter(Boolean).join("\n").toLowerCase();
}
