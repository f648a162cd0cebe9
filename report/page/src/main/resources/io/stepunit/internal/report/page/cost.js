import { addressOf } from "./address.js";
import { gbSeconds, HEADROOM, quotasOf, ratioOf, usd } from "./costs.js";
import { el, fill } from "./dom.js";
import { bytes, count, duration, fullTestName, simpleClassName } from "./format.js";
import { icon } from "./icons.js";
import { definitionTitle } from "./report.js";
import { rows } from "./rows.js";
import { statusIcon } from "./status.js";

const ROW_HEIGHT = { wide: 49, narrow: 67 };

export function title(report, address) {
  const entry = report.executionEntry(address.id);
  return entry ? `Cost of ${entry.name}` : "Cost and quotas";
}

/** Cost and quotas: all executions at `#/cost`, one of them at `#/cost/<execution id>`. */
export function render(root, report, address) {
  if (address.id === undefined && report.quotas.length !== 1) return list(root, report);
  const record = address.id === undefined ? report.quotas[0] : report.quotas.find((one) => one.execution === address.id);
  fill(root, record ? one(report, record) : missing());
  return undefined;
}

function missing() {
  const say = [el("strong", {}, "The report knows no cost of such an execution"), el("a", { href: "#/cost" }, "All executions")];
  return el("div", { class: "page-wide" }, el("div", { class: "empty" }, say));
}

const SORTS = {
  "Nearest to a quota": (entry) => Math.max(0, ...quotasOf(entry.record).map((use) => use.share)),
  Dearest: (entry) => Number(entry.record.cost?.usd ?? 0),
  "Most events": (entry) => entry.record.events,
};

function list(root, report) {
  const all = report.quotas.map((record) => entryOf(report, record));
  let order = Object.keys(SORTS)[0];
  let words = "";
  let shown = [];
  const pane = el("div", { class: "card cost-list", tabindex: 0, role: "table", "aria-label": "Cost of executions" });
  const lines = rows(pane, { count: 0, height: ROW_HEIGHT, row: (i) => row(shown[i]), attributes: { role: "rowgroup" } });
  const nothing = el("div", { class: "empty" }, all.length === 0 ? "No execution was kept." : "No execution is like that.");
  const look = () => {
    const weight = new Map(all.map((entry) => [entry, SORTS[order](entry)]));
    shown = all.filter((entry) => entry.words.includes(words)).sort((a, b) => weight.get(b) - weight.get(a));
    nothing.hidden = shown.length > 0;
    lines.refresh(shown.length);
  };
  const buttons = Object.keys(SORTS).map((name) => el("button", { class: "button", "aria-pressed": String(name === order), on: { click: () => sortBy(name) } }, name));
  const sortBy = (name) => {
    order = name;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.textContent === name));
    look();
  };
  const field = el("input", { class: "filter-field", type: "search", placeholder: "Filter", "aria-label": "Filter executions", on: { input: (event) => ((words = event.target.value.trim().toLowerCase()), look()) } });
  fill(pane, headRow(), lines.element, nothing);
  fill(
    root,
    el(
      "div",
      { class: "page" },
      el("div", { class: "page-head" }, el("h1", {}, "Cost and quotas"), el("span", { class: "pill" }, count(all.length)), el("span", { class: "space" }), field, el("div", { class: "buttons", role: "group", "aria-label": "Order" }, buttons)),
      pane,
      prices(report.quotas[0]),
    ),
  );
  look();
}

function entryOf(report, record) {
  const entry = report.executionEntry(record.execution) ?? { id: record.execution, name: record.execution };
  const test = report.test(entry.test);
  const definition = report.definition(entry.definition);
  const names = [test ? fullTestName(test) : entry.name, test ? simpleClassName(test.class) : "", definition ? definitionTitle(definition) : ""];
  return { record, entry, names, words: names.join("\n").toLowerCase() };
}

function headRow() {
  const cell = (name, kind) => el("span", { role: "columnheader", class: kind }, name);
  return el(
    "div",
    { class: "cost-row head", role: "row" },
    cell(el("span", { class: "spoken" }, "Status")),
    cell("Execution"),
    cell("Events"),
    cell("Largest payload"),
    cell("Transitions", "number"),
    cell("Per million runs", "number"),
  );
}

function row({ record, entry, names }) {
  const [name, className, definition] = names;
  const use = (quota) => quotasOf(record).find((one) => one.quota === quota);
  return el(
    "div",
    { class: "cost-row", role: "row" },
    el("span", { role: "cell" }, statusIcon(entry.status, 14)),
    el("div", { role: "cell" }, el("div", { class: "cut two" }, el("a", { href: addressOf("cost", record.execution), title: name }, name)), el("div", { class: "muted cut" }, [className, definition].filter(Boolean).join(" · "))),
    el("div", { role: "cell" }, small(use("HISTORY_EVENTS"), count)),
    el("div", { role: "cell" }, small(use("PAYLOAD_BYTES"), bytes)),
    el("span", { role: "cell", class: "number" }, count(record.transitions)),
    el("span", { role: "cell", class: "number" }, record.cost && usd(record.cost.usdPerMillion)),
  );
}

function small(use, words) {
  return use && [el("span", { class: "number" }, words(use.used)), meter(use)];
}

/** How much of a quota is used: a bar, which says the share to screen readers. */
function meter({ share, title: name }) {
  const percent = Math.min(100, share * 100);
  const state = share >= 1 ? "bad" : share >= HEADROOM ? "caught" : "";
  return el("div", { class: `meter ${state}`, role: "meter", "aria-label": name, "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": Math.round(percent) }, el("i", { style: { width: `${Math.max(percent, share > 0 ? 0.5 : 0)}%` } }));
}

