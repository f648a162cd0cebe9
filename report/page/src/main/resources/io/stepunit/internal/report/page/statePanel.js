import { addressOf } from "./address.js";
import { attemptsView } from "./attempts.js";
import { iterationShown } from "./choice.js";
import { dataFlowView } from "./dataFlow.js";
import { partAt, placeOf, workOf } from "./definitionParts.js";
import { same } from "./difference.js";
import { el, fill } from "./dom.js";
import { detailsOf, valueOf } from "./eventDetails.js";
import { count, duration, plural } from "./format.js";
import { highlightLine, languageOf } from "./highlight.js";
import { icon } from "./icons.js";
import { iterationPicker } from "./iterations.js";
import { fullDifferenceView, jsonView } from "./jsonView.js";
import { attemptsAt, itemCount, statusAt, variablesAt } from "./moment.js";
import { lastName } from "./pointer.js";
import { badge } from "./status.js";

/** The chosen state: its head, and tabs with its data, its attempts and its source. */

const TABS = {
  data: "Input and output",
  flow: "Data flow",
  iterations: "Iterations",
  attempts: "Attempts",
  definition: "Definition",
  variables: "Variables",
};

/**
 * @param choose called with `{visit}`, `{pointer}`, `{attempt}` or `{moment}` when the reader goes on
 * @returns `{head, element, show(choice), tab(number)}`
 */
export function statePanel({ course, definition, choose }) {
  const head = el("div", { class: "state-head" });
  const tabs = el("div", { class: "tabs", role: "tablist", "aria-label": "The chosen state" });
  const body = el("div", { class: "pane-body", role: "tabpanel", tabindex: "0", id: "state-panel" });
  const hasVariables = course.visits.some((visit) => Object.keys(visit.record.assigned ?? {}).length > 0);
  let wanted;
  let view = "difference";
  let now;
  let drawn = "";
  let iterationFilter = {};

  const available = () => {
    const attempts = now.visit ? attemptsAt(now.visit, now.moment).length : 0;
    const iterations = now.visit?.record.type === "Map" && now.visit.children.length > 0 ? itemCount(course, now.visit) : 0;
    return [
      (now.visit || !now.pointer) && ["data"],
      now.visit && (now.visit.record.flow ?? []).length > 0 && ["flow"],
      iterations > 0 && ["iterations", iterations],
      attempts > 0 && ["attempts", attempts],
      now.pointer && ["definition"],
      (now.visit || !now.pointer) && hasVariables && ["variables"],
    ].filter(Boolean);
  };

  const shownTab = () => {
    const names = available().map(([name]) => name);
    if (names.includes(wanted)) return wanted;
    const failed = now.visit && now.visit.attempts.some((attempt) => attempt.record.error);
    return failed && names.includes("attempts") ? "attempts" : names[0];
  };

  const show = (choice) => {
    const before = now;
    now = choice;
    if (before?.visit !== choice.visit) iterationFilter = {};
    if (choice.attempt !== undefined && choice.attempt !== before?.attempt) wanted = "attempts";
    fill(head, headOf({ course, definition, choose, ...choice }));
    drawTabs();
    draw();
  };

  const drawTabs = () => {
    const shown = shownTab();
    const make = ([name, amount]) =>
      el(
        "button",
        {
          role: "tab",
          id: `tab-${name}`,
          "aria-selected": String(name === shown),
          "aria-controls": "state-panel",
          tabindex: name === shown ? "0" : "-1",
          on: { click: () => pick(name), keydown: (event) => move(event, name) },
        },
        TABS[name],
        amount !== undefined && el("span", { class: "pill" }, count(amount)),
      );
    const hadFocus = tabs.contains(document.activeElement);
    fill(tabs, available().map(make));
    body.setAttribute("aria-labelledby", `tab-${shown}`);
    if (hadFocus) tabs.querySelector('[aria-selected="true"]')?.focus();
  };

  const pick = (name) => {
    wanted = name;
    drawTabs();
    draw();
  };

  const move = (event, name) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const names = available().map(([one]) => one);
    pick(names[(names.indexOf(name) + by + names.length) % names.length]);
  };

  const draw = () => {
    const shown = shownTab();
    const key = contentKey(shown);
    if (key === drawn) return;
    const isSamePlace = drawn.split(" ", 2).join() === key.split(" ", 2).join();
    drawn = key;
    const top = isSamePlace ? body.scrollTop : 0;
    const focused = isSamePlace && document.activeElement?.closest("[data-attempt]")?.dataset.attempt;
    const isInList = isSamePlace && document.activeElement?.classList.contains("iterations-list");
    fill(body, CONTENT[shown]({ course, definition, choose, view, setView, iterationFilter, ...now }));
    if (isInList) body.querySelector(".iterations-list")?.focus();
    body.scrollTop = top;
    if (focused) body.querySelector(`[data-attempt="${focused}"] summary`)?.focus();
    if (shown === "attempts" && now.attempt !== undefined) body.querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
  };

  const setView = (next) => {
    view = next;
    draw();
  };

  /** What the content depends on: a step of the scrubber that changes none of it draws nothing. */
  const contentKey = (shown) => {
    const { visit, moment, pointer, attempt } = now;
    const of = visit ? visit.index : (pointer ?? "");
    if (shown === "definition") return `${shown} ${of}`;
    if (shown === "variables") return `${shown} ${of} ${moment}`;
    if (!visit) return `${shown} execution ${moment >= course.events.length - 1} ${view}`;
    if (shown === "iterations") return `${shown} ${of} ${moment} ${iterationShown(course, now, visit)}`;
    const attempts = attemptsAt(visit, moment);
    return [shown, of, statusAt(visit, moment), attempts.length, attempts.filter((one) => one.answered).length, attempt, view].join(" ");
  };

  return {
    head,
    element: el("div", { class: "state-body" }, tabs, body),
    show,
    tab: (number) => {
      const name = available()[number - 1]?.[0];
      if (name) pick(name);
      return name !== undefined;
    },
  };
}

