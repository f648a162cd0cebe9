package io.stepunit.internal.property;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Fault;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.explore.Variation;
import io.stepunit.internal.rehearsal.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a machine is run with.
 *
 * @param variation chooses the results of Tasks that nothing else answers
 * @param answers the answers of Tasks without a mock of the test, by their names
 * @param objects what there is for item readers, beside the objects of the test
 * @param order the order of what may happen in any, by its name
 */
public record Case(
    JsonNode input,
    Variation variation,
    Map<String, List<Answer>> answers,
    List<ReadObject> objects,
    List<Fault> faults,
    String order,
    Repeat repeat) {
  /** The engine's own order. */
  public static final String OWN_ORDER = "[]";

  /** Copies the collections. */
  public Case {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    objects = List.copyOf(objects);
    faults = List.copyOf(faults);
  }

  static Case of(JsonNode input, Variation variation, List<ReadObject> objects) {
    return new Case(input, variation, Map.of(), objects, List.of(), OWN_ORDER, Repeat.ONCE);
  }

  Case withInput(JsonNode other) {
    return new Case(other, variation, answers, objects, faults, order, repeat);
  }

  Case withAnswers(Map<String, List<Answer>> others) {
    return new Case(input, variation, others, objects, faults, order, repeat);
  }

  Case withObjects(List<ReadObject> others) {
    return new Case(input, variation, answers, others, faults, order, repeat);
  }

  Case withFaults(List<Fault> others) {
    return new Case(input, variation, answers, objects, others, order, repeat);
  }

  Case inOrder(String other) {
    return new Case(input, variation, answers, objects, faults, other, repeat);
  }

  Case repeated(Repeat other) {
    return new Case(input, variation, answers, objects, faults, order, other);
  }
}
