import { axisOf, labelsOf } from "./axis.js";
import { el, fill } from "./dom.js";
import { followDrags } from "./drag.js";
import { duration, plural } from "./format.js";
import { icon } from "./icons.js";
import { sign, statusIcon } from "./status.js";
import { densityOf, timelineRows } from "./timelineRows.js";
import { pointInTime, shortDuration } from "./virtualTime.js";

/** The timeline: a bar a visit in virtual time, attempts inside, marks, and a scrubber over all. */

const NAMES = 170;
const RIGHT = 20;
const LEAST_WIDTH = 640;
const ROW = 18;
const TICK = 3;
const APART = 1;
const TEXT_FROM = 34;
const DENSITY_STEP = 4;
const BARS_AT_ONCE = 200;

/**
 * @param marks `[{kind: "CALLBACK"|"HEARTBEAT"|"FAULT", visit, seconds, position?, text}]`
 * @param choose called with `{visit}`, or `{moment}` while the scrubber is dragged
 * @returns `{element, show(choice)}`; `choice` has `moment`, `visit` and `chosen` iterations
 */
export function timeline({ course, marks, choose }) {
  const names = el("div", { class: "tl-rows", role: "list", "aria-label": "Visits of states in virtual time" });
  const bands = el("div", { class: "tl-bands", "aria-hidden": "true" });
  const labels = el("div", { class: "tl-axis" });
  const handle = scrubber(course);
  const line = el("div", { class: "tl-line" }, handle);
  const over = el("div", { class: "tl-over" }, line);
  const canvas = el("div", { class: "tl" }, bands, labels, names, over);
  const element = el("div", { class: "tl-scroll" }, canvas);
  let axis;
  let choice;
  let rows = [];
  let width = 0;
  let drawnFor;

  const draw = () => {
    const wide = Math.max(element.clientWidth, LEAST_WIDTH) - NAMES - RIGHT;
    const picked = [...choice.chosen].join();
    if (wide === width && picked === drawnFor) return;
    const isResized = wide !== width;
    width = wide;
    drawnFor = picked;
    axis = axisOf(course.seconds, course.end, width);
    canvas.style.setProperty("width", `${width + NAMES + RIGHT}px`);
    rows = timelineRows(course, choice.chosen);
    fill(names, rows.map((row) => rowView(row, { axis, marks })));
    if (isResized) drawAxis();
  };

  const drawAxis = () => {
    fill(bands, axis.bands.map((band) => el("div", { class: "tl-band", style: { left: px(band.from), width: px(band.to - band.from) } })));
    const measure = textMeasure(element);
    const shown = labelsOf(axis, course.seconds, course.end, measure, { at: (at) => (at === course.end ? pointInTime(at) : `+${shortDuration(at)}`), length: shortDuration });
    const breaks = axis.bands.map((band) => el("span", { class: "tl-break", "aria-hidden": "true", style: { left: px((band.from + band.to) / 2) } }));
    const texts = shown.map(({ x, text, kind }) => el("span", { class: kind === "BAND" ? "tl-label length" : "tl-label", style: { left: px(x) } }, text));
    const order = axis.byOrder && course.events.length > 1 && el("span", { class: "tl-order" }, "one instant, events in order");
    fill(labels, breaks, texts, order);
  };

  const mark = () => {
    for (const row of names.children) {
      const isChosen = choice.visit !== undefined && (row.dataset.visits ?? "").split(" ").includes(String(choice.visit.index));
      row.classList.toggle("chosen", isChosen);
      const button = row.querySelector(".tl-name");
      if (isChosen) button?.setAttribute("aria-current", "true");
      else button?.removeAttribute("aria-current");
      for (const bar of row.querySelectorAll(".tl-bar")) bar.classList.toggle("chosen", isChosen && bar.dataset.visit === String(choice.visit.index));
    }
    const at = names.querySelector('[aria-current="true"]') ?? names.querySelector(".tl-name");
    for (const button of names.querySelectorAll(".tl-name")) button.setAttribute("tabindex", button === at ? "0" : "-1");
    line.style.setProperty("left", px(axis.at(choice.moment)));
    speak(handle, course, choice.moment);
  };

  const show = (next) => {
    const before = choice;
    choice = next;
    if (element.clientWidth === 0) return;
    draw();
    mark();
    if (before?.visit !== next.visit) names.querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
  };

  new ResizeObserver(() => choice && element.clientWidth > 0 && show(choice)).observe(element);
  listen({ canvas, names, labels, handle, course, choose, axis: () => axis, moment: () => choice.moment });
  return { element, show };
}

