package io.stepunit.internal.expression.path;

import java.util.stream.Stream;

/**
 * Keeps SLF4J, through which json-path logs, from printing that there is nobody to log to.
 *
 * <p>A project that has no use for a log gets no lines about it, and no provider of ours that would
 * stand in the way of its own. Where a project has a provider, or says what SLF4J may print, SLF4J
 * is left alone.
 */
final class QuietSlf4j {
  /** SLF4J reads it once, when the first logger is asked for. */
  private static final String VERBOSITY = "slf4j.internal.verbosity";

  private QuietSlf4j() {}

  /**
   * Lets json-path ask for its first logger.
   *
   * @param firstUse uses json-path
   */
  static void during(Runnable firstUse) {
    if (System.getProperty(VERBOSITY) != null || hasProvider()) {
      firstUse.run();
      return;
    }
    System.setProperty(VERBOSITY, "ERROR");
    try {
      firstUse.run();
    } finally {
      System.clearProperty(VERBOSITY);
    }
  }

  /** Looked for as files: SLF4J's own classes would have to be loaded to ask them. */
  private static boolean hasProvider() {
    ClassLoader loader = QuietSlf4j.class.getClassLoader();
    return System.getProperty("slf4j.provider") != null
        || Stream.of(
                "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
                // What providers for SLF4J 1 have; SLF4J 2 tells that it does not use them.
                "org/slf4j/impl/StaticLoggerBinder.class")
            .anyMatch(file -> loader.getResource(file) != null);
  }
}
