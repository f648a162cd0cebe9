package io.stepunit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of docs/guide/faults.md say what the catalogue says. */
class FaultsDocTest {
  private static final Path PAGE = Path.of("../../docs/guide/faults.md");

  @ParameterizedTest
  @EnumSource
  void the_page_shows_the_catalogue(FaultKind fault) throws IOException {
    assertThat(Files.readString(PAGE)).contains(table(fault));
  }

  private static String table(FaultKind fault) {
    return Stream.of(IntegrationKind.values())
        .map(integration -> FaultCatalogue.aws().entry(fault, integration))
        .map(FaultsDocTest::row)
        .collect(
            Collectors.joining(
                "\n",
                "### %s\n\n".formatted(fault.text())
                    + "| integration | error | cause | event | known | |\n|---|---|---|---|---|---|\n",
                "\n"));
  }

  private static String row(CatalogueEntry entry) {
    if (!entry.applies()) {
      return "| %s | | | | – | does not apply: %s |"
          .formatted(entry.integration().text(), entry.note());
    }
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            entry.integration().text(),
            entry.error().map(FaultsDocTest::code).orElse(""),
            entry.cause().map(FaultsDocTest::code).orElse(""),
            entry.event().map(FaultsDocTest::code).orElse(""),
            entry.evidence().map(Evidence::toString).orElse(""),
            entry.after().map(after -> "after " + after.toSeconds() + " s; ").orElse("")
                + entry.note());
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
