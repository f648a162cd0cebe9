package io.stepunit.junit;

import io.stepunit.internal.sweep.Progress;
import io.stepunit.internal.sweep.ProgressOutput;
import java.util.OptionalInt;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The progress of a test that runs many times. */
final class SweepProgress {
  static final String PARAMETER = "stepunit.progress";

  private SweepProgress() {}

  /**
   * @param name what the test is called
   * @param total how many times it runs at most
   */
  static Progress of(ExtensionContext context, String name, int total) {
    ProgressOutput output =
        ProgressOutput.of(
            context.getConfigurationParameter(PARAMETER).map(Boolean::parseBoolean),
            System.out::println);
    return new Progress(output, System::nanoTime, name, "failed", OptionalInt.of(total));
  }
}
