import { addressOf, go } from "./address.js";
import { el, fill } from "./dom.js";
import { count, plural, simpleClassName, testName } from "./format.js";
import { icon } from "./icons.js";
import { lastName, stateOf } from "./pointer.js";
import { addressOfTest, mutantsTitle } from "./report.js";
import { rows } from "./rows.js";
import { sourcePane } from "./source.js";
import { badge, sign, statusIcon } from "./status.js";

const ROW_HEIGHT = { wide: 31, narrow: 49 };
const STATUSES = ["SURVIVED", "NO_COVERAGE", "KILLED", "TIMEOUT"];
const FIRST_TESTS = 10;

export const keys = {
  title: "Mutants",
  keys: [
    ["n", "Next mutant of the list"],
    ["p", "Previous mutant of the list"],
    ["Esc", "Select nothing"],
  ],
};

export function title(report, address) {
  const head = headOf(report, address);
  return head && `Mutants of ${mutantsTitle(head)}`;
}

/**
 * The mutants of a definition, at `#/mutants/<id>`: their list, one of them and the source, which
 * select each other. `/status/<SURVIVED or all …>` and `/test/<n>` filter, `/mutant/<n>` selects.
 */
export function render(root, report, address) {
  const head = headOf(report, address);
  const data = head && report.mutantsOf(head.id);
  if (data === undefined) return noMutants(root);
  return new MutantsView(root, report, head, data, address).handle();
}

function headOf(report, { id }) {
  return id === undefined ? report.mutants[0] : report.mutants.find((one) => one.id === id);
}

function noMutants(root) {
  const why = el("p", {}, "The link may be of another run, or none were tried. ", el("a", { href: "#/" }, "Go to the overview"));
  fill(root, el("div", { class: "page" }, el("div", { class: "empty" }, el("strong", {}, "No mutants here"), why)));
  return undefined;
}

class MutantsView {
  #report;
  #head;
  #data;
  #address;
  #shown = [];
  #list;
  #buttons;
  #killers;
  #nothing;
  #detail = el("div", { class: "pane-body mutant-detail" });
  #source;

  constructor(root, report, head, data, address) {
    this.#report = report;
    this.#head = head;
    this.#data = data;
    data.mutants.forEach((mutant, i) => (mutant.number = i + 1));
    this.#draw(root);
    this.#show(address);
  }

  handle() {
    return {
      update: (address) => this.#show(address),
      key: (event) => this.#key(event),
    };
  }

