import { partAt } from "./definitionParts.js";
import { same } from "./difference.js";
import { el } from "./dom.js";
import { differenceView, jsonView } from "./jsonView.js";

/** How the data of a visit becomes what it is, step by step, in the order in which ASL takes them. */

const BEFORE_THE_WORK = ["InputPath", "Parameters", "Arguments", "ItemSelector", "ItemBatcher"];
const MERGES = ["ResultPath", "Assign"];

/**
 * @param input the state's input
 * @param flow the steps: `[{step, value}]`, or `{step, unknown}` with the reason why not
 * @param isSettled whether the visit has ended by the moment: before, the steps after the work are
 *     not known yet
 */
export function dataFlowView({ visit, definition, input, flow, isSettled }) {
  const state = partAt(definition, visit.record.pointer);
  const known = isSettled ? flow : flow.filter(({ step }) => BEFORE_THE_WORK.includes(step));
  let previous = input;
  const steps = [];
  for (const { step, value, unknown } of known) {
    const isSame = previous !== undefined && step !== "Assign" && same(previous, value);
    steps.push({ step, value, unknown, isSame, base: MERGES.includes(step) ? input : undefined, expression: state?.[step] });
    if (step !== "Assign" && value !== undefined) previous = value;
  }
  const waiting = !isSettled && known.length < flow.length && el("p", { class: "muted" }, "The steps after the work come when the state has ended.");
  return el("div", { class: "flow" }, stepView({ step: "Input", value: input }), folded(steps), waiting);
}

/** Steps next to each other that change nothing stand in one line, which opens. */
function folded(steps) {
  const views = [];
  for (let i = 0; i < steps.length; ) {
    let until = i;
    while (until < steps.length && steps[until].isSame && steps[until].expression === undefined) until++;
    if (until === i) views.push(stepView(steps[i++]));
    else {
      const names = steps.slice(i, until).map(({ step }) => step);
      views.push(el("div", { class: "flow-same" }, `${listed(names)} ${names.length === 1 ? "changes" : "change"} nothing`));
      i = until;
    }
  }
  return views;
}

function listed(names) {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function stepView({ step, value, unknown, isSame, base, expression }) {
  const formula = expression !== undefined && el("code", { class: "cut muted", title: JSON.stringify(expression, null, 2) }, JSON.stringify(expression));
  const head = [el("strong", {}, step), formula, isSame && el("span", { class: "muted" }, "changes nothing")];
  const open = !isSame && step !== "Input";
  return el(
    "details",
    { class: "flow-step", open, "data-step": step },
    el("summary", {}, el("span", { class: "flow-dot", "aria-hidden": "true" }), head),
    value === undefined ? el("p", { class: "muted" }, unknown) : base === undefined ? jsonView(value) : differenceView(base, value),
  );
}