function px(number) {
  return `${Math.round(number * 100) / 100}px`;
}

function textMeasure(element) {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `12px ${getComputedStyle(element).fontFamily}`;
  return (text) => context.measureText(text).width;
}

function scrubber(course) {
  return el("div", {
    class: "tl-handle",
    role: "slider",
    tabindex: "0",
    "aria-label": "Event",
    "aria-valuemin": "1",
    "aria-valuemax": String(course.events.length),
  });
}

function speak(handle, course, moment) {
  const event = course.events[moment];
  if (!event) return;
  handle.setAttribute("aria-valuenow", String(moment + 1));
  handle.setAttribute("aria-valuetext", `Event ${event.id}, ${event.type}, ${pointInTime(course.seconds[moment])}`);
}

function rowView(row, context) {
  return row.rest ? restView(row, context) : visitsView(row, context);
}

function visitsView({ visits, label, depth }, { axis, marks }) {
  const last = visits[visits.length - 1];
  const spoken = `${label}, ${last.record.type}, ${sign(last.record.status).word.toLowerCase()}, ${visits.length > 1 ? plural(visits.length, "visit") : lengthOf(last)}`;
  const name = el(
    "button",
    { class: "tl-name", "aria-label": spoken, title: last.record.path, tabindex: "-1", style: { "--depth": String(depth) } },
    statusIcon(last.record.status, 12),
    el("span", { class: "cut" }, label),
  );
  const bars = apart(visits, axis).map((visit) => barView(visit, axis));
  const indexes = new Set(visits.map((visit) => visit.index));
  const signs = marks.filter((one) => indexes.has(one.visit)).map((one) => markView(one, axis));
  return el("div", { class: "tl-row", role: "listitem", "data-visits": [...indexes].join(" ") }, name, el("div", { class: "tl-track" }, bars, signs));
}

/** Of many visits, those whose bars do not lie on the one before. */
function apart(visits, axis) {
  if (visits.length <= BARS_AT_ONCE) return visits;
  let covered = -1;
  return visits.filter((visit) => {
    const [left, width] = placer(axis)(visit.entered, visit.settled, visit.from, visit.to);
    const isApart = left + width > covered + 1;
    if (isApart) covered = left + width;
    return isApart;
  });
}

function lengthOf(visit) {
  const attempts = visit.attempts.length > 1 ? `, ${plural(visit.attempts.length, "attempt")}` : "";
  return `${visit.to > visit.from ? duration(visit.to - visit.from) : "no time"}${attempts}`;
}

function barView(visit, axis) {
  const place = placer(axis);
  const [left, width] = place(visit.entered, visit.settled, visit.from, visit.to);
  const isFine = visit.attempts.length < 2 && !visit.attempts.some((attempt) => attempt.record.error);
  const title = `${visit.record.path}: ${sign(visit.record.status).word.toLowerCase()}, ${lengthOf(visit)}, from ${pointInTime(visit.from)}`;
  const parts = isFine ? [] : attemptParts(visit, place, left);
  return el(
    "div",
    { class: `tl-bar ${sign(visit.record.status).kind}${visit.settled < 0 ? " open" : ""}`, title, "data-visit": String(visit.index), style: { left: px(left), width: px(width) } },
    parts,
  );
}

/** Where something lies on the axis: by its times, or by its events where time stands still. */
function placer(axis) {
  return (entered, settled, from, to) => {
    const left = axis.byOrder ? axis.at(entered) : axis.x(from);
    const right = axis.byOrder ? (settled < 0 ? axis.width : axis.at(settled)) : axis.x(to);
    return [left, Math.max(TICK, right - left - APART)];
  };
}

