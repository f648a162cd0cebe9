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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of docs/reference/fault-catalogue.md say what the catalogue says. */
class FaultsDocTest {
  private static final Path PAGE = Path.of("../../docs/reference/fault-catalogue.md");

  @ParameterizedTest
  @EnumSource
  void the_page_shows_the_catalogue(FaultKind fault) throws IOException {
    assertThat(Files.readString(PAGE)).contains(table(fault));
  }

  private static String table(FaultKind fault) {
    Map<String, List<String>> integrations = new LinkedHashMap<>();
    for (IntegrationKind integration : IntegrationKind.values()) {
      CatalogueEntry entry = FaultCatalogue.aws().entry(fault, integration);
      integrations.computeIfAbsent(row(entry), row -> new ArrayList<>()).add(integration.text());
    }
    return "## %s\n\n".formatted(fault.text())
        + "| integrations | error | cause | event | known | |\n|---|---|---|---|---|---|\n"
        + rows(integrations);
  }

  /** The rows; a row of most integrations comes last, without their names. */
  private static String rows(Map<String, List<String>> integrations) {
    int most = IntegrationKind.values().length / 2;
    Stream<String> few =
        integrations.entrySet().stream()
            .filter(row -> row.getValue().size() <= most)
            .map(row -> "| " + String.join(", ", row.getValue()) + row.getKey());
    Stream<String> many =
        integrations.entrySet().stream()
            .filter(row -> row.getValue().size() > most)
            .map(row -> (integrations.size() == 1 ? "| all" : "| all others") + row.getKey());
    return Stream.concat(few, many).map(row -> row + "\n").collect(Collectors.joining());
  }

  private static String row(CatalogueEntry entry) {
    if (!entry.applies()) {
      return " | | | | – | does not apply: %s |".formatted(entry.note());
    }
    return " | %s | %s | %s | %s | %s |"
        .formatted(
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
