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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of docs/reference/fault-catalogue.md show what the catalogue contains. */
class FaultsDocTest {
  private static final Path PAGE = Path.of("../../docs/reference/fault-catalogue.md");

  private static final List<String> COLUMNS = List.of("error", "cause", "event", "known", "note");
  private static final int KNOWN = COLUMNS.indexOf("known");
  private static final int MOST = IntegrationKind.values().length / 2;

  @ParameterizedTest
  @EnumSource
  void the_page_shows_the_catalogue(FaultKind fault) throws IOException {
    assertThat(Files.readString(PAGE)).contains(section(fault));
  }

  /** Faults that show the same share a section. */
  private static String section(FaultKind fault) {
    String body = body(fault);
    return Arrays.stream(FaultKind.values())
        .filter(other -> body(other).equals(body))
        .map(FaultKind::text)
        .collect(Collectors.joining(", ", "## ", "\n\n" + body));
  }

  private static String body(FaultKind fault) {
    Map<List<String>, List<String>> rows = new LinkedHashMap<>();
    Map<String, List<String>> unaffected = new LinkedHashMap<>();
    for (IntegrationKind integration : IntegrationKind.values()) {
      CatalogueEntry entry = FaultCatalogue.aws().entry(fault, integration);
      (entry.applies()
              ? rows.computeIfAbsent(cells(entry), row -> new ArrayList<>())
              : unaffected.computeIfAbsent(entry.note(), note -> new ArrayList<>()))
          .add(integration.text());
    }
    return Stream.of(common(rows), only(rows, unaffected), table(rows))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** What is the same in all rows. */
  private static String common(Map<List<String>, List<String>> rows) {
    List<String> first = rows.keySet().iterator().next();
    String common =
        IntStream.range(0, COLUMNS.size())
            .filter(column -> isCommon(rows, column) && !first.get(column).isEmpty())
            .mapToObj(column -> capital(COLUMNS.get(column)) + ": " + first.get(column) + ".")
            .collect(Collectors.joining(" "));
    return common.isEmpty() ? "" : common + "\n";
  }

  private static boolean isCommon(Map<List<String>, List<String>> rows, int column) {
    return rows.size() == 1
        || (column < KNOWN
            && rows.keySet().stream().map(cells -> cells.get(column)).distinct().count() == 1);
  }

  /** Which integrations the fault does not have, and why. */
  private static String only(
      Map<List<String>, List<String>> rows, Map<String, List<String>> unaffected) {
    if (rows.size() == 1 && unaffected.size() == 1) {
      return "Only for %s: elsewhere, %s.\n"
          .formatted(names(rows.values().iterator().next()), unaffected.keySet().iterator().next());
    }
    String not =
        unaffected.entrySet().stream()
            .map(none -> "Not for %s: %s.".formatted(names(none.getValue()), none.getKey()))
            .collect(Collectors.joining(" "));
    return not.isEmpty() ? "" : not + "\n";
  }

  /** What differs between rows; a row of most integrations comes last. */
  private static String table(Map<List<String>, List<String>> rows) {
    if (rows.size() == 1) {
      return "";
    }
    int[] columns = IntStream.range(0, KNOWN).filter(column -> !isCommon(rows, column)).toArray();
    Stream<String> few =
        rows.entrySet().stream()
            .filter(row -> row.getValue().size() <= MOST)
            .map(row -> line(names(row.getValue()), row.getKey(), columns));
    Stream<String> many =
        rows.entrySet().stream()
            .filter(row -> row.getValue().size() > MOST)
            .map(row -> line("all others", row.getKey(), columns));
    return line("integrations", COLUMNS.subList(0, KNOWN + 1), columns)
        + "|---".repeat(columns.length + 2)
        + "|\n"
        + Stream.concat(few, many).collect(Collectors.joining());
  }

  private static String line(String first, List<String> cells, int... columns) {
    String known =
        cells.stream()
            .skip(KNOWN)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return Stream.concat(Arrays.stream(columns).mapToObj(cells::get), Stream.of(known))
        .collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
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
