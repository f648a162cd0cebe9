import { followDrags } from "./drag.js";
import { strips } from "./graphStrips.js";

/** The part of a graph that a pane shows: moved by mouse, wheel, fingers and keys. */

const LEAST = 0.05;
const MOST = 3;
const MARGIN = 20;

/** What one can read: a pane that is smaller shows a part. */
const READABLE = 0.85;

/** Opening a graph never shows it smaller. */
const LEAST_AT_OPENING = 0.6;

/** A pane that is narrower is that of a phone: it shows a part at its full size. */
const NARROW = 560;

/** How far the pointer may move while it is pressed for it to be a click. */
const CLICK = 4;

/**
 * @param surface the element that takes part of the pane
 * @param drawing what is drawn, whose `content` is moved
 * @param from the viewport before, whose place is kept
 * @returns `{open(box), fit(), zoom(factor), reveal(box), center(x, y), part(), dispose()}`
 */
export function viewport(surface, drawing, { width, height, from, changed }) {
  return new Viewport(surface, drawing, width, height, from, changed);
}

class Viewport {
  #surface;
  #drawing;
  #width;
  #height;
  #changed;
  #place = { x: 0, y: 0, scale: 1 };
  #pane = { width: 0, height: 0 };
  #fingers = new Map();
  #moved = 0;
  #box;
  #isOpen = false;
  #isPrinting = false;
  #strips = [];
  #abort = new AbortController();
  #sizes;

  constructor(surface, drawing, width, height, from, changed) {
    this.#surface = surface;
    this.#drawing = drawing;
    this.#width = width;
    this.#height = height;
    this.#changed = changed;
    this.#measure();
    if (from) {
      this.#place = { ...from.place() };
      this.#isOpen = true;
      this.#apply();
    }
    this.#listen();
    this.#sizes = new ResizeObserver(() => this.#resized());
    this.#sizes.observe(surface);
  }

  place() {
    return this.#place;
  }

  dispose() {
    this.#abort.abort();
    this.#sizes.disconnect();
  }

