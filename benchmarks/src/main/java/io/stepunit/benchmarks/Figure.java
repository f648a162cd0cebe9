package io.stepunit.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A workload as a row of the table.
 *
 * @param unit what is counted, in the singular
 * @param units how many there are in one run
 * @param ours one run
 * @param floor the same by hand, or by a library alone; empty where there is nothing to compare
 */
record Figure(String name, String unit, int units, Supplier<?> ours, Optional<Supplier<?>> floor) {
  private static final String TRANSITION = "transition";
  private static final String EXECUTION = "execution";

  /** All workloads. */
  static List<Figure> all() {
    return List.of(w1(), w2(), w3(), w4(), w5(), w6(), w6RunOnly(), w7(), w8());
  }

  private static Figure w1() {
    JsonNode input = Workloads.w1().input();
    return of("w1", TRANSITION, 100, Workloads.w1()::run, () -> PlainJava.passChain(input));
  }

  private static Figure w2() {
    JsonNode input = Workloads.w2().input();
    return of("w2", TRANSITION, 2_001, Workloads.w2()::run, () -> PlainJava.choiceLoop(input));
  }

  private static Figure w3() {
    JsonNode input = Workloads.w3().input();
    return of("w3", "item", 1_000, Workloads.w3()::run, () -> PlainJava.map(input));
  }

  private static Figure w4() {
    return new Figure("w4", EXECUTION, 1, Workloads.w4()::run, Optional.empty());
  }

  private static Figure w5() {
    return new Figure("w5", EXECUTION, 1, Workloads.w5()::run, Optional.empty());
  }

  private static Figure w6() {
    JsonNode input = Workloads.w6().input();
    return of("w6", EXECUTION, 1, Workloads.w6()::run, () -> PlainJava.saga(input));
  }

  private static Figure w6RunOnly() {
    JsonNode input = Workloads.w6().input();
    Supplier<?> ours = Workloads.w6().withMocksDeclaredOnce();
    return of("w6-run-only", EXECUTION, 1, ours, () -> PlainJava.saga(input));
  }

  private static Figure w7() {
    JsonNode input = Workloads.w7().input();
    JsonataLibrary library = new JsonataLibrary();
    return of("w7", TRANSITION, 100, Workloads.w7()::run, () -> library.run(input));
  }

  private static Figure w8() {
    String text = LargeDefinition.text();
    return of(
        "w8",
        "load",
        1,
        () -> DefinitionLoader.fromText("w8.asl.json", text),
        () -> parsed(new ObjectMapper(), text));
  }

  private static JsonNode parsed(ObjectMapper mapper, String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Figure of(
      String name, String unit, int units, Supplier<?> ours, Supplier<?> floor) {
    return new Figure(name, unit, units, ours, Optional.of(floor));
  }
}
