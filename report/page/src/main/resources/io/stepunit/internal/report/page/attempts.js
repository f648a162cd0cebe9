import { partAt } from "./definitionParts.js";
import { same } from "./difference.js";
import { copy, el } from "./dom.js";
import { duration } from "./format.js";
import { icon } from "./icons.js";
import { jsonView } from "./jsonView.js";
import { lastName } from "./pointer.js";
import { sign, statusIcon } from "./status.js";

/** The attempts of a visit: what was asked, what answered, how long until the next, who caught it. */

/**
 * @param visit the visit
 * @param attempts its attempts by the moment, as `attemptsAt` gives them
 * @param isSettled whether the visit has ended by the moment
 * @param chosen the number of the attempt that is chosen, if any
 * @param onState called with the pointer of a state that was clicked
 * @param onAttempt called with the number of an attempt that was opened, or undefined
 */
export function attemptsView({ visit, definition, attempts, isSettled, chosen, onState, onAttempt }) {
  const asked = attempts.map((attempt) => attempt.record.input);
  const isAskedOnce = asked.length > 0 && asked.every((one) => one !== undefined && same(one, asked[0]));
  const lines = attempts.flatMap((attempt, i) => [
    attemptLine(attempt, { isAskedOnce, isChosen: attempt.record.number === chosen, onAttempt }),
    railAfter(attempt, attempts[i + 1], { visit, definition, isSettled, count: attempts.length, onState }),
  ]);
  return el("div", { class: "attempts" }, isAskedOnce && askedView(asked[0]), el("ol", {}, lines.filter(Boolean)));
}

function askedView(input) {
  const summary = el("summary", {}, el("span", { class: "muted" }, "Asked"), el("code", { class: "cut" }, JSON.stringify(input)));
  return el("details", { class: "asked" }, summary, jsonView(input));
}

function statusOf(attempt) {
  if (!attempt.answered) return "RUNNING";
  return attempt.record.error === undefined || attempt.record.error === null ? "SUCCEEDED" : "FAILED";
}

function attemptLine(attempt, { isAskedOnce, isChosen, onAttempt }) {
  const { record, answered } = attempt;
  const status = statusOf(attempt);
  const takes = answered ? duration(attempt.to - attempt.from) : "";
  const summary = el(
    "summary",
    { "aria-label": `Attempt ${record.number}, ${sign(status).word.toLowerCase()}${record.error && answered ? `, ${record.error}` : ""}` },
    statusIcon(status, 14),
    el("span", {}, `Attempt ${record.number}`),
    el("span", { class: "muted number" }, takes),
    answerOf(record, answered),
    answered && record.answeredBy && placeButton(record.answeredBy),
  );
  const details = el("details", { class: "attempt", open: isChosen }, summary, el("div", { class: "attempt-data" }, dataOf(record, answered, isAskedOnce)));
  summary.addEventListener("click", (event) => {
    event.preventDefault();
    onAttempt(isChosen ? undefined : record.number);
  });
  return el("li", { class: isChosen ? "chosen" : "", "data-attempt": String(record.number) }, details);
}

function answerOf(record, answered) {
  if (!answered) return el("span", { class: "muted" }, "not answered yet");
  if (record.error === undefined || record.error === null) {
    return el("code", { class: "cut" }, record.result === undefined ? "" : JSON.stringify(record.result));
  }
  return el("span", { class: "cut" }, el("strong", {}, record.error), " ", el("span", { class: "muted" }, record.cause));
}

function placeButton({ mock, at }) {
  const say = mock ? `Answered by the mock of ${mock}. Copy the place` : "Copy the place";
  const click = (event) => {
    event.preventDefault();
    event.stopPropagation();
    copy(at, "The place is copied");
  };
  return at && el("button", { class: "place mono", title: say, "aria-label": `${at}, ${say}`, on: { click } }, at);
}

function dataOf(record, answered, isAskedOnce) {
  const part = (name, view) => el("div", { class: "data-part" }, el("h3", {}, name), view);
  const isFailed = record.error !== undefined && record.error !== null;
  return [
    record.answeredBy?.mock && el("p", { class: "muted" }, "Answered by the mock of ", el("code", {}, record.answeredBy.mock), record.answeredBy.at && ` at ${record.answeredBy.at}`),
    !isAskedOnce && record.input !== undefined && part("Asked", jsonView(record.input)),
    answered && isFailed && part("Failed with", el("div", { class: "failure" }, el("strong", {}, record.error), el("pre", {}, record.cause ?? ""))),
    answered && !isFailed && record.result !== undefined && part("Answered", jsonView(record.result)),
  ];
}

/** The dotted line under an attempt: the delay and its formula, or who took the error. */
function railAfter(attempt, next, { visit, definition, isSettled, count, onState }) {
  const { delay, error } = attempt.record;
  if (attempt.answered && delay && (next || !isSettled)) return rail(`${duration(delay.seconds)} later`, delay.formula && ` (${delay.formula})`);
  const isFailed = attempt.answered && error !== undefined && error !== null;
  if (next || !isSettled || !isFailed) return undefined;
  const used = count > 1 && "retries used up, ";
  const catcher = visit.record.catcher;
  if (catcher === undefined || catcher === null) return rail(used, "not caught");
  const caught = partAt(definition, `${visit.record.pointer}/Catch/${catcher}`);
  const target = caught?.Next && pointerBeside(visit.record.pointer, caught.Next);
  const names = (caught?.ErrorEquals ?? []).map((name, i) => [i > 0 && ", ", el("code", {}, name)]);
  const link = target && el("button", { class: "link", on: { click: () => onState(target) } }, lastName(target));
  return rail(used, `caught by Catch[${catcher}] `, names, link && [" → ", link]);
}

function pointerBeside(pointer, name) {
  return `${pointer.slice(0, pointer.lastIndexOf("/") + 1)}${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function rail(...words) {
  return el("li", { class: "rail" }, el("span", { class: "rail-line", "aria-hidden": "true" }), el("span", {}, words));
}
