package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;

/** A compiled part of an expression. */
abstract class Code {
  /**
   * The value in a context, one level deeper; a sequence as the value that it stands for.
   *
   * @param input the context; undefined if there is none
   */
  JsonNode run(Evaluation evaluation, JsonNode input, Frame frame) {
    Budget budget = evaluation.budget();
    budget.enter();
    JsonNode value = value(evaluation, input, frame);
    budget.leave();
    if (value instanceof Sequence sequence) {
      budget.grown(sequence);
      return sequence.collapsed();
    }
    return value;
  }

  /** The same on the level of the caller, with sequences as they are. */
  abstract JsonNode value(Evaluation evaluation, JsonNode input, Frame frame);

  /** A part without parts. */
  abstract static class Leaf extends Code {
    @Override
    JsonNode run(Evaluation evaluation, JsonNode input, Frame frame) {
      evaluation.budget().leaf();
      return value(evaluation, input, frame);
    }
  }
}