function headOf({ course, definition, visit, pointer, moment, together, choose }) {
  if (!visit && !pointer) return executionHeadOf(course, moment);
  const state = partAt(definition, pointer);
  const status = (visit ? statusAt(visit, moment) : together?.status) ?? "NOT_REACHED";
  const settled = visit && visit.settled >= 0 && visit.settled <= moment;
  const inMapRun = together && `${plural(together.visits, "visit")} in child executions`;
  const meta = [settled && duration(visit.to - visit.from), inMapRun, workOf(state)].filter(Boolean).join(" · ");
  const path = visit?.parent && visit.record.path;
  return [
    icon(visit?.record.type ?? state?.Type ?? "Task", { size: 16 }),
    el("h2", { class: "cut", title: path || lastName(pointer) }, lastName(pointer)),
    badge(status),
    el("span", { class: "muted cut state-meta" }, path && [frameLink(visit, choose), meta && " · "], meta),
    el("span", { class: "space" }),
    visit && visitsBeside(course, visit, choose),
    visit && course.events.length > 0 && eventLink(course, visit, choose),
  ];
}

/** Where the state ran: the frame around it with its iteration or branch, "ReserveInventory[2]". */
function frameLink(visit, choose) {
  const around = visit.record.path.slice(0, -visit.record.name.length - 1);
  return el("button", { class: "link", on: { click: () => choose({ visit: visit.parent }) } }, around);
}

/** The head for the execution as a whole, which its first and its last event stand for. */
function executionHeadOf(course, moment) {
  const isOver = moment >= course.events.length - 1;
  return [icon("play", { size: 14 }), el("h2", {}, "Execution"), badge(isOver ? course.execution.status : "RUNNING"), el("span", { class: "muted cut state-meta" }, course.execution.name)];
}

function eventLink(course, visit, choose) {
  const id = course.events[visit.entered].id;
  const click = () => choose({ moment: visit.entered, visit });
  return el("span", { class: "muted state-event" }, "event ", el("button", { class: "link number", on: { click } }, String(id)));
}

/** "visit 3 of 40", with steps to the one before and the one after, where a state was visited again. */
function visitsBeside(course, visit, choose) {
  const all = course.visits.filter((other) => other.scope === visit.scope && other.record.pointer === visit.record.pointer);
  if (all.length < 2) return undefined;
  const at = all.indexOf(visit);
  const step = (by, name, iconName) =>
    el("button", { class: "step", "aria-label": name, disabled: !all[at + by], on: { click: () => choose({ visit: all[at + by] }) } }, icon(iconName, { size: 10 }));
  return el("span", { class: "visits muted number" }, step(-1, "Visit before", "back"), `visit ${at + 1} of ${count(all.length)}`, step(1, "Visit after", "play"));
}

