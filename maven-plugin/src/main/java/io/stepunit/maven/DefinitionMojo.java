package io.stepunit.maven;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that takes the definitions and templates of a module. */
abstract class DefinitionMojo extends StepUnitMojo {
  /**
   * Definitions and templates, as patterns relative to the module's folder, such as {@code
   * infra/template.yaml}. Of a template all machines are taken. Other modules, {@code target} and
   * hidden folders are never looked into.
   */
  @Parameter(
      property = "stepunit.definitions",
      defaultValue = "**/*.asl.json,**/*.asl.yaml,**/*.asl.yml")
  private List<String> definitions = List.of();

  /** What is left out of the definitions, as patterns relative to the module's folder. */
  @Parameter(property = "stepunit.excludes", defaultValue = "src/test/**")
  private List<String> excludes = List.of();

  /** The values of placeholders, such as {@code <Stage>test</Stage>}. */
  @Parameter private Map<String, String> values = new LinkedHashMap<>();

  @Override
  final void carryOut() throws MojoExecutionException, MojoFailureException {
    List<Path> files = files(definitions, excludes);
    if (files.isEmpty()) {
      getLog().info("No definitions match " + String.join(", ", definitions) + ".");
    } else {
      carryOut(files, values);
    }
  }

  abstract void carryOut(List<Path> files, Map<String, String> placeholders)
      throws MojoExecutionException, MojoFailureException;
}
