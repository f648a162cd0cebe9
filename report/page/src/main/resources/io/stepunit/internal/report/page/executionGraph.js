import { el, fill } from "./dom.js";
import { graph } from "./graph.js";
import { momentAt, transitionsAt } from "./moment.js";

/** The graph of an execution: the states and transitions as they are at a moment. */

/**
 * @param onState called with the pointer of a state that was clicked
 * @returns `{show(choice), key(event), dispose()}`; `show` returns the picture that it drew, as
 *     `momentAt` gives it, `key` whether it took the key
 */
export function executionGraph(container, { course, definition, onState }) {
  const edges = definition?.graph?.edges ?? [];
  let drawing;
  let picture;
  let shown = {};
  if (definition?.graph === undefined) fill(container, el("p", { class: "empty" }, "The report does not hold the definition of this execution."));

  return {
    key: (event) => drawing?.key(event) === true,
    dispose: () => drawing?.dispose(),
    show(choice) {
      const isSame = picture && shown.moment === choice.moment && shown.chosen === choice.chosen;
      if (!isSame) picture = momentAt(course, choice.moment, choice.chosen);
      const marks = isSame ? undefined : marksOf(picture, transitionsAt(picture.scopes, choice.moment, edges));
      shown = choice;
      if (definition?.graph === undefined) return picture;
      if (!drawing) {
        drawing = graph(container, definition, { marks, selected: choice.pointer, onSelect: onState, mode: "execution" });
      } else {
        if (marks) drawing.update(marks);
        drawing.select(choice.pointer);
      }
      return picture;
    },
  };
}

function marksOf(picture, transitions) {
  return new Map([...picture.states, ...picture.below, ...transitions]);
}
