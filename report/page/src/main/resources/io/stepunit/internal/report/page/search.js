import { addressOf, go } from "./address.js";
import { append, el, fill } from "./dom.js";
import { fullTestName, simpleClassName } from "./format.js";
import { icon } from "./icons.js";
import { addressOfTest } from "./report.js";
import { sign, statusIcon } from "./status.js";

const MOST_OF_A_GROUP = 8;
const SLICE_MILLIS = 12;

/** The search over tests, states, errors and data: a field and a list of what it found. */
export function searchBox(report) {
  const input = el("input", {
    type: "search", placeholder: "Tests, states, errors, data", autocomplete: "off", spellcheck: "false",
    role: "combobox", "aria-label": "Search tests, states, errors and data", "aria-expanded": "false",
    "aria-controls": "search-results", "aria-autocomplete": "list",
  });
  const results = el("div", { class: "search-results", id: "search-results", role: "listbox", "aria-label": "Found", hidden: true });
  const open = el("button", { class: "button search-open", "aria-label": "Search", on: { click: () => focus() } }, icon("search"));
  const field = el("label", { class: "search-field" }, icon("search"), input, el("kbd", { "aria-hidden": "true" }, "/"));
  const box = el("div", { class: "search", role: "search" }, open, field, results);
  let search = { cancelled: true };

  const options = () => [...results.querySelectorAll("[role=option]")];
  const close = () => {
    search.cancelled = true;
    results.hidden = true;
    input.setAttribute("aria-expanded", "false");
    box.classList.remove("open");
  };
  const focus = () => {
    box.classList.add("open");
    input.focus();
    input.select();
  };
  const choose = (option) => {
    if (option === undefined) return;
    close();
    input.blur();
    go(option.dataset.address);
  };
  const select = (option) => {
    for (const other of options()) other.setAttribute("aria-selected", String(other === option));
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const run = () => {
    search.cancelled = true;
    const query = input.value.trim();
    if (query === "") {
      results.hidden = true;
      input.setAttribute("aria-expanded", "false");
      return;
    }
    search = { cancelled: false };
    show(results, report, query, search, () => {
      if (!options().some((option) => option.getAttribute("aria-selected") === "true")) select(options()[0]);
    });
    results.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };

  input.addEventListener("input", run);
  input.addEventListener("focus", run);
  input.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" && all.length > 0) select(all[(at + 1) % all.length]);
    else if (event.key === "ArrowUp" && all.length > 0) select(all[(at + all.length - 1) % all.length]);
    else if (event.key === "Enter") choose(all[Math.max(0, at)]);
    else if (event.key === "Escape") {
      if (results.hidden) input.value = "";
      close();
      input.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  results.addEventListener("mousedown", (event) => {
    event.preventDefault();
    choose(event.target.closest("[role=option]") ?? undefined);
  });
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget)) close();
  });
  return { element: box, focus, close };
}

/** Shows what the index has at once, and what executions have as they are looked through. */
function show(results, report, query, search, whenShown) {
  const pattern = new RegExp(escape(query), "giu");
  const groups = [tests(report, pattern), states(report, pattern), errors(report, pattern)];
  const found = groups.some((group) => group.found.length > 0);
  const data = el("div");
  fill(results, groups.map((group) => groupOf(group, pattern)), data);
  whenShown();
  lookThroughData(report, query, search, (hits, isDone) => {
    fill(data, groupOf({ title: "Data of executions", found: hits.map((hit) => dataHit(report, hit)) }, pattern));
    if (isDone && !found && hits.length === 0) {
      fill(data, el("p", { class: "nothing" }, "Nothing has ", el("strong", {}, query), " in its name, errors or data."));
    }
    whenShown();
  });
}

function tests(report, pattern) {
  const found = [];
  for (const test of report.tests) {
    const name = fullTestName(test);
    if (!matches(pattern, name) && !matches(pattern, test.class)) continue;
    found.push({ sign: statusIcon(test.status), name, where: simpleClassName(test.class), address: addressOfTest(report, test) });
  }
  return { title: "Tests", found };
}