  /** Shows all if that can be read, otherwise the part around a box. */
  open(box) {
    this.#box = box;
    if (this.#pane.width === 0) return;
    this.#isOpen = true;
    const whole = this.#wholeScale();
    const byWidth = (this.#pane.width - 2 * MARGIN) / this.#width;
    const part = byWidth >= LEAST_AT_OPENING ? Math.min(READABLE, byWidth) : READABLE;
    this.#place.scale = Math.min(1, this.#pane.width < NARROW ? 1 : whole >= LEAST_AT_OPENING ? whole : part);
    if (box) this.center(box.x + box.width / 2, box.y + Math.min(box.height, 60) / 2);
    else this.center(this.#width / 2, 0);
  }

  fit() {
    this.#place.scale = Math.min(1, this.#wholeScale());
    this.center(this.#width / 2, this.#height / 2);
  }

  zoom(factor, at = { x: this.#pane.width / 2, y: this.#pane.height / 2 }) {
    const { x, y, scale } = this.#place;
    const next = Math.min(MOST, Math.max(LEAST, scale * factor));
    this.#place = { x: at.x - ((at.x - x) * next) / scale, y: at.y - ((at.y - y) * next) / scale, scale: next };
    this.#apply();
  }

  /** Moves as little as shows a box with some room around it. */
  reveal(box) {
    if (!box || this.#pane.width === 0) return;
    const { scale } = this.#place;
    this.#place.x += shift(this.#place.x + box.x * scale, box.width * scale, this.#pane.width);
    this.#place.y += shift(this.#place.y + box.y * scale, Math.min(box.height, 120) * scale, this.#pane.height);
    this.#apply();
  }

  center(x, y) {
    const { scale } = this.#place;
    this.#place.x = this.#pane.width / 2 - x * scale;
    this.#place.y = this.#pane.height / 2 - y * scale;
    this.#apply();
  }

  /** The part that is shown, in the graph's own pixels. */
  part() {
    const { x, y, scale } = this.#place;
    return { x: -x / scale, y: -y / scale, width: this.#pane.width / scale, height: this.#pane.height / scale };
  }

  #wholeScale() {
    return Math.min((this.#pane.width - 2 * MARGIN) / this.#width, (this.#pane.height - 2 * MARGIN) / this.#height);
  }

  #measure() {
    const { width, height } = this.#surface.getBoundingClientRect();
    this.#pane = { width, height };
  }

  #resized() {
    if (this.#isPrinting) return;
    const before = this.#pane;
    this.#measure();
    if (this.#pane.width === before.width && this.#pane.height === before.height) return;
    if (!this.#isOpen || before.width === 0) return this.open(this.#box);
    this.#place.x += (this.#pane.width - before.width) / 2;
    this.#place.y += (this.#pane.height - before.height) / 2;
    this.#apply();
  }

  /** Whether it moved: at its end the graph lets the page scroll. */
  #apply() {
    const { scale } = this.#place;
    const x = within(this.#place.x, this.#width * scale, this.#pane.width);
    const y = within(this.#place.y, this.#height * scale, this.#pane.height);
    this.#place = { x, y, scale };
    this.#drawing.content.setAttribute("transform", `translate(${round(x)} ${round(y)}) scale(${round(scale)})`);
    this.#drawing.show(this.part(), scale);
    this.#changed?.();
  }

  #move(dx, dy) {
    const { x, y } = this.#place;
    this.#place = { ...this.#place, x: x + dx, y: y + dy };
    this.#apply();
    return this.#place.x !== x || this.#place.y !== y;
  }

  #listen() {
    const listen = (target, name, listener, options) => target.addEventListener(name, listener, { signal: this.#abort.signal, ...options });
    listen(this.#surface, "wheel", (event) => this.#wheel(event), { passive: false });
    followDrags(this.#surface, {
      press: (event) => this.#press(event),
      move: (event) => this.#drag(event),
      release: (event) => this.#fingers.delete(event.pointerId),
      signal: this.#abort.signal,
    });
    listen(this.#surface, "click", (event) => this.#moved > CLICK && event.stopPropagation(), { capture: true });
    listen(window, "beforeprint", () => this.#print(true));
    listen(window, "afterprint", () => this.#print(false));
  }

  #wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      this.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0025)), this.#at(event));
      event.preventDefault();
      return;
    }
    const step = event.deltaMode === 1 ? 20 : 1;
    const [dx, dy] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
    if (this.#move(-dx * step, -dy * step)) event.preventDefault();
  }

  #press(event) {
    if (this.#fingers.size === 0) this.#moved = 0;
    this.#fingers.set(event.pointerId, this.#at(event));
  }

  #drag(event) {
    const before = this.#fingers.get(event.pointerId);
    const now = this.#at(event);
    this.#moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (this.#moved <= CLICK) return;
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.#fingers.set(event.pointerId, now);
    if (other) this.#pinch(before, now, other);
    else this.#move(now.x - before.x, now.y - before.y);
  }

  #pinch(before, now, other) {
    const distance = (point) => Math.hypot(point.x - other.x, point.y - other.y);
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    this.#move((now.x - before.x) / 2, (now.y - before.y) / 2);
    if (distance(before) > 0) this.zoom(distance(now) / distance(before), middle);
  }

  #at(event) {
    const { left, top } = this.#surface.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  /** On paper there is the whole graph. */
  #print(isPrinting) {
    const { element, content } = this.#drawing;
    this.#isPrinting = isPrinting;
    if (isPrinting) {
      element.setAttribute("viewBox", `0 0 ${this.#width} ${this.#height}`);
      element.style.setProperty("max-width", `${this.#width}px`);
      content.removeAttribute("transform");
      this.#drawing.showAll();
      this.#strips = strips((area) => this.#drawing.copy(area), this.#width, this.#height);
      this.#surface.append(...this.#strips);
    } else {
      this.#strips.forEach((strip) => strip.remove());
      this.#strips = [];
      element.removeAttribute("viewBox");
      element.style.removeProperty("max-width");
      this.#apply();
    }
  }
}

/** A graph that is smaller than the pane stands in its middle; a greater one may leave the legend its place. */
function within(place, size, pane) {
  if (size + 2 * MARGIN <= pane) return (pane - size) / 2;
  const gap = Math.min(120, pane / 5);
  return Math.min(gap, Math.max(pane - size - gap, place));
}

function shift(start, size, pane) {
  const room = Math.min(48, Math.max(0, (pane - size) / 2));
  if (start < room) return room - start;
  if (start + size > pane - room) return pane - room - start - size;
  return 0;
}

function round(number) {
  return Math.round(number * 1000) / 1000;
}
