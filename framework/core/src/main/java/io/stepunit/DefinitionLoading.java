package io.stepunit;

import io.stepunit.asl.LoadedMachine;
import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.report.TestRecording;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.load.DefinitionSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How an environment loads definitions.
 *
 * @param requestValidation how requests are checked; empty for what the project says
 */
record DefinitionLoading(Optional<RequestValidation> requestValidation) {
  /** A file, or else a resource of the class path. */
  static DefinitionSource source(String resourceOrPath) {
    Path file = Path.of(resourceOrPath);
    return Files.isRegularFile(file)
        ? DefinitionSource.file(file)
        : DefinitionSource.resource(resourceOrPath, contextClassLoader());
  }

  private static ClassLoader contextClassLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : DefinitionLoading.class.getClassLoader();
  }

  /** Loads a machine; once for all runs of a test that runs several times. */
  LoadedMachine load(DefinitionSource source) {
    Supplier<LoadedMachine> load = () -> source.load(validation());
    return CurrentTest.recording()
        .flatMap(TestRecording::shared)
        .map(shared -> shared.once(List.of(source, requestValidation), LoadedMachine.class, load))
        .orElseGet(load);
  }

  /** How what tests load is validated. */
  ValidationSettings validation() {
    return with(DefinitionLoader.projectSettings());
  }

  /** How what application code creates is validated: AWS knows nothing of the project. */
  ValidationSettings validationOfApi() {
    return with(ValidationSettings.DEFAULT);
  }

  private ValidationSettings with(ValidationSettings settings) {
    return requestValidation.map(settings::withRequestValidation).orElse(settings);
  }
}
