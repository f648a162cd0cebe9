import { addressOf, go } from "./address.js";
import { choiceOf, partsOf, withIteration, withState, withVisit } from "./choice.js";
import { courseOf } from "./course.js";
import { el, fill } from "./dom.js";
import { eventTable } from "./events.js";
import { executionGraph } from "./executionGraph.js";
import { executionHead, executionNotes } from "./executionHead.js";
import { count, fullTestName } from "./format.js";
import { icon } from "./icons.js";
import { pane, stack } from "./panes.js";
import { player } from "./player.js";
import { statePanel } from "./statePanel.js";
import { timeline } from "./timeline.js";
import { timelineMarks } from "./timelineMarks.js";

/** One execution: its graph, the chosen state, the timeline and the events, all at one moment. */

const ADDRESS_MILLIS = 150;

export const keys = {
  title: "Execution",
  keys: [
    ["[", "Event before"],
    ["]", "Event after"],
    ["Space", "Play, stop"],
    ["1 2 3 4", "Tabs of the state"],
    ["← ↑ ↓ →", "Walk the graph along transitions"],
    ["f + -", "Fit the graph, larger, smaller"],
    ["Esc", "Clear the filter of events"],
  ],
};

export function title(report, address) {
  const entry = report.executionEntry(address.id);
  const test = entry && report.test(entry.test);
  return test ? fullTestName(test) : (entry?.name ?? "Execution");
}

export function render(root, report, address) {
  const execution = report.execution(address.id);
  if (execution === undefined) return missing(root, report, address);
  return new ExecutionView(root, report, execution, address);
}

/** Of many executions only some are kept; the index knows the others by name. */
function missing(root, report, address) {
  const isKnown = report.executionEntry(address.id) !== undefined;
  const heading = isKnown ? "This execution was not kept" : "There is no such execution";
  const say = isKnown
    ? "All failing executions and the first ones of each test are kept. "
    : "The link may be of another run. ";
  fill(root, el("div", { class: "page" }, el("div", { class: "empty" }, el("strong", {}, heading), say, el("a", { href: "#/executions" }, "Show all executions"))));
  return undefined;
}

/** On paper nothing can be opened. */
function openAll(view) {
  for (const details of view?.querySelectorAll("details") ?? []) details.open = true;
}

class ExecutionView {
  #id;
  #course;
  #definition;
  #choice;
  #graph;
  #picture;
  #panel;
  #timeline;
  #events;
  #player;
  #counter = el("span", { class: "number muted counter", "aria-live": "off" });
  #writing;
  #beforePrint = () => openAll(document.querySelector(".execution"));

  constructor(root, report, execution, address) {
    this.#id = execution.id;
    this.#course = courseOf(execution);
    this.#definition = report.definition(execution.definition);
    const course = this.#course;
    const definition = this.#definition;
    const choose = (change) => this.choose(change);
    this.#panel = statePanel({ course, definition, choose });
    this.#timeline = timeline({ course, marks: timelineMarks(course), choose });
    this.#events = eventTable({ course, definition, choose });
    const playing = this.#playing();

    const graphPane = el("section", { class: "pane pane-graph", "aria-label": "Graph" });
    const parts = stack(
      pane("state", this.#panel.head, this.#panel.element),
      pane("timeline", el("div", { class: "timeline-head" }, el("h2", {}, "Timeline"), el("span", { class: "muted timeline-kind" }, "virtual time"), el("span", { class: "space" }), playing, this.#counter), this.#timeline.element),
      pane("events", this.#events.head, this.#events.element),
    );
    const head = executionHead({ report, execution, definition, course });
    fill(root, el("div", { class: "split execution" }, head, executionNotes({ report, execution }), el("div", { class: "panes" }, graphPane, parts)));
    this.#graph = executionGraph(graphPane, { course, definition, onState: (pointer) => choose({ pointer }) });
    this.#show(choiceOf(course, definition, address));
    addEventListener("beforeprint", this.#beforePrint);
  }

  /** The address has changed: by a link, by the browser's history, or by this view itself. */
  update(address) {
    if (location.hash === this.#address()) return true;
    this.#player.stop();
    const next = choiceOf(this.#course, this.#definition, address);
    this.#show({ ...next, chosen: new Map([...this.#choice.chosen, ...next.chosen]) });
    return true;
  }

  key(event) {
    if (event.key === "[") this.#player.step(-1);
    else if (event.key === "]") this.#player.step(1);
    else if (event.key === " " && event.target.closest("button, summary, a") === null) this.#player.toggle();
    else if (this.#graph.key(event)) return true;
    else if (event.key === "Escape") return this.#events.clearFilter();
    else if (/^[1-5]$/.test(event.key)) return this.#panel.tab(Number(event.key));
    else return false;
    return true;
  }

  dispose() {
    this.#graph.dispose();
    removeEventListener("beforeprint", this.#beforePrint);
    this.#player.stop();
    clearTimeout(this.#writing);
  }

  /**
   * Chooses a visit, a state by its pointer, an attempt, an iteration or a moment. Whoever moves the moment sees
   * the state that its event belongs to.
   */
  choose({ visit, pointer, moment, map, iteration, scrubs, ...change }) {
    if (scrubs) this.#player.stop();
    let next = this.#choice;
    if (moment !== undefined) next = { ...next, moment };
    if (visit !== undefined) next = withVisit(next, visit);
    else if (pointer !== undefined) next = withState(next, pointer, this.#picture.states);
    else if (moment !== undefined) next = withVisit(next, this.#course.visits[this.#course.owner[moment]]);
    if (moment !== undefined) next = { ...next, moment };
    if (map !== undefined) next = withIteration(next, map, iteration);
    if ("attempt" in change) next = { ...next, attempt: change.attempt };
    const isOfState = moment === undefined && next.visit !== undefined && next.visit !== this.#choice.visit;
    this.#show(next);
    if (isOfState) this.#events.filterBy(next.visit);
    this.#writeAddress();
  }

  #show(choice) {
    this.#choice = choice;
    this.#picture = this.#graph.show(choice);
    this.#panel.show({ ...choice, together: choice.visit ? undefined : this.#picture.states.get(choice.pointer) });
    this.#timeline.show(choice);
    this.#events.show(choice);
    const events = this.#course.events;
    const shown = events[choice.moment];
    this.#counter.textContent = shown ? `event ${count(shown.id)} of ${count(events.length)}` : "no events";
  }

  #playing() {
    const button = (name, label, action) => el("button", { class: "button", "aria-label": label, title: label, on: { click: action } }, icon(name, { size: 12 }));
    const toggle = el("button", { class: "button play", on: { click: () => this.#player.toggle() } });
    const draw = (plays) => fill(toggle, icon(plays ? "pause" : "play", { size: 12 }), plays ? "Stop" : "Play");
    this.#player = player({
      count: this.#course.events.length,
      position: () => this.#choice.moment,
      go: (moment) => this.choose({ moment }),
      changed: draw,
    });
    draw(false);
    const step = (by) => () => this.#player.step(by);
    return el("div", { class: "buttons playing" }, button("back", "Event before", step(-1)), toggle, button("play", "Event after", step(1)));
  }

  #address() {
    return addressOf("execution", this.#id, partsOf(this.#course, this.#choice));
  }

  /** Browsers allow few changes of the address a second: while one scrubs, the last one is written. */
  #writeAddress() {
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => go(this.#address(), { replace: true }), ADDRESS_MILLIS);
  }
}
