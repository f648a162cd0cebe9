/**
 * The structural difference between two JSON values.
 *
 * Members are compared by name, items of arrays by the longest run of alike items, so that one
 * inserted item does not mark all that follow it.
 */

const ALIGN_AT_MOST = 400;

/**
 * @return a tree of `{change, key?, before?, after?, children?, array?}`; `change` is `SAME`,
 *     `ADDED`, `REMOVED`, `CHANGED` (two scalars or two kinds of value) or `INSIDE` (an object or an
 *     array with changes in its children)
 */
export function difference(before, after) {
  if (before === undefined) {
    return { change: "ADDED", after };
  }
  if (after === undefined) {
    return { change: "REMOVED", before };
  }
  if (isObject(before) && isObject(after)) {
    return inside(before, after, false, members(before, after));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return inside(before, after, true, items(before, after));
  }
  return same(before, after) ? { change: "SAME", before, after } : { change: "CHANGED", before, after };
}

/** Whether two JSON values are the same, whatever the order of their members. */
export function same(a, b) {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => same(item, b[i]));
  }
  if (isObject(a) && isObject(b)) {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length
        && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]));
  }
  return false;
}

/** How much of a difference is equal, from 0 (nothing) to 1 (everything): whether to show it. */
export function likeness(node) {
  const { equal, all } = sizes(node);
  return all === 0 ? 1 : equal / all;
}

function sizes(node) {
  if (node.change === "INSIDE") {
    return node.children.map(sizes).reduce(
      (sum, size) => ({ equal: sum.equal + size.equal, all: sum.all + size.all }),
      { equal: 0, all: 0 });
  }
  return { equal: node.change === "SAME" ? 1 : 0, all: 1 };
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function inside(before, after, array, children) {
  const change = children.every((child) => child.change === "SAME") ? "SAME" : "INSIDE";
  return { change, before, after, array, children };
}

function members(before, after) {
  const names = [...Object.keys(before)];
  const children = names.map((name) => ({
    key: name,
    ...difference(before[name], Object.hasOwn(after, name) ? after[name] : undefined),
  }));
  for (const name of Object.keys(after)) {
    if (!Object.hasOwn(before, name)) {
      children.push({ key: name, change: "ADDED", after: after[name] });
    }
  }
  return children;
}

function items(before, after) {
  return aligned(before, after).map(([i, k]) => ({
    key: k === undefined ? i : k,
    ...difference(i === undefined ? undefined : before[i], k === undefined ? undefined : after[k]),
  }));
}

/** Pairs of indexes: equal items by the longest common subsequence, what lies between by place. */
function aligned(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && same(before[start], after[start])) {
    start++;
  }
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start
      && same(before[before.length - 1 - tail], after[after.length - 1 - tail])) {
    tail++;
  }
  const equal = [];
  for (let i = 0; i < start; i++) {
    equal.push([i, i]);
  }
  equal.push(...common(before, after, start, tail));
  for (let i = tail; i > 0; i--) {
    equal.push([before.length - i, after.length - i]);
  }
  return withGaps(equal, before.length, after.length);
}

