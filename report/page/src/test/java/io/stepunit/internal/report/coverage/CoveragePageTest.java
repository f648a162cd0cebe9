package io.stepunit.internal.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.coverage.PointKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/coverage.md to what it says of its example. */
class CoveragePageTest {
  private static final Pattern CODE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TOTAL = Pattern.compile("\\| `(\\w+)` \\| (\\d+/\\d+) \\|");
  private static final Pattern HOLES =
      Pattern.compile("Those of the example:\n\n```\n(.*?)```", Pattern.DOTALL);
  private static final Pattern KINDS = Pattern.compile("## What counts\n(.*?)\n##", Pattern.DOTALL);
  private static final Pattern KIND = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^0-9]");

  private static final String AND = "/States/Route/Choices/0/And/";

  @TempDir Path folder;

  private static String page() throws IOException {
    return Files.readString(Path.of("../../docs/coverage.md"));
  }

  private static String part(Pattern pattern) throws IOException {
    Matcher matcher = pattern.matcher(page());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  /** What the framework's own test has the two executions of the page reach. */
  private DefinitionCoverage example() throws IOException {
    return DefinitionCoverage.of(
            SampleRecords.of(folder, "orders", "1")
                .definition("d1", "order.asl.json", part(CODE))
                .test(
                    "first",
                    "d1",
                    "/States/Route",
                    "/States/Route/Choices/0#false",
                    AND + "0#false",
                    "/States/Route/Default",
                    "/States/Charge",
                    "/States/Charge/Next",
                    "/States/Thank")
                .test(
                    "second",
                    "d1",
                    "/States/Route",
                    "/States/Route/Choices/0#false",
                    AND + "0#true",
                    AND + "1#false",
                    "/States/Route/Default",
                    "/States/Charge",
                    "/States/Charge/Retry/0#used",
                    "/States/Charge/Next",
                    "/States/Thank")
                .read())
        .get(0);
  }

  @Test
  void totals_are_those_of_the_page() throws IOException {
    Map<String, String> told = new LinkedHashMap<>();
    Matcher matcher = TOTAL.matcher(page());
    while (matcher.find()) {
      told.put(matcher.group(1), matcher.group(2));
    }
    Map<String, String> totals = new LinkedHashMap<>();
    example().totals().forEach((kind, total) -> totals.put(kind.plural(), total.toString()));

    assertThat(told).isEqualTo(totals);
  }

  @Test
  void holes_are_those_of_the_page() throws IOException {
    assertThat(example().holes().stream().map(Hole::title))
        .containsExactlyElementsOf(part(HOLES).lines().toList());
  }

  @Test
  void all_kinds_are_on_the_page_in_their_order() throws IOException {
    List<String> kinds = KIND.matcher(part(KINDS)).results().map(match -> match.group(1)).toList();

    assertThat(kinds).containsExactlyElementsOf(plurals());
  }

  private static List<String> plurals() {
    return List.of(PointKind.values()).stream().map(PointKind::plural).toList();
  }
}