function states(report, pattern) {
  const found = [];
  for (const definition of report.definitions) {
    for (const node of definition.graph?.nodes ?? []) {
      if (!node.name || !matches(pattern, node.name)) continue;
      found.push({
        sign: icon(node.type), name: node.name, where: definition.name,
        address: addressOf("definition", definition.id, { state: node.id }),
      });
    }
  }
  return { title: "States", found };
}

function errors(report, pattern) {
  const found = [];
  for (const test of report.tests) {
    const message = test.failure?.message ?? test.failure?.type;
    if (!message || !matches(pattern, `${test.failure.type ?? ""} ${message}`)) continue;
    found.push({ sign: statusIcon(test.status), name: around(message, pattern), where: fullTestName(test), address: addressOfTest(report, test) });
  }
  for (const entry of report.executions) {
    const error = [entry.error, entry.cause].filter(Boolean).join(": ");
    if (!error || !matches(pattern, error)) continue;
    found.push({ sign: statusIcon(entry.status), name: around(error, pattern), where: nameOf(report, entry), address: addressOf("execution", entry.id) });
  }
  return { title: "Errors", found };
}

function dataHit(report, { entry, text, at }) {
  const around = text.slice(Math.max(0, at - 30), at + 90).replaceAll("\\\"", "\"");
  return { sign: statusIcon(entry.status), name: around, where: nameOf(report, entry), address: addressOf("execution", entry.id), isCode: true };
}

/** Looks through the texts of executions a slice at a time, so that typing stays smooth. */
function lookThroughData(report, query, search, tell) {
  // As the data stands in the page: JSON in a text of JSON, whose own texts may have escapes already.
  const once = JSON.stringify(query).slice(1, -1);
  const twice = JSON.stringify(once).slice(1, -1);
  const pattern = new RegExp([...new Set([once, twice])].map((text) => escape(text.replaceAll("<", "\\u003c"))).join("|"), "iu");
  const hits = [];
  const entries = query.length < 2 ? [] : report.executions;
  let next = 0;
  const slice = () => {
    if (search.cancelled) return;
    const until = performance.now() + SLICE_MILLIS;
    while (next < entries.length && hits.length <= MOST_OF_A_GROUP && performance.now() < until) {
      const entry = entries[next++];
      const text = dataOf(report.executionText(entry.id) ?? "");
      const at = text.search(pattern);
      if (at >= 0) hits.push({ entry, text, at });
    }
    const isDone = next >= entries.length || hits.length > MOST_OF_A_GROUP;
    if (isDone) tell(hits, true);
    else setTimeout(slice);
  };
  setTimeout(slice, 60);
}

/** A record with its data first, and without what names it: ids and times stand before the input. */
function dataOf(record) {
  const values = Math.max(0, record.lastIndexOf('"values":['));
  return record.slice(values) + record.slice(Math.max(0, record.indexOf('"input":')), values);
}

function groupOf({ title, found }, pattern) {
  if (found.length === 0) return [];
  const group = el("div", { role: "group", "aria-label": title }, el("h3", {}, found.length > MOST_OF_A_GROUP ? `${title} (the first ${MOST_OF_A_GROUP})` : title));
  append(group, found.slice(0, MOST_OF_A_GROUP).map((hit, i) => optionOf(hit, `found-${title.replaceAll(" ", "-")}-${i}`, pattern)));
  return group;
}

function optionOf(hit, id, pattern) {
  return el(
    "div",
    { role: "option", id, "aria-selected": "false", "data-address": hit.address },
    hit.sign,
    el("span", { class: hit.isCode ? "cut mono" : "cut" }, marked(hit.name, pattern)),
    el("span", { class: "where cut" }, hit.where),
  );
}

function marked(text, pattern) {
  const parts = [];
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(last, match.index), el("mark", {}, match[0]));
    last = match.index + match[0].length;
  }
  parts.push(text.slice(last));
  return parts;
}

function around(text, pattern) {
  const line = text.split("\n").find((part) => matches(pattern, part)) ?? text;
  const at = Math.max(0, line.search(pattern));
  return at > 60 ? `…${line.slice(at - 40)}` : line;
}

function matches(pattern, text) {
  return (text ?? "").search(pattern) >= 0;
}

function nameOf(report, entry) {
  const test = report.test(entry.test);
  return test ? fullTestName(test) : `${entry.name} (${sign(entry.status).word})`;
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
