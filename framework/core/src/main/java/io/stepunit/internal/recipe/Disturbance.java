package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is done to a Task so that an execution takes another way.
 *
 * @param answer what it is answered instead of a success
 * @param times how many of its first calls; later ones succeed
 */
record Disturbance(Answer answer, int times) {
  /** The same with a cause, if it is an error. */
  Disturbance caused(JsonNode cause) {
    return answer instanceof Answer.Fails fails
        ? new Disturbance(new Answer.Fails(fails.error(), cause), times)
        : this;
  }

  static Disturbance always(Answer answer) {
    return new Disturbance(answer, Integer.MAX_VALUE);
  }

  static Disturbance once(Answer answer) {
    return new Disturbance(answer, 1);
  }
}
