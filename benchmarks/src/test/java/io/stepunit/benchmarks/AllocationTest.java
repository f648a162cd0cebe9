package io.stepunit.benchmarks;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * What one unit of each workload allocates, and the exponent by which allocation grows with the
 * input, in a JVM without its optimizing compiler: exact, where times are noise. {@code
 * -Dstepunit.rewriteAllocation=true} writes the figures as they are.
 */
class AllocationTest {
  private static final Path COMMITTED = Path.of("src/test/resources/allocation.txt");
  private static final double TOLERANCE = 1.05;
  private static final double MOST_GROWTH = 1.15;

  @Test
  void no_unit_allocates_more_and_nothing_grows_faster_than_its_input() throws IOException {
    String with = "JDK " + Runtime.version().feature() + ", Jackson " + PackageVersion.VERSION;
    List<String> committed = Files.readAllLines(COMMITTED);
    boolean rewrites = Boolean.getBoolean("stepunit.rewriteAllocation");
    // Others allocate otherwise.
    assumeThat(rewrites ? "# " + with : committed.get(0)).isEqualTo("# " + with);

    List<String> measured =
        Jvm.run(Figures.class, List.of("-XX:TieredStopAtLevel=1"), "--allocation");

    if (rewrites) {
      committed = measured;
      Files.writeString(COMMITTED, "# " + with + "\n" + String.join("\n", measured) + "\n");
    }
    SoftAssertions all = new SoftAssertions();
    Map<String, Double> before = figures(committed);
    assertThat(before).hasSize(Figure.all().size() + Growth.values().length);
    figures(measured)
        .forEach(
            (name, figure) ->
                all.assertThat(figure)
                    .as("%s; as committed: %s", name, before.get(name))
                    .isLessThan(
                        isGrowth(name) ? MOST_GROWTH : TOLERANCE * before.getOrDefault(name, 0.0)));
    all.assertAll();
  }

  private static boolean isGrowth(String name) {
    for (Growth growth : Growth.values()) {
      if (growth.name().toLowerCase(Locale.ROOT).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Double> figures(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" "))
        .collect(toMap(parts -> parts[0], parts -> Double.valueOf(parts[1])));
  }
}
