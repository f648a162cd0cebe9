package io.stepunit.junit;

import io.stepunit.Execution;
import io.stepunit.internal.attachments.Attachments;
import io.stepunit.internal.library.Library;
import io.stepunit.internal.report.ReportMaker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Attaches files to failed tests if the configuration parameter {@code stepunit.attachments} is
 * {@code on}: timeline and picture of their last executions, and the addresses in the report.
 */
final class FailureFiles {
  static final String PARAMETER = "stepunit.attachments";

  private static final String FOLDER = "stepunit";
  private static final int EXECUTIONS = 3;

  private FailureFiles() {}

  /**
   * Attaches what there is to a test that has failed.
   *
   * @throws ExtensionConfigurationException if it is asked for in a way that there is not, or if
   *     the JUnit at hand has no attachments
   */
  static void attach(ExtensionContext test, TestWorld world) {
    if (isAskedFor(test)) {
      Map<String, String> files = filesOf(world.environment().executions());
      if (!files.isEmpty()) {
        Attachments.publish(test, FOLDER, files);
      }
    }
  }

  private static boolean isAskedFor(ExtensionContext test) {
    String asked = test.getConfigurationParameter(PARAMETER).orElse("off");
    if (!asked.equals("on") && !asked.equals("off")) {
      throw new ExtensionConfigurationException(
          "The configuration parameter %s is '%s', and has to be on or off."
              .formatted(PARAMETER, asked));
    }
    if (asked.equals("on") && !Library.JUNIT.isAtLeast(5, 12)) {
      throw new ExtensionConfigurationException(
          "The configuration parameter %s is on, but JUnit Jupiter attaches files from 5.12 on. Upgrade it, or turn the parameter off."
              .formatted(PARAMETER));
    }
    return asked.equals("on");
  }

  private static Map<String, String> filesOf(List<Execution> executions) {
    Map<String, String> files = new LinkedHashMap<>();
    StringBuilder addresses = new StringBuilder();
    for (int i = Math.max(0, executions.size() - EXECUTIONS); i < executions.size(); i++) {
      Execution execution = executions.get(i);
      String name = "execution-" + (i + 1);
      files.put(name + ".txt", execution.timeline() + "\n");
      picture(execution).ifPresent(svg -> files.put(name + ".svg", svg));
      execution
          .reportLink()
          .ifPresent(link -> addresses.append(name).append(": ").append(link).append('\n'));
    }
    if (!addresses.isEmpty()) {
      files.put("report.txt", addresses.toString());
    }
    return files;
  }

  /** Who leaves out the report's jar has no pictures. */
  private static Optional<String> picture(Execution execution) {
    return ServiceLoader.load(ReportMaker.class, FailureFiles.class.getClassLoader())
        .findFirst()
        .map(maker -> execution.toSvg());
  }
}
