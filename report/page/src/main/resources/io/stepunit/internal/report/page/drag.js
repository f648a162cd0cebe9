/**
 * Follows a pointer that is pressed on an element until it is released, wherever it goes meanwhile.
 *
 * @param press called with the event that presses it; if it returns false, nothing is followed
 * @param move called with each event that moves the pressed pointer
 * @param release called with the event that ends it
 * @param signal ends it all
 */
export function followDrags(element, { press = () => true, move, release = () => {}, signal }) {
  const follow = (down) => {
    if (down.button !== 0 || press(down) === false) return;
    const drag = new AbortController();
    const end = (event) => {
      drag.abort();
      release(event);
    };
    const isReleased = (event) => event.pointerType === "mouse" && event.buttons === 0;
    const listen = (name, listener) => addEventListener(name, (event) => event.pointerId === down.pointerId && listener(event), { signal: drag.signal });
    listen("pointermove", (event) => (isReleased(event) ? end(event) : move(event)));
    listen("pointerup", end);
    listen("pointercancel", end);
  };
  element.addEventListener("pointerdown", follow, { signal });
}
