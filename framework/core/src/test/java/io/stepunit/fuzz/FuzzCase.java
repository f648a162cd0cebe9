package io.stepunit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Random;

/**
 * One execution to try; the same parents, seed and number give the same.
 *
 * @param number which of the run
 * @param definition the machine; {@link #RUNS} cases in a row have the same
 * @param type how it runs
 * @param input what it gets
 * @param answers the seed of what its Tasks answer; 0 for automatic mocks
 * @param interleaving the seed of its order
 */
record FuzzCase(
    long number,
    String definition,
    WorkflowType type,
    JsonNode input,
    long answers,
    long interleaving) {
  /** Loading costs more than running. */
  static final int RUNS = 20;

  /** The case of a number in the run of a seed. */
  static FuzzCase of(List<Parent> parents, long seed, long number) {
    Random ofMachine = new Random(seed * 1_000_003 + number / RUNS);
    return of(parents, number, ofMachine, new Random(seed * 7_368_787 + number));
  }

  /**
   * A case of any choices.
   *
   * @param ofMachine chooses the machine
   * @param random chooses what it gets
   */
  static FuzzCase of(List<Parent> parents, long number, Random ofMachine, Random random) {
    Parent parent = parents.get(ofMachine.nextInt(parents.size()));
    int changes = Math.min(3, ofMachine.nextInt(8) / 2);
    JsonNode definition =
        new MachineMutator(parents, ofMachine).changed(parent.definition(), changes);
    boolean express = ofMachine.nextInt(3) == 0;
    Values values = new Values(random);
    JsonNode input = parent.inputs().get(random.nextInt(parent.inputs().size()));
    for (int i = random.nextInt(3); i > 0; i--) {
      input = values.changed(input);
    }
    return new FuzzCase(
        number,
        definition.toString(),
        express ? WorkflowType.EXPRESS : WorkflowType.STANDARD,
        input,
        random.nextInt(3) == 0 ? 0 : random.nextLong(),
        random.nextInt(2) == 0 ? 0 : random.nextLong());
  }

  /** What a report keeps, so that the case can become a test of its own. */
  ObjectNode toJson() {
    return Json.NODES
        .objectNode()
        .put("number", number)
        .put("type", type.name())
        .put("answers", answers)
        .put("interleaving", interleaving)
        .<ObjectNode>set("input", input)
        .set("definition", Json.parse(definition));
  }
}