function common(before, after, start, tail) {
  const rows = before.length - tail - start;
  const columns = after.length - tail - start;
  if (rows === 0 || columns === 0 || rows > ALIGN_AT_MOST || columns > ALIGN_AT_MOST) {
    return [];
  }
  const left = before.slice(start, start + rows).map((item) => canonical(item));
  const right = after.slice(start, start + columns).map((item) => canonical(item));
  const longest = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--) {
    for (let k = columns - 1; k >= 0; k--) {
      longest[i][k] = left[i] === right[k] ? longest[i + 1][k + 1] + 1
          : Math.max(longest[i + 1][k], longest[i][k + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, k = 0; i < rows && k < columns;) {
    if (left[i] === right[k]) {
      pairs.push([start + i++, start + k++]);
    } else if (longest[i + 1][k] >= longest[i][k + 1]) {
      i++;
    } else {
      k++;
    }
  }
  return pairs;
}

/** The JSON text with members in the order of their names, so that equal values have equal texts. */
function canonical(value) {
  return JSON.stringify(value, (_, part) => (isObject(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
}

function withGaps(equal, rows, columns) {
  const pairs = [];
  let i = 0;
  let k = 0;
  for (const [nextI, nextK] of [...equal, [rows, columns]]) {
    while (i < nextI && k < nextK) {
      pairs.push([i++, k++]);
    }
    while (i < nextI) {
      pairs.push([i++, undefined]);
    }
    while (k < nextK) {
      pairs.push([undefined, k++]);
    }
    if (nextI < rows || nextK < columns) {
      pairs.push([nextI, nextK]);
      i = nextI + 1;
      k = nextK + 1;
    }
  }
  return pairs;
}

/**
 * A difference as lines of text: what is equal and long is folded.
 *
 * @param folded whether runs of equal members and items are folded to one line
 * @return `[{sign: " "|"+"|"-", depth, tokens: [{text, kind}], fold?}]`; `fold` are the lines that
 *     a folded line stands for; kinds are `key`, `text`, `number`, `word` and `mark`
 */
export function linesOf(node, folded = true) {
  const lines = [];
  write(node, 0, []);
  return lines;

  function write(part, depth, lead, last = true) {
    if (part.change === "INSIDE") {
      lines.push(line(" ", depth, [...lead, mark(part.array ? "[" : "{")]));
      writeChildren(part, depth + 1);
      lines.push(line(" ", depth, [mark((part.array ? "]" : "}") + comma(last))]));
    } else if (part.change === "CHANGED") {
      lines.push(...plain("-", part.before, depth, lead, last));
      lines.push(...plain("+", part.after, depth, lead, last));
    } else {
      const sign = { SAME: " ", ADDED: "+", REMOVED: "-" }[part.change];
      lines.push(...plain(sign, part.change === "REMOVED" ? part.before : part.after, depth, lead,
        last));
    }
  }

  function writeChildren(part, depth) {
    const children = part.children;
    for (let i = 0; i < children.length; i++) {
      let until = i;
      while (until < children.length && children[until].change === "SAME") {
        until++;
      }
      if (folded && until - i >= 3) {
        const hidden = children.slice(i, until).flatMap((child, k) => plain(
          " ", child.after, depth, leadOf(part, child), i + k === children.length - 1));
        const what = part.array ? "items" : "members";
        lines.push({ ...line(" ", depth, [{ text: `${until - i} equal ${what}`, kind: "fold" }]),
          fold: hidden });
        i = until - 1;
      } else {
        write(children[i], depth, leadOf(part, children[i]), i === children.length - 1);
      }
    }
  }
}

/** A JSON value as lines of text. */
export function plain(sign, value, depth = 0, lead = [], last = true) {
  const short = JSON.stringify(value);
  const compound = value !== null && typeof value === "object" && Object.keys(value).length > 0;
  if (!compound || short.length + 2 * depth <= 44 && isFlat(value)) {
    return [line(sign, depth, [...lead, ...inline(value), mark(comma(last))])];
  }
  const array = Array.isArray(value);
  const entries = array ? value.map((item) => [undefined, item]) : Object.entries(value);
  return [
    line(sign, depth, [...lead, mark(array ? "[" : "{")]),
    ...entries.flatMap(([name, item], i) => plain(sign, item, depth + 1,
      array ? [] : key(name), i === entries.length - 1)),
    line(sign, depth, [mark((array ? "]" : "}") + comma(last))]),
  ];
}

function isFlat(value) {
  return Object.values(value).every((item) => item === null || typeof item !== "object");
}

function inline(value) {
  if (value !== null && typeof value === "object") {
    const array = Array.isArray(value);
    const entries = Object.entries(value);
    return [mark(array ? "[" : entries.length ? "{ " : "{"),
      ...entries.flatMap(([name, item], i) => [
        ...(array ? [] : key(name)), ...inline(item),
        ...(i < entries.length - 1 ? [mark(", ")] : [])]),
      mark(array ? "]" : entries.length ? " }" : "}")];
  }
  const kind = typeof value === "string" ? "text" : typeof value === "number" ? "number" : "word";
  return [{ text: JSON.stringify(value), kind }];
}

function leadOf(part, child) {
  return part.array ? [] : key(child.key);
}

function key(name) {
  return [{ text: JSON.stringify(name), kind: "key" }, mark(": ")];
}

function mark(text) {
  return { text, kind: "mark" };
}

function comma(last) {
  return last ? "" : ",";
}

function line(sign, depth, tokens) {
  return { sign, depth, tokens: tokens.filter((token) => token.text !== "") };
}
