package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that is filtered, grouped or kept an array, on the level of what makes it. */
final class Refined extends Code {
  private final Code core;
  private final List<Predicate> predicates;
  private final @Nullable Grouping group;
  private final boolean keepsArray;

  Refined(Code core, List<Predicate> predicates, @Nullable Grouping group, boolean keepsArray) {
    this.core = core;
    this.predicates = predicates;
    this.group = group;
    this.keepsArray = keepsArray;
  }

  @Override
  JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
    JsonNode value = core.value(evaluation, input, frame);
    for (Predicate predicate : predicates) {
      value = predicate.apply(evaluation, value, frame);
    }
    if (group != null) {
      value = group.apply(evaluation, value, frame);
    }
    if (keepsArray && value instanceof Sequence sequence) {
      sequence.keepSingleton();
    }
    return value;
  }
}
