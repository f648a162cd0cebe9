import { addressOf, go, wellFormed } from "./address.js";
import { copy, el, fill } from "./dom.js";
import { count, plural } from "./format.js";
import { graph as draw } from "./graph.js";
import { icon } from "./icons.js";
import { lastName, stateOf } from "./pointer.js";
import { coverageOf, holesOf } from "./points.js";
import { definitionTitle } from "./report.js";
import { sourceOf } from "./source.js";
import { badge } from "./status.js";

export const keys = {
  title: "Definition",
  keys: [
    ["n", "Next hole"],
    ["p", "Previous hole"],
    ["↑ ↓ ← →", "Walk the graph along transitions"],
    ["f", "Fit the graph"],
    ["Esc", "Select nothing"],
  ],
};

export function title(report, address) {
  const definition = report.definition(address.id);
  return definition && definitionTitle(definition);
}

/**
 * A definition, at `#/definition/<id>`: its graph as a heat map, its holes and its source, which
 * select each other. `/state/<name or pointer>` and `/hole/<n>` select, `/tests/generated` counts
 * generated tests only.
 */
export function render(root, report, address) {
  const definition = report.definition(address.id);
  if (definition === undefined) return noDefinition(root, report);
  return new DefinitionView(root, report, definition, address).handle();
}

function noDefinition(root, report) {
  const why = report.definitions.length === 0 ? "No test of this run started an execution." : "This run has no definition at this address. It may have been changed since.";
  fill(root, el("div", { class: "page" }, el("div", { class: "empty" }, el("strong", {}, "No such definition"), why, " ", el("a", { href: "#/" }, "Go to the overview"))));
  return undefined;
}

class DefinitionView {
  #report;
  #definition;
  #address;
  #isGenerated;
  #states;
  #holes;
  #graph;
  #source;
  #holeItems;

  constructor(root, report, definition, address) {
    this.#report = report;
    this.#definition = definition;
    this.#address = address;
    this.#isGenerated = address.tests === "generated";
    this.#states = new Map((definition.graph?.nodes ?? []).map((node) => [node.id, node]));
    this.#draw(root);
    this.#select(address);
  }