const CONTENT = {
  data: dataContent,
  flow: (choice) => dataFlowView({ ...choice, ...dataOf(choice), flow: choice.visit.record.flow ?? [], isSettled: isSettled(choice) }),
  attempts: (choice) =>
    attemptsView({
      visit: choice.visit,
      definition: choice.definition,
      attempts: attemptsAt(choice.visit, choice.moment),
      isSettled: isSettled(choice),
      chosen: choice.attempt,
      onState: (pointer) => choice.choose({ pointer }),
      onAttempt: (attempt) => choice.choose({ attempt }),
    }),
  iterations: (choice) =>
    iterationPicker({
      course: choice.course,
      map: choice.visit,
      moment: choice.moment,
      shown: iterationShown(choice.course, choice, choice.visit),
      filter: choice.iterationFilter,
      onPick: (iteration) => choice.choose({ map: choice.visit, iteration }),
    }),
  definition: definitionContent,
  variables: variablesContent,
};

function isSettled({ visit, moment }) {
  return visit.settled >= 0 && visit.settled <= moment;
}

/** The input of a visit, and its output once it has exited; without a visit, of the execution. */
function dataOf({ course, visit, moment }) {
  const { execution } = course;
  if (!visit) return { input: execution.input, output: moment >= course.events.length - 1 ? execution.output : undefined };
  const entered = detailsOf(course.events[visit.entered] ?? {});
  const exited = visit.record.exited === undefined ? -1 : course.position(visit.record.exited);
  const output = exited >= 0 && exited <= moment ? detailsOf(course.events[exited]).output : undefined;
  const first = (visit.record.flow ?? [])[0];
  return {
    input: entered.input === undefined ? first?.value : valueOf(entered.input),
    output: valueOf(output),
  };
}

function dataContent(choice) {
  const { input, output } = dataOf(choice);
  if (output === undefined) return [el("h3", { class: "data-title" }, "Input"), jsonOrNothing(input), el("p", { class: "muted data-none" }, noOutput(choice))];
  if (same(input, output)) return [el("h3", { class: "data-title" }, "Input and output are the same"), jsonOrNothing(input)];
  const views = { difference: "Difference", input: "Input", output: "Output" };
  const buttons = Object.entries(views).map(([name, word]) =>
    el("button", { class: "button", "aria-pressed": String(name === choice.view), on: { click: () => choice.setView(name) } }, word),
  );
  const shown = { difference: () => fullDifferenceView(input, output), input: () => jsonOrNothing(input), output: () => jsonOrNothing(output) }[choice.view]();
  return [el("div", { class: "buttons data-views", role: "group", "aria-label": "What to show" }, buttons), shown];
}

function noOutput({ course, visit, moment }) {
  if (!visit) return course.execution.status === "SUCCEEDED" || course.execution.status === "RUNNING" ? "In progress: there is no output yet." : "There is no output: the execution did not succeed.";
  const status = statusAt(visit, moment);
  if (status === undefined) return "Not entered at this event.";
  return status === "RUNNING" ? "In progress: there is no output yet." : "There is no output: the state did not exit.";
}

function jsonOrNothing(value) {
  return value === undefined ? el("p", { class: "muted" }, "The history does not hold it.") : jsonView(value);
}

function definitionContent({ definition, pointer }) {
  const lines = definition?.lines?.[pointer];
  if (!lines || typeof definition.text !== "string") {
    const state = partAt(definition, pointer);
    return state === undefined ? el("p", { class: "muted" }, "The definition does not hold this state.") : jsonView(state);
  }
  const [from, to] = lines;
  const language = languageOf(definition.text);
  const source = definition.text.split("\n").slice(from - 1, to);
  const indent = Math.min(...source.filter((line) => line.trim()).map((line) => /^\s*/.exec(line)[0].length));
  const rows = source.map((line, i) => el("div", { class: "source-line" }, el("span", { class: "source-number", "aria-hidden": "true" }, String(from + i)), el("code", {}, highlightLine(line.slice(indent), language))));
  const link = el("a", { class: "mono", href: addressOf("definition", definition.id, { state: pointer }) }, placeOf(definition, pointer));
  return [el("p", { class: "source-place" }, link), el("div", { class: "excerpt", tabindex: "0", role: "group", "aria-label": "Source" }, rows)];
}

function variablesContent({ course, visit, moment, choose }) {
  const variables = variablesAt(course, moment, visit);
  if (variables.length === 0) return el("p", { class: "muted" }, "No variable is assigned at this event.");
  return variables.map(({ name, value, by }) =>
    el(
      "div",
      { class: "variable" },
      el("h3", {}, el("code", {}, `$${name}`), el("span", { class: "muted" }, " assigned by ", el("button", { class: "link", on: { click: () => choose({ visit: by }) } }, by.record.path))),
      jsonView(value),
    ),
  );
}
