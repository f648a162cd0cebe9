/**
 * Builds elements. Whatever is shown comes from tests and definitions, so text becomes text nodes
 * and nothing here ever parses markup. Links lead to addresses in this page only.
 */

const SVG = "http://www.w3.org/2000/svg";

/** Makes an HTML element: `el("a", {class: "x", href: "#/"}, "text", other)`. */
export function el(tag, attributes, ...children) {
  return build(document.createElement(tag), attributes, children);
}

/** Makes an SVG element, with attributes as in `el`. */
export function svg(tag, attributes, ...children) {
  return build(document.createElementNS(SVG, tag), attributes, children);
}

/** Takes all children from an element and gives it new ones. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Adds children: elements, texts, lists of them; null, undefined and false are left out. */
export function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child !== null && child !== undefined && child !== false) element.append(child);
  }
}

/** Sets attributes as `el` does. */
export function assign(element, attributes) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) set(element, name, value);
  }
  return element;
}

function build(element, attributes, children) {
  assign(element, attributes);
  append(element, children);
  return element;
}

function set(element, name, value) {
  if (name === "on") {
    for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  } else if (name === "style") {
    // Through the object model: a style attribute would need 'unsafe-inline' in the policy.
    for (const [property, setting] of Object.entries(value)) element.style.setProperty(property, setting);
  } else if (name === "value") {
    element.value = value;
  } else if (/^on|^src|^srcdoc$/i.test(name)) {
    throw new Error(`Expected an attribute without effect, but was ${name}.`);
  } else if (/href$/i.test(name) && !String(value).startsWith("#")) {
    throw new Error(`Expected an address in this page, but was ${value}.`);
  } else {
    element.setAttribute(name, value === true ? "" : value);
  }
}

/** Whether keys typed now belong to a field and not to the view. */
export function isTyping(event) {
  return event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** Says something once, on the screen and to screen readers. */
export function notify(text) {
  document.querySelector(".notice")?.remove();
  const notice = el("div", { class: "notice", role: "status" }, text);
  document.body.append(notice);
  setTimeout(() => notice.remove(), 2000);
}

/** Copies text; without a clipboard, as in pages opened from files, by a selection. */
export async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = el("textarea", { class: "spoken", value: text, "aria-hidden": "true" });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  notify(done);
}