function one(report, record) {
  const { entry, names } = entryOf(report, record);
  const [name, className, definition] = names;
  const isKept = report.executionEntry(record.execution) !== undefined;
  return el(
    "div",
    { class: "page-wide cost" },
    el(
      "div",
      { class: "page-head" },
      el("h1", {}, name),
      el("span", { class: "muted" }, [className, definition, entry.virtualSeconds !== undefined && `${duration(entry.virtualSeconds)} virtual`].filter(Boolean).join(" · ")),
      el("span", { class: "space" }),
      report.quotas.length > 1 && el("a", { class: "button", href: "#/cost" }, "All executions"),
      isKept && el("a", { class: "button", href: addressOf("execution", record.execution) }, "Open execution"),
    ),
    figures(record),
    el("div", { class: "cost-columns" }, headroom(record), workflowTypes(record)),
    prices(record),
  );
}

function figures(record) {
  const figure = (amount, name) => el("div", {}, el("dt", {}, name), el("dd", {}, amount));
  return el(
    "dl",
    { class: "figures" },
    figure(count(record.events), "events"),
    figure(count(record.transitions), "billed transitions"),
    record.largestPayload && figure(bytes(record.largestPayload.bytes), "largest payload"),
    record.express && figure(`${gbSeconds(record.express.gbSeconds)} GB-s`, "as Express"),
    record.cost && figure(usd(record.cost.usdPerMillion), "per million runs"),
  );
}

/** A meter for each quota, the fullest first. */
function headroom(record) {
  const uses = quotasOf(record).sort((a, b) => b.share - a.share);
  return el(
    "section",
    { class: "section" },
    el("div", { class: "section-head" }, el("h2", {}, "Headroom")),
    el("ul", { class: "card quotas" }, uses.map(quota)),
  );
}

function quota(use) {
  const words = unitOf(use);
  const left = Math.max(0, 100 - use.share * 100);
  return el(
    "li",
    {},
    el("div", { class: "quota-head" }, el("span", { class: "strong" }, use.title), el("span", { class: "space" }), el("span", { class: "number" }, el("b", {}, words(use.used)), el("span", { class: "muted" }, ` of ${words(use.limit)}`))),
    meter(use),
    el(
      "div",
      { class: "quota-foot muted" },
      el("span", {}, use.state ? ["in ", el("code", {}, use.state), use.detail && `, ${use.detail}`] : use.detail),
      el("span", { class: "space" }),
      use.exceeded || use.share >= 1
        ? el("span", { class: "bad" }, icon("bad", { size: 14 }), " exceeded")
        : use.share >= HEADROOM
          ? el("span", { class: "caught" }, icon("fault", { size: 14 }), ` ${percent(left)} left`)
          : el("span", { class: "number" }, `${percent(left)} left`),
    ),
  );
}

function percent(share) {
  return `${share > 99 && share < 100 ? "> 99" : Math.round(share)} %`;
}

function unitOf({ quota: name }) {
  if (name.endsWith("_BYTES")) return bytes;
  return name.endsWith("_SECONDS") ? duration : count;
}

/** The same run as a Standard and as an Express workflow. */
function workflowTypes({ standard, express, cost, transitions }) {
  if (!standard || !express || !cost) return null;
  const types = [
    { type: "STANDARD", name: "Standard", price: standard.usdPerMillion, isPossible: true, basis: `${count(transitions)} transitions` },
    { type: "EXPRESS", name: "Express", price: express.usdPerMillion, isPossible: express.possible, basis: `${duration(express.billedMilliseconds / 1000)} × ${express.billedMemoryMb} MB = ${gbSeconds(express.gbSeconds)} GB-s, and one request` },
  ];
  const highest = Math.max(...types.map(({ price }) => Number(price)));
  const card = ({ type, name, price, isPossible, basis }) =>
    el(
      "li",
      { class: isPossible ? "" : "impossible" },
      el("div", { class: "quota-head" }, el("span", { class: "strong" }, name), type === cost.type && el("span", { class: "pill" }, "this run"), !isPossible && el("span", { class: "pill bad" }, "not possible"), el("span", { class: "price" }, el("b", { class: "number" }, usd(price)), " ", el("span", { class: "muted" }, "per million runs"))),
      el("div", { class: "meter" }, el("i", { style: { width: `${highest > 0 ? (100 * Number(price)) / highest : 0}%` } })),
      el("div", { class: "quota-foot muted" }, basis),
    );
  const ratio = express.possible ? ratioOf(standard, express) : undefined;
  return el(
    "section",
    { class: "section" },
    el("div", { class: "section-head" }, el("h2", {}, "Standard beside Express"), ratio && el("span", { class: "muted" }, ratio)),
    el(
      "div",
      { class: "card" },
      el("ul", { class: "quotas" }, types.map(card)),
      !express.possible && el("ul", { class: "obstacles" }, (express.obstacles ?? []).map((obstacle) => el("li", {}, icon("fault", { size: 14 }), el("span", {}, obstacle)))),
    ),
  );
}

function prices(record) {
  const cost = record?.cost;
  if (!cost) return null;
  const more = cost.childrenNotKept > 0 ? ` ${count(cost.childrenNotKept)} child executions were not kept and are not in the price.` : "";
  return el("p", { class: "muted prices" }, `Prices of ${cost.region}, written down on ${cost.asOf}, without the free tier and without what Tasks call.${more}`);
}