  #draw(root) {
    const tools = this.#tools();
    this.#source = sourcePane(
      { text: this.#data.text, file: this.#head.file },
      { ...marksOf(this.#data.mutants), onLine: (line) => this.#goToLine(line) },
    );
    const body = el("div", { class: "pane-body mutants-list", tabindex: "0", role: "region", "aria-label": "List of mutants" });
    this.#list = rows(body, { count: 0, height: ROW_HEIGHT, row: (i) => this.#row(this.#shown[i]), attributes: {} });
    this.#nothing = el("div", { class: "empty", hidden: true }, "No mutant is like that.");
    fill(body, this.#list.element, this.#nothing);
    const list = el("section", { class: "pane stack", "aria-label": "Mutants" }, tools, body);
    const hint = el("span", { class: "muted hint" }, "next mutant ", el("kbd", {}, "n"));
    const detail = el("section", { class: "holes-pane", "aria-label": "Mutant" }, el("div", { class: "pane-head" }, el("h2", {}, "Mutant"), el("span", { class: "space" }), hint), this.#detail);
    const stack = el("div", { class: "pane stack" }, detail, this.#source.element);
    fill(root, el("div", { class: "split definition mutants" }, this.#viewHead(), this.#problems(), el("div", { class: "panes" }, list, stack)));
  }

  #viewHead() {
    const { found, all, score, counts, definition } = this.#head;
    const parts = [`${count(found)} of ${count(all)} found (${score})`, ...["SURVIVED", "NO_COVERAGE", "TIMEOUT"].filter((one) => counts[one] > 0).map((one) => `${count(counts[one])} ${sign(one).word.toLowerCase()}`)];
    return el(
      "div",
      { class: "view-head" },
      this.#heading(),
      found < all ? badge("SURVIVED", `${count(all - found)} not found`) : badge("KILLED", "All found"),
      el("span", { class: "meta" }, parts.join(" · ")),
      el("span", { class: "space" }),
      this.#report.definition(definition) && el("a", { href: addressOf("definition", definition) }, "Definition"),
    );
  }

  #heading() {
    const { mutants } = this.#report;
    const name = mutantsTitle(this.#head);
    if (mutants.length < 2) return el("h1", {}, name);
    const options = mutants.map((one) => el("option", { value: one.id, selected: one === this.#head }, mutantsTitle(one)));
    return [el("h1", { class: "spoken" }, name), el("select", { class: "title-select", "aria-label": "Definition", on: { change: (event) => go(addressOf("mutants", event.target.value)) } }, options)];
  }

  #problems() {
    const { mutantProblems } = this.#report;
    return mutantProblems.length > 0 && el("ul", { class: "mutant-problems" }, mutantProblems.map((problem) => el("li", {}, el("span", { class: "caught" }, icon("fault", { size: 14, label: "Does not fit together" })), el("span", {}, problem))));
  }

  /** What chooses which mutants are listed. */
  #tools() {
    const { all, counts } = this.#head;
    const button = (status, words, amount) =>
      el("button", { class: "button", "data-status": status, on: { click: () => this.#goTo({ status, mutant: undefined }) } }, status !== "all" && statusIcon(status, 12), words, el("span", { class: "muted number" }, count(amount)));
    this.#buttons = [button("all", "All", all), ...STATUSES.filter((one) => counts[one] > 0).map((one) => button(one, sign(one).word, counts[one]))];
    const kills = new Map();
    for (const test of this.#data.mutants.flatMap((mutant) => mutant.killedBy)) kills.set(test, (kills.get(test) ?? 0) + 1);
    const killers = [...kills].sort(([, one], [, other]) => other - one);
    const options = killers.map(([test, amount]) => el("option", { value: test }, `${count(amount)}: ${this.#testWords(test)}`));
    const choose = (event) => this.#goTo({ status: event.target.value === "" ? undefined : "KILLED", test: event.target.value || undefined, mutant: undefined });
    this.#killers = el("select", { class: "button cut", "aria-label": "Killed by", on: { change: choose } }, el("option", { value: "" }, "Killed by any test"), options);
    return el("div", { class: "mutant-tools" }, el("div", { class: "buttons", role: "group", "aria-label": "Which mutants" }, this.#buttons), killers.length > 0 && this.#killers);
  }

  #row(mutant) {
    const isChosen = String(mutant.number) === this.#address.mutant;
    return el(
      "button",
      { class: isChosen ? "mutant-row chosen" : "mutant-row", "data-mutant": mutant.number, "aria-current": isChosen && "true", title: mutant.description, on: { click: () => this.#goTo({ mutant: mutant.number }) } },
      statusIcon(mutant.status, 14),
      el("span", { class: "cut two" }, mutant.description),
      el("span", { class: "muted number" }, `line ${count(mutant.lines[0])}`),
    );
  }

  #show(address) {
    this.#address = address;
    const status = this.#statusOf(address);
    const chosen = this.#data.mutants[Number(address.mutant) - 1];
    const isListed = (mutant) => (status === "all" || mutant.status === status) && (address.test === undefined || mutant.killedBy.includes(Number(address.test)));
    this.#shown = this.#data.mutants.filter((mutant) => isListed(mutant) || mutant === chosen);
    for (const button of this.#buttons) button.setAttribute("aria-pressed", String(button.dataset.status === status));
    this.#killers.value = address.test ?? "";
    this.#nothing.hidden = this.#shown.length > 0;
    this.#list.refresh(this.#shown.length);
    fill(this.#detail, chosen ? this.#described(chosen) : this.#invitation());
    this.#detail.scrollTop = 0;
    if (chosen) {
      this.#list.reveal(this.#shown.indexOf(chosen));
      this.#source.reveal(chosen.lines, chosen.lines[0]);
    } else {
      this.#source.clear();
    }
    return true;
  }

  /** Survivors first: they are what somebody has to look at. */
  #statusOf({ status }) {
    const known = ["all", ...STATUSES];
    if (known.includes(status)) return status;
    return this.#head.counts.SURVIVED > 0 ? "SURVIVED" : "all";
  }

  #invitation() {
    const { found, all } = this.#head;
    const what = found < all ? ["Choose a mutant", "A mutant is one small mistake. One that survived shows what no test asserts."] : ["Every mutant was found", "Each small mistake makes a test fail."];
    return el("div", { class: "empty" }, el("strong", {}, what[0]), what[1]);
  }

  #described(mutant) {
    const { removed, added } = mutant;
    const line = (kind) => (text) => el("div", { class: `change-line ${kind}` }, text === "" ? " " : text);
    return [
      el("h3", { class: "mutant-title" }, mutant.description),
      el("p", { class: "muted" }, [`line ${count(mutant.lines[0])}`, mutant.operator].join(" · "), this.#stateLink(mutant)),
      removed.length + added.length > 0 && el("div", { class: "code mono change", tabindex: "0", role: "group", "aria-label": "What is changed" }, removed.map(line("removed")), added.map(line("added"))),
      this.#outcome(mutant),
    ];
  }

  #stateLink({ pointer }) {
    const definition = this.#report.definition(this.#head.definition);
    const state = definition && stateOf(pointer, (at) => definition.lines?.[at] !== undefined && /\/States\/[^/]+$/.test(at));
    return state !== undefined && [" · ", el("a", { href: addressOf("definition", definition.id, { state }) }, `State ${lastName(state)}`)];
  }

  #outcome(mutant) {
    const { status, killedBy, coveredBy, reason } = mutant;
    const words = {
      SURVIVED: `${plural(coveredBy.length, "test")} ${coveredBy.length === 1 ? "reaches" : "reach"} it and passed all the same:`,
      NO_COVERAGE: "No test reaches it.",
      KILLED: killedBy.length > 0 ? "This test failed:" : "A test failed.",
      TIMEOUT: "The tests took much longer than without it, and were ended. They were of these:",
    };
    return [
      el("p", { class: "mutant-outcome" }, badge(status), el("span", {}, words[status])),
      this.#tests(status === "KILLED" ? killedBy : coveredBy),
      reason && el("pre", { class: "code mutant-reason", tabindex: "0" }, reason.replace(/^(\s*\n)+/, "")),
      status === "KILLED" && coveredBy.length > killedBy.length && el("details", {}, el("summary", { class: "muted" }, `${plural(coveredBy.length, "test")} reach it`), this.#tests(coveredBy)),
    ];
  }

  #tests(numbers) {
    if (numbers.length === 0) return undefined;
    const item = (number) => el("li", {}, this.#testLink(number));
    const list = el("ul", { class: "mutant-tests" }, numbers.slice(0, FIRST_TESTS).map(item));
    const rest = numbers.slice(FIRST_TESTS);
    if (rest.length > 0) {
      const more = el("li", {});
      fill(more, el("button", { class: "button", on: { click: () => more.replaceWith(...rest.map(item)) } }, `Show ${count(rest.length)} more`));
      list.append(more);
    }
    return list;
  }

  #testLink(number) {
    const test = this.#report.testByKey(this.#data.tests[number]?.key);
    const words = this.#testWords(number);
    return test ? el("a", { href: addressOfTest(this.#report, test) }, words) : words;
  }

  #testWords(number) {
    const { class: className, name } = this.#data.tests[number] ?? {};
    return `${simpleClassName(className)}: ${(name ?? "").split(" > ").map(testName).join(" · ")}`;
  }

  #goTo(change) {
    const { status, test, mutant } = { ...this.#address, ...change };
    go(addressOf("mutants", this.#head.id, { status, test, mutant }));
  }

  /** The next mutant of a line that is listed, or any of that line. */
  #goToLine(line) {
    const at = (mutants) => mutants.filter(({ lines }) => lines[0] === line);
    const all = at(this.#shown).length > 0 ? at(this.#shown) : at(this.#data.mutants);
    if (all.length === 0) return;
    const now = all.findIndex(({ number }) => String(number) === this.#address.mutant);
    this.#goTo({ mutant: all[(now + 1) % all.length].number });
  }

  #key(event) {
    if (event.key === "Escape" && this.#address.mutant !== undefined) this.#goTo({ mutant: undefined });
    else if ((event.key === "n" || event.key === "p") && this.#shown.length > 0) this.#step(event.key === "n" ? 1 : -1);
    else return false;
    return true;
  }

  #step(by) {
    const amount = this.#shown.length;
    const now = this.#shown.findIndex(({ number }) => String(number) === this.#address.mutant);
    const next = now < 0 && by < 0 ? amount - 1 : (now + by + amount) % amount;
    this.#goTo({ mutant: this.#shown[next].number });
  }
}

/** The marks of a source: where mutants begin, whether tests have found all of them, some or none. */
function marksOf(mutants) {
  const lines = new Map();
  for (const { lines: [first], status } of mutants) {
    const line = lines.get(first) ?? { found: 0, all: 0 };
    line.all++;
    if (status === "KILLED" || status === "TIMEOUT") line.found++;
    lines.set(first, line);
  }
  const mark = ({ found, all }) => (found === all ? "ok" : found === 0 ? "bad" : "half");
  return {
    marksOf() {
      const marks = [];
      for (const [first, line] of lines) marks[first] = mark(line);
      return marks;
    },
    words: (line) => lines.has(line) && `${count(lines.get(line).found)} of ${plural(lines.get(line).all, "mutant")} found`,
    times: new Map([...lines].map(([first, { found, all }]) => [first, `${count(found)}/${count(all)}`])),
  };
}
