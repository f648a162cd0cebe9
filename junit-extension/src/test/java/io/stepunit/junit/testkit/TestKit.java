package io.stepunit.junit.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Runs fixture classes. They are named {@code *TestCases}, which no build and no IDE takes for
 * tests.
 */
public final class TestKit {
  private TestKit() {}

  /** Runs all tests of a class. */
  public static Results run(Class<?> type) {
    return run(type, Map.of());
  }

  /** Runs all tests of a class under configuration parameters. */
  public static Results run(Class<?> type, Map<String, String> configuration) {
    return run(selectClass(type), configuration);
  }

  /**
   * What all tests of a class print, none of which fails. Needs a lock of the standard output,
   * which is replaced meanwhile.
   */
  public static String printedBy(Class<?> type, Map<String, String> configuration) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Assertions.assertThat(run(type, configuration)).hasFailed(0);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** Runs one test of a class, as an IDE does. */
  public static Results runOnly(Class<?> type, String method) {
    return run(
        Stream.of(type.getDeclaredMethods())
            .filter(each -> each.getName().equals(method))
            .findFirst()
            .map(each -> selectMethod(type, each))
            .orElseGet(() -> selectMethod(type, method)),
        Map.of());
  }

  private static Results run(DiscoverySelector selector, Map<String, String> configuration) {
    return new Results(
        EngineTestKit.engine("junit-jupiter")
            .configurationParameters(configuration)
            .selectors(selector)
            .execute());
  }
}
