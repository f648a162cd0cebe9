import { el, fill } from "./dom.js";
import { isFailure, opened, summaryOf } from "./eventDetails.js";
import { count } from "./format.js";
import { jsonBlock } from "./highlight.js";
import { rows } from "./rows.js";
import { clockTime } from "./virtualTime.js";

/** The table of events: windowed, filtered by state and by type, each event's JSON on demand. */

export const EVENT_ROW = 27;
const JSON_LINE = 18;
const JSON_AT_MOST = 288;

/**
 * @param choose called with `{moment, visit}` when an event is clicked
 * @returns `{head, element, show(choice), filterBy(visit), clearFilter()}`; `clearFilter` returns
 *     whether there was one
 */
export function eventTable({ course, definition, choose }) {
  const pill = el("span", { class: "pill" });
  const chips = el("div", { class: "buttons" });
  const head = el("div", { class: "events-head" }, el("h2", {}, "Events"), pill, el("span", { class: "space" }), typeField(course, (type) => set({ type })), chips);
  const scroll = el("div", { class: "pane-body events", tabindex: "0", role: "table", "aria-label": "Events", "aria-rowcount": String(course.events.length) });
  const open = new Set();
  let filter = {};
  let shown = course.events.map((_, i) => i);
  let choice = { moment: -1 };

  const header = el("div", { class: "event-row event-head", role: "row" }, ["Id", "Prev", "Virtual time", "Type", "Details"].map((name) => el("span", { role: "columnheader" }, name)));
  const set = (changes) => {
    filter = { ...filter, ...changes };
    shown = course.events.map((_, i) => i).filter((i) => matches(course, filter, i));
    empty.hidden = shown.length > 0;
    empty.textContent = course.events.length === 0 ? "This execution has no events." : "No event is of this type and this state.";
    fill(pill, shown.length === course.events.length ? count(shown.length) : `${count(shown.length)} of ${count(course.events.length)}`);
    list.refresh(shown.length);
    reveal();
    drawChips();
  };

  const drawChips = () => {
    const state = filter.visit ?? choice.visit;
    const all = el("button", { class: "button", "aria-pressed": String(filter.visit === undefined), on: { click: () => set({ visit: undefined }) } }, "All states");
    const pick = () => set({ visit: filter.visit === undefined ? choice.visit : undefined });
    const one =
      state && el("button", { class: "button cut", "aria-pressed": String(filter.visit !== undefined), on: { click: pick } }, el("span", { class: "cut" }, state.record.name), filter.visit !== undefined && el("span", { "aria-label": "clear" }, "×"));
    fill(chips, all, one);
  };

  const eventRow = (i) => {
    const event = course.events[i];
    const cells = [
      el("span", { class: "number", role: "cell" }, el("button", { class: "event-open", "aria-expanded": String(open.has(i)), "aria-label": `Event ${event.id}, its JSON`, on: { click: (click) => toggle(click, i) } }), String(event.id)),
      el("span", { class: "number muted", role: "cell" }, String(event.previousEventId ?? "")),
      el("span", { class: "number", role: "cell" }, clockTime(course.seconds[i])),
      el("span", { class: "cut event-type", role: "cell", title: event.type }, event.type),
      detailsCell(i),
    ];
    const row = el("div", { class: isFailure(event) ? "event-row failed" : "event-row", role: "row", "data-event": String(event.id), on: { click: () => pick(i) } }, cells);
    highlight(row, i);
    if (!open.has(i)) return row;
    return el("div", {}, row, el("div", { class: "event-json", style: { height: `${heightOfJson(event)}px` } }, jsonBlock(opened(event))));
  };

  const highlight = (row, i) => {
    const isNow = choice.moment === i;
    row.classList.toggle("now", isNow);
    row.classList.toggle("of-chosen", choice.visit !== undefined && course.owner[i] === choice.visit.index);
    if (isNow) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  };

  const highlightAll = () => {
    for (const row of list.element.querySelectorAll("[data-event]")) highlight(row, course.position(Number(row.dataset.event)));
  };

  const detailsCell = (i) => {
    const text = summaryOf(course, definition, i);
    return el("span", { class: "cut muted event-details", role: "cell", title: text }, text);
  };

  const pick = (i) => choose({ moment: i, visit: course.visits[course.owner[i]] });

  scroll.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || shown.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const at = shown.indexOf(choice.moment);
    pick(shown[Math.min(shown.length - 1, Math.max(0, at + by))]);
  });

  const toggle = (click, i) => {
    click.stopPropagation();
    if (!open.delete(i)) open.add(i);
    list.refresh();
    scroll.querySelector(`[data-event="${course.events[i].id}"] .event-open`)?.focus();
  };

  const reveal = () => {
    const at = shown.indexOf(choice.moment);
    if (at >= 0) list.reveal(at);
  };

  const list = rows(scroll, {
    count: shown.length,
    height: EVENT_ROW,
    row: (i) => eventRow(shown[i]),
    extra: () => [...open].map((i) => [shown.indexOf(i), heightOfJson(course.events[i])]).filter(([at]) => at >= 0),
    attributes: { role: "rowgroup" },
  });
  const empty = el("p", { class: "empty" });
  fill(scroll, header, list.element, empty);
  set({});
  return {
    head,
    element: scroll,
    show: (next) => {
      const before = choice;
      choice = next;
      if (before.moment === next.moment && before.visit === next.visit) return;
      highlightAll();
      if (before.visit !== next.visit) drawChips();
      if (before.moment !== next.moment) reveal();
      else if (next.visit) revealVisit(next.visit);
    },
    filterBy: (visit) => set({ visit }),
    clearFilter: () => {
      const hadFilter = filter.visit !== undefined || filter.type !== undefined;
      if (hadFilter) {
        set({ visit: undefined, type: undefined });
        head.querySelector("select").value = "";
      }
      return hadFilter;
    },
  };

  function revealVisit(visit) {
    const at = shown.indexOf(visit.entered);
    if (at >= 0) list.reveal(at);
  }
}

function heightOfJson(event) {
  return Math.min(JSON_AT_MOST, (JSON.stringify(opened(event), null, 2).split("\n").length + 1) * JSON_LINE + 8);
}

/** Chooses a type of event; only those of this execution, the most telling first. */
function typeField(course, set) {
  const types = [...new Set(course.events.map((event) => event.type))].sort();
  const options = [el("option", { value: "" }, "All types"), types.map((type) => el("option", { value: type }, type))];
  return el("select", { class: "button type-field", "aria-label": "Type of event", on: { change: (event) => set(event.target.value || undefined) } }, options);
}

/** Whether an event is of the state that is filtered by, what it encloses counted, and of the type. */
export function matches(course, { visit, type }, position) {
  if (type !== undefined && course.events[position].type !== type) return false;
  if (visit === undefined) return true;
  for (let at = course.visits[course.owner[position]]; at; at = at.parent) {
    if (at.scope === visit.scope && at.record.pointer === visit.record.pointer) return true;
  }
  return false;
}
