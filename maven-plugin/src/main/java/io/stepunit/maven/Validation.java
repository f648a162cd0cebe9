package io.stepunit.maven;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.DiagnosticGroup;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.load.DefinitionSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Tells what is wrong with definitions.
 *
 * @param strict whether warnings are failures too
 */
record Validation(Log log, Map<String, String> values, boolean strict) {
  void of(List<Path> files) throws MojoFailureException {
    List<Diagnostic> problems = files.stream().flatMap(file -> problems(file).stream()).toList();
    Diagnostic.grouped(problems).forEach(this::tell);
    long errors = problems.stream().filter(Diagnostic::isError).count();
    long warnings = problems.size() - errors;
    String summary =
        "%s checked: %s, %s"
            .formatted(
                Numbers.of(files.size(), "file"),
                Numbers.of(errors, "error"),
                Numbers.of(warnings, "warning"));
    if (errors > 0 || strict && warnings > 0) {
      throw new MojoFailureException(summary + ". They are listed above.");
    }
    log.info(summary);
  }

  private List<Diagnostic> problems(Path file) {
    DefinitionSource source = DefinitionSource.file(file).values(values);
    try {
      List<String> ids = source.ids();
      return ids.isEmpty()
          ? source.validate()
          : ids.stream().flatMap(id -> source.id(id).validate().stream()).toList();
    } catch (InvalidDefinitionException e) {
      return e.diagnostics();
    }
  }

  private void tell(DiagnosticGroup problem) {
    if (problem.first().isError()) {
      log.error(problem.toString());
    } else {
      log.warn(problem.toString());
    }
  }
}