function attemptParts(visit, place, origin) {
  const parts = [];
  visit.attempts.forEach((attempt, i) => {
    const [left, width] = place(attempt.scheduled, attempt.ended, attempt.from, attempt.to);
    const status = attempt.ended < 0 ? "running" : attempt.record.error ? "bad" : "ok";
    parts.push(el("i", { class: status, style: { left: px(left - origin), width: px(width) } }));
    const next = visit.attempts[i + 1];
    if (!next) return;
    const gap = place(next.scheduled, next.ended, next.from, next.to)[0] - left - width - APART;
    if (gap >= TEXT_FROM && next.from > attempt.to) {
      parts.push(el("span", { style: { left: px(left - origin + width), width: px(gap) } }, shortDuration(next.from - attempt.to)));
    }
  });
  return parts;
}

function markView({ kind, seconds, position, text }, axis) {
  const x = axis.byOrder && position !== undefined ? axis.at(position) : axis.x(seconds);
  return el("span", { class: `tl-mark ${kind.toLowerCase()}`, role: "img", "aria-label": text, title: text, style: { left: px(x) } }, kind === "FAULT" && icon("fault", { size: 9 }));
}

function restView({ rest, map, label, depth }, { axis }) {
  const buckets = Math.max(1, Math.floor(axis.width / DENSITY_STEP));
  const { most, shares } = densityOf(rest, axis.x, axis.width, buckets);
  const counts = {};
  for (const iteration of rest) counts[iteration.status] = (counts[iteration.status] ?? 0) + 1;
  const words = Object.entries(counts).map(([status, amount]) => `${plural(amount, "iteration")} ${sign(status).word.toLowerCase()}`);
  const title = `${words.join(", ")}; at most ${most} at a time`;
  const name = el("button", { class: "tl-name rest", "aria-label": `${label}: ${title}`, title, tabindex: "-1", style: { "--depth": String(depth) } }, el("span", { class: "cut" }, label));
  const columns = shares.map((share, i) =>
    share > 0 && el("i", { style: { left: px((i * axis.width) / buckets), width: px(axis.width / buckets), height: px(2 + share * (ROW - 8)) } }),
  );
  return el("div", { class: "tl-row", role: "listitem", "data-map": String(map.index) }, name, el("div", { class: "tl-track tl-density", title }, columns));
}

/** A click on a bar or a name chooses a visit; dragging the handle, or anything on the axis, scrubs. */
function listen({ canvas, names, labels, handle, course, choose, axis, moment }) {
  names.addEventListener("click", (event) => {
    const bar = event.target.closest(".tl-bar");
    const row = event.target.closest(".tl-row");
    if (bar) choose({ visit: course.visits[Number(bar.dataset.visit)] });
    else if (row?.dataset.map) choose({ visit: course.visits[Number(row.dataset.map)] });
    else if (row) choose({ visit: nearestVisit(row, event) });
  });
  names.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const all = [...names.querySelectorAll(".tl-name")];
    const at = all.indexOf(document.activeElement);
    if (by === undefined || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    next.focus();
    next.click();
  });
  const scrub = (event) => choose({ moment: axis().nearest(event.clientX - canvas.getBoundingClientRect().left - NAMES), scrubs: true });
  const grip = (event) => {
    event.preventDefault();
    handle.focus();
  };
  const jump = (event) => {
    grip(event);
    scrub(event);
  };
  followDrags(handle, { press: grip, move: scrub });
  followDrags(labels, { press: jump, move: scrub });
  handle.addEventListener("keydown", (event) => {
    const last = course.events.length - 1;
    const to = { ArrowLeft: moment() - 1, ArrowRight: moment() + 1, Home: 0, End: last, PageUp: moment() - 10, PageDown: moment() + 10 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose({ moment: Math.min(last, Math.max(0, to)), scrubs: true });
  });

  function nearestVisit(row, event) {
    const visits = row.dataset.visits.split(" ").map((index) => course.visits[Number(index)]);
    const isOnName = event.target.closest(".tl-name") !== null;
    if (isOnName || visits.length === 1) return visits[visits.length - 1];
    const x = event.clientX - canvas.getBoundingClientRect().left - NAMES;
    const distance = (visit) => Math.min(Math.abs(axis().x(visit.from) - x), Math.abs(axis().x(visit.to) - x));
    return visits.reduce((best, visit) => (distance(visit) < distance(best) ? visit : best));
  }
}
