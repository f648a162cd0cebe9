package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.stepunit.FidelityPage.Row;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.measured.MeasuredEvidence;
import io.stepunit.internal.recording.RecordedEvidence;
import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.internal.recording.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What {@code docs/fidelity.md} calls recorded or measured is shown by a case.
 *
 * <p>{@code fidelity-evidence.json} names, for each such row, a case and the place in it that shows
 * the behaviour. The product must pass the case, and must fail it if that place said something
 * else. A row that rests on a published report without a case names the method of ours that holds
 * the reported texts and events.
 */
class FidelityEvidenceTest {
  private static final String FILE = "/fidelity-evidence.json";
  private static final Configuration PATHS =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider())
          .mappingProvider(new JacksonMappingProvider())
          .options(Option.SUPPRESS_EXCEPTIONS, Option.AS_PATH_LIST, Option.ALWAYS_RETURN_LIST)
          .build();
  private static final Configuration VALUES =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider())
          .mappingProvider(new JacksonMappingProvider())
          .build();

  /**
   * A case that shows a row.
   *
   * @param kind {@code recording}, {@code measurement}, or {@code report} for a method of ours that
   *     holds the texts and events of a published report
   * @param id the case's id, with its folder
   * @param at where it shows the behaviour, as a JSONPath; empty for a method
   */
  private record Evidence(String kind, String id, String at) {
    static Evidence of(JsonNode json) {
      String kind = json.fieldNames().next();
      return new Evidence(kind, json.get(kind).textValue(), json.path("at").asText());
    }
  }

  private static JsonNode file() throws IOException {
    try (var in =
        Objects.requireNonNull(FidelityEvidenceTest.class.getResourceAsStream(FILE), FILE)) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static List<Row> shownRows() {
    return FidelityPage.rows().stream().filter(Row::isShown).toList();
  }

  @Test
  void each_row_that_is_recorded_or_measured_names_a_case_and_no_case_is_without_a_row()
      throws IOException {
    JsonNode file = file();
    List<String> named =
        file.properties().stream()
            .flatMap(
                section ->
                    section.getValue().properties().stream()
                        .map(row -> section.getKey() + ": " + row.getKey()))
            .toList();

    assertThat(named)
        .as(
            "rows of docs/fidelity.md with a case in src/test/resources%s: a new row there needs one",
            FILE)
        .containsExactlyInAnyOrderElementsOf(
            shownRows().stream().map(row -> row.section() + ": " + row.behaviour()).toList());
  }

  @Test
  void a_row_is_recorded_if_cases_show_all_of_it_and_measured_if_a_report_shows_some()
      throws IOException {
    JsonNode file = file();

    for (Row row : shownRows()) {
      boolean needsReport =
          evidence(file.path(row.section()).path(row.behaviour()))
              .anyMatch(evidence -> evidence.kind().equals("report"));
      assertThat(row.mark()).as(row.behaviour()).isEqualTo(needsReport ? "measured" : "recorded");
    }
  }

  @TestFactory
  Stream<DynamicTest> is_shown_by_a_recording() throws IOException {
    RecordingsFolder folder = RecordingsFolder.configured("stepunit.recordings", "conformance");
    requirePresent(folder);
    RecordedEvidence cases = new RecordedEvidence(folder);
    return evidence("recording")
        .map(e -> dynamicTest(e.id(), () -> check(e, cases.find(e.id()), cases::run)));
  }

  @TestFactory
  Stream<DynamicTest> is_shown_by_a_measured_case() throws IOException {
    RecordingsFolder folder = RecordingsFolder.configured("stepunit.measured", "measured");
    requirePresent(folder);
    MeasuredEvidence cases = new MeasuredEvidence(folder);
    return evidence("measurement")
        .map(e -> dynamicTest(e.id(), () -> check(e, cases.find(e.id()), cases::run)));
  }

  @TestFactory
  Stream<DynamicTest> is_held_by_a_method() throws IOException {
    return evidence("report").map(e -> dynamicTest(e.id(), () -> checkMethod(e.id())));
  }

  private static void requirePresent(RecordingsFolder folder) {
    assertThat(folder.isPresent() || !folder.required()).as(folder.absence()).isTrue();
    Assumptions.assumeTrue(folder.isPresent(), folder.absence());
  }

  private static Stream<Evidence> evidence(String kind) throws IOException {
    return file().properties().stream()
        .flatMap(section -> section.getValue().properties().stream())
        .flatMap(row -> evidence(row.getValue()))
        .filter(e -> e.kind().equals(kind))
        .distinct();
  }

  /** A row has one case, or an array of them. */
  private static Stream<Evidence> evidence(JsonNode row) {
    Stream<JsonNode> cases =
        row.isArray() ? StreamSupport.stream(row.spliterator(), false) : Stream.of(row);
    return cases.map(Evidence::of);
  }

  private static void check(
      Evidence evidence, Optional<JsonNode> found, BiFunction<String, JsonNode, Verdict> run) {
    assertThat(found).as("the case %s", evidence.id()).isPresent();
    JsonNode json = found.get();
    ArrayNode places = JsonPath.using(PATHS).parse(json).read(evidence.at());
    assertThat(places).as("what %s finds in %s", evidence.at(), evidence.id()).isNotEmpty();

    JsonNode changed = json.deepCopy();
    String place = places.get(0).textValue();
    JsonPath.using(VALUES).parse(changed).map(place, (value, settings) -> another(value));

    Verdict verdict = run.apply(evidence.id(), json);
    assertThat(verdict.outcome())
        .as("%s, %s", evidence.id(), verdict.reason())
        .isIn(Verdict.Kind.PASSED, Verdict.Kind.SKIPPED);
    assertThat(run.apply(evidence.id(), changed).outcome())
        .as("%s with another value at %s", evidence.id(), place)
        .isEqualTo(Verdict.Kind.FAILED);
  }

  /** Another value of the same type. */
  private static JsonNode another(Object value) {
    JsonNode json = (JsonNode) value;
    if (json.isNumber()) {
      return Json.NODES.numberNode(json.decimalValue().add(BigDecimal.ONE));
    }
    if (json.isBoolean()) {
      return Json.NODES.booleanNode(!json.booleanValue());
    }
    return Json.NODES.textNode(json.isTextual() ? json.textValue() + " or not" : "something else");
  }

  private static void checkMethod(String id) throws IOException {
    String[] names = id.split("\\.");
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      Path file =
          files
              .filter(path -> path.endsWith(names[0] + ".java"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no test class " + names[0]));
      assertThat(Files.readString(file)).contains("void " + names[1] + "(");
    }
  }
}
