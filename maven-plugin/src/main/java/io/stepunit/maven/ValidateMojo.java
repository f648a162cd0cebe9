package io.stepunit.maven;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.load.DefinitionSource;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Reports errors and warnings in definitions, and fails if there are errors.
 *
 * @since 0.1.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class ValidateMojo extends AbstractMojo {
  /** Definitions or templates; of a template all machines. */
  @Parameter(property = "stepunit.definitions", required = true)
  private List<File> definitions = new ArrayList<>();

  /** The values of placeholders, such as {@code <Stage>test</Stage>}. */
  @Parameter private Map<String, String> values = new LinkedHashMap<>();

  /** Warnings fail the build too. */
  @Parameter(property = "stepunit.strict", defaultValue = "false")
  private boolean strict;

  /** Leaves this goal out. */
  @Parameter(property = "stepunit.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoFailureException {
    if (skip) {
      return;
    }
    List<Diagnostic> problems =
        definitions.stream().flatMap(file -> problems(file.toPath()).stream()).toList();
    problems.forEach(this::tell);
    long failing = problems.stream().filter(problem -> strict || problem.isError()).count();
    if (failing > 0) {
      throw new MojoFailureException(
          "Definitions have problems (" + failing + "): they are listed above.");
    }
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

  private void tell(Diagnostic problem) {
    if (problem.isError()) {
      getLog().error(problem.toString());
    } else {
      getLog().warn(problem.toString());
    }
  }
}
