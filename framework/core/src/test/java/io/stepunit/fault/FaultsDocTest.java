package io.stepunit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.fault.Basis;
import io.stepunit.internal.fault.CatalogueEntry;
import io.stepunit.internal.fault.FaultCatalogue;
import io.stepunit.internal.fault.IntegrationKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of docs/reference/fault-catalogue.md show what the catalogue contains. */
class FaultsDocTest {
  private static final Path PAGE = Path.of("../../docs/reference/fault-catalogue.md");

  private static final List<String> COLUMNS = List.of("error", "cause", "event", "known", "");
  private static final int EVENT = COLUMNS.indexOf("event");
  private static final int MOST = IntegrationKind.values().length / 2;

  @ParameterizedTest
  @EnumSource
  void the_page_shows_the_catalogue(FaultKind fault) throws IOException {
    assertThat(Files.readString(PAGE)).contains(section(fault));
  }

  private static String section(FaultKind fault) {
    Map<List<String>, List<String>> rows = new LinkedHashMap<>();
    Map<String, List<String>> unaffected = new LinkedHashMap<>();
    for (IntegrationKind integration : IntegrationKind.values()) {
      CatalogueEntry entry = FaultCatalogue.aws().entry(fault, integration);
      (entry.applies()
              ? rows.computeIfAbsent(cells(entry), row -> new ArrayList<>())
              : unaffected.computeIfAbsent(entry.note(), note -> new ArrayList<>()))
          .add(integration.text());
    }
    return "## %s\n\n".formatted(fault.text())
        + event(rows)
        + unaffected.entrySet().stream()
            .map(none -> "Not for %s: %s.\n\n".formatted(names(none.getValue()), none.getKey()))
            .collect(Collectors.joining())
        + table(rows, unaffected.isEmpty());
  }

  private static String event(Map<List<String>, List<String>> rows) {
    return isOneEvent(rows)
        ? "Event: %s.\n\n".formatted(rows.keySet().iterator().next().get(EVENT))
        : "";
  }

  private static boolean isOneEvent(Map<List<String>, List<String>> rows) {
    return rows.keySet().stream().map(cells -> cells.get(EVENT)).distinct().count() == 1;
  }

  /** The rows without columns that say nothing; a row of most integrations comes last. */
  private static String table(Map<List<String>, List<String>> rows, boolean isForAll) {
    int[] columns =
        IntStream.range(0, COLUMNS.size())
            .filter(column -> column != EVENT || !isOneEvent(rows))
            .filter(column -> rows.keySet().stream().anyMatch(row -> !row.get(column).isEmpty()))
            .toArray();
    String all = rows.size() == 1 && isForAll ? "all" : "all others";
    Stream<String> few =
        rows.entrySet().stream()
            .filter(row -> row.getValue().size() <= MOST)
            .map(row -> line(String.join(", ", row.getValue()), row.getKey(), columns));
    Stream<String> many =
        rows.entrySet().stream()
            .filter(row -> row.getValue().size() > MOST)
            .map(row -> line(all, row.getKey(), columns));
    return line("integrations", COLUMNS, columns)
        + "|---".repeat(columns.length + 1)
        + "|\n"
        + Stream.concat(few, many).collect(Collectors.joining());
  }

  private static String line(String first, List<String> cells, int... columns) {
    return Arrays.stream(columns)
        .mapToObj(cells::get)
        .collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
  }

  private static String names(List<String> integrations) {
    return integrations.size() > MOST ? "the others" : String.join(", ", integrations);
  }

  private static List<String> cells(CatalogueEntry entry) {
    return List.of(
        entry.error().map(FaultsDocTest::code).orElse(""),
        entry.cause().map(FaultsDocTest::code).orElse(""),
        entry.event().map(FaultsDocTest::kind).map(FaultsDocTest::code).orElse(""),
        entry.evidence().map(Basis::toString).orElse(""),
        Stream.of(entry.after().map(FaultsDocTest::after).orElse(""), entry.note())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; ")));
  }

  private static String after(Duration time) {
    return "after " + time.toSeconds() + " s";
  }

  /** The event without the kind of Task before it, which the integration tells. */
  private static String kind(String event) {
    return event.replaceFirst("^(LambdaFunction|Activity|Task)", "…");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
