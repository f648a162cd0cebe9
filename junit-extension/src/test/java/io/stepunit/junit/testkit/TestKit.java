package io.stepunit.junit.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Map;
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

  /** Runs one test of a class, as an IDE does. */
  public static Results runOnly(Class<?> type, String method) {
    return run(selectMethod(type, method), Map.of());
  }

  private static Results run(DiscoverySelector selector, Map<String, String> configuration) {
    return new Results(
        EngineTestKit.engine("junit-jupiter")
            .configurationParameters(configuration)
            .selectors(selector)
            .execute());
  }
}
