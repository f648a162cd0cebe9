/**
 * What of a graph is drawn: what is in sight, with room around it so that small moves draw nothing
 * anew. An area is `{left, top, right, bottom}`.
 */

/** The room around a pane on each side, as a share of the pane. */
const ROOM = 0.25;

/** An area that is so many times wider than a new one holds too much. */
const TOO_WIDE = 2;

export const EVERYTHING = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

export const NOTHING = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

/** The area to draw for the part that a pane shows. */
export function around({ x, y, width, height }) {
  return { left: x - width * ROOM, top: y - height * ROOM, right: x + width * (1 + ROOM), bottom: y + height * (1 + ROOM) };
}

/** Whether what is drawn in an area still fits the part that a pane shows. */
export function suits(area, { x, y, width, height }) {
  const isHeld = area.left <= x && area.top <= y && area.right >= x + width && area.bottom >= y + height;
  return isHeld && area.right - area.left <= TOO_WIDE * width * (1 + 2 * ROOM);
}

/** Whether a box lies in an area, or reaches into it. */
export function meets(area, { x, y, width, height }) {
  return x <= area.right && y <= area.bottom && x + width >= area.left && y + height >= area.top;
}

/** The box around a line. */
export function boxAround(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Makes elements the children of a parent, and leaves those alone that are so already: they keep the focus. */
export function arrange(parent, elements) {
  const wanted = new Set(elements);
  for (const child of [...parent.childNodes]) {
    if (!wanted.has(child)) child.remove();
  }
  let at = parent.firstChild;
  for (const element of elements) {
    if (element === at) at = at.nextSibling;
    else parent.insertBefore(element, at);
  }
}