  handle() {
    return {
      update: (address) => {
        if ((address.tests === "generated") !== this.#isGenerated) return false;
        this.#address = address;
        this.#select(address);
        return true;
      },
      key: (event) => this.#key(event),
      dispose: () => this.#graph?.dispose?.(),
    };
  }

  #draw(root) {
    const coverage = coverageOf(this.#definition, this.#isGenerated);
    this.#holes = holesOf(this.#definition, coverage, (key) => this.#states.has(key));
    this.#source = sourceOf(this.#definition, coverage, (pointer) => this.#goTo({ state: this.#nameOf(pointer) }));
    this.#holeItems = this.#holes.map((hole, i) => this.#holeItem(hole, i + 1));
    const graph = el("div", { class: "pane pane-graph" });
    const stack = el("div", { class: "pane stack" }, this.#holesPane(), this.#source.element);
    fill(root, el("div", { class: "split definition" }, this.#head(coverage), el("div", { class: "panes" }, graph, stack)));
    this.#graph = draw(graph, this.#definition, {
      mode: "heat",
      marks: coverage.counts,
      onSelect: (pointer) => this.#goTo({ state: pointer && this.#nameOf(pointer) }),
    });
  }

  #head(coverage) {
    const { totals } = coverage;
    const share = (kind, name) => totals[kind]?.[1] > 0 && `${count(totals[kind][0])} of ${count(totals[kind][1])} ${name}`;
    const executions = this.#definition.coverage?.executions ?? this.#report.executions.filter((entry) => entry.definition === this.#definition.id).length;
    const parts = [
      share("states", "states"), share("transitions", "transitions"), share("choiceRules", "choice rules"), share("catchers", "catchers"),
      share("retriers", "retriers"), plural(executions, "execution"),
    ];
    const holes = this.#holes.length;
    return el(
      "div",
      { class: "view-head" },
      this.#heading(),
      holes > 0 ? badge("FAILED", plural(holes, "hole")) : badge("PASSED", "No holes"),
      el("span", { class: "meta" }, parts.filter(Boolean).join(" · ")),
      el("span", { class: "space" }),
      el("div", { class: "buttons", role: "group", "aria-label": "Which tests count" }, this.#switch("All tests", undefined), this.#switch("Only generated", "generated")),
    );
  }

  /** The name of the definition; where there are several, what chooses another one. */
  #heading() {
    const { definitions } = this.#report;
    const name = definitionTitle(this.#definition);
    if (definitions.length < 2) return el("h1", {}, name);
    const options = definitions.map((definition) => el("option", { value: definition.id, selected: definition === this.#definition }, definitionTitle(definition)));
    const choose = (event) => go(addressOf("definition", event.target.value));
    return [el("h1", { class: "spoken" }, name), el("select", { class: "title-select", "aria-label": "Definition", on: { change: choose } }, options)];
  }

  #switch(name, tests) {
    const isPressed = (tests === "generated") === this.#isGenerated;
    return el("button", { class: "button", "aria-pressed": String(isPressed), on: { click: () => go(addressOf("definition", this.#definition.id, { tests })) } }, name);
  }

  #holesPane() {
    const amount = this.#holes.length;
    const next = amount > 0 && el("span", { class: "muted hint" }, "next hole ", el("kbd", {}, "n"));
    const head = el("div", { class: "pane-head" }, el("h2", {}, "Holes"), el("span", { class: amount > 0 ? "pill bad" : "pill" }, count(amount)), el("span", { class: "space" }), next);
    const why = this.#isGenerated ? "Generated tests reach every state, transition, rule, retrier and catcher." : "The tests reach every state, transition, rule, retrier and catcher.";
    const body = amount > 0 ? el("ol", { class: "holes-list" }, this.#holeItems) : el("div", { class: "empty" }, el("strong", {}, "No holes"), why);
    return el("section", { class: "holes-pane", "aria-label": "Holes" }, head, el("div", { class: "pane-body" }, body));
  }

  #holeItem(hole, number) {
    const names = hole.keys.map((key) => this.#stateOf(key)).filter(Boolean).map((pointer) => this.#states.get(pointer)?.name ?? lastName(pointer));
    const select = () => this.#goTo({ hole: number });
    return el(
      "li",
      { "data-hole": number },
      holeIcon(hole.kind),
      el(
        "div",
        { class: "what" },
        el("button", { class: "hole-title", "aria-expanded": "false", on: { click: select } }, emphasized(hole.title, names), hole.line && el("span", { class: "muted" }, ` line ${hole.line}`)),
        hole.advice && el("p", { class: "muted" }, hole.advice),
        hole.test && el("pre", { class: "code", tabindex: "0", hidden: true }, hole.test),
        hole.reaches?.length < hole.keys.length && el("p", { class: "muted" }, `The test reaches ${count(hole.reaches.length)} of the ${count(hole.keys.length)} points of this hole.`),
      ),
      hole.test && el("button", { class: "button", on: { click: () => copy(hole.test, "The test is copied") } }, "Copy test"),
    );
  }

  #select({ state, hole }) {
    const number = Number(hole);
    const chosen = this.#holes[number - 1];
    const pointer = chosen ? chosen.keys.map((key) => this.#stateOf(key)).find(Boolean) : this.#pointerOf(state);
    this.#holeItems.forEach((item, i) => {
      const isChosen = i === number - 1;
      const concerns = pointer !== undefined && this.#holes[i].keys.some((key) => this.#stateOf(key) === pointer);
      item.classList.toggle("chosen", isChosen || (!chosen && concerns));
      item.querySelector(".hole-title").setAttribute("aria-expanded", String(isChosen));
      for (const code of item.querySelectorAll("pre")) code.hidden = !isChosen;
    });
    const shown = this.#holeItems.find((item) => item.classList.contains("chosen"));
    shown?.scrollIntoView({ block: "nearest" });
    if (chosen?.line) this.#source.reveal(chosen.line, pointer);
    else if (pointer !== undefined) this.#source.revealState(pointer);
    else this.#source.clear();
    this.#graph?.select?.(pointer);
  }

  #goTo(selection) {
    go(addressOf("definition", this.#definition.id, { tests: this.#isGenerated ? "generated" : undefined, ...selection }));
  }

  #key(event) {
    if (event.key === "Escape" && (this.#address.state ?? this.#address.hole) !== undefined) this.#goTo({});
    else if ((event.key === "n" || event.key === "p") && this.#holes.length > 0) this.#step(event.key === "n" ? 1 : -1);
    else return this.#graph?.key?.(event) === true;
    return true;
  }

  #step(by) {
    const amount = this.#holes.length;
    const now = Number(this.#address.hole ?? (by > 0 ? 0 : 1));
    this.#goTo({ hole: ((now - 1 + by + amount) % amount) + 1 });
  }

  #stateOf(key) {
    return stateOf(key, (pointer) => this.#states.has(pointer));
  }

  #pointerOf(state) {
    if (state === undefined || this.#states.has(state)) return state;
    const nodes = [...this.#states.values()];
    return (nodes.find((node) => wellFormed(node.name) === state) ?? nodes.find((node) => wellFormed(node.id) === state))?.id;
  }

  /** The name of a state in an address, or its pointer if another state has the same name. */
  #nameOf(pointer) {
    const name = this.#states.get(pointer)?.name;
    return name !== undefined && this.#pointerOf(wellFormed(name)) === pointer ? name : pointer;
  }
}

const HOLE_ICONS = {
  states: "bad", transitions: "Pass", catchers: "caught", retriers: "retry", exhaustedRetriers: "retry",
  mapItems: "Map", branches: "Parallel", timeouts: "Wait", heartbeats: "Wait",
};

function holeIcon(kind) {
  return el("span", { class: kind === "catchers" ? "caught" : "bad" }, icon(HOLE_ICONS[kind] ?? "half"));
}

/** A title with the names of states in it set apart. */
function emphasized(text, names) {
  const known = [...new Set(names)].filter((name) => name !== "").sort((one, other) => other.length - one.length);
  const parts = [];
  let rest = text;
  while (rest !== "") {
    const found = known.map((name) => ({ name, at: rest.indexOf(name) })).filter(({ at }) => at >= 0);
    if (found.length === 0) break;
    const { name, at } = found.reduce((one, other) => (other.at < one.at ? other : one));
    parts.push(rest.slice(0, at), el("b", {}, name));
    rest = rest.slice(at + name.length);
  }
  parts.push(rest);
  return parts;
}
