package io.stepunit.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that takes the definitions and templates of a module. */
abstract class DefinitionMojo extends AbstractMojo {
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

  /** Leaves out all goals of this plugin. */
  @Parameter(property = "stepunit.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File basedir = new File("");

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Left out by stepunit.skip.");
      return;
    }
    List<Path> files = new DefinitionFiles(basedir.toPath(), definitions, excludes).find();
    if (files.isEmpty()) {
      getLog().info("No definitions match " + String.join(", ", definitions) + ".");
      return;
    }
    execute(files, values);
  }

  abstract void execute(List<Path> files, Map<String, String> placeholders)
      throws MojoExecutionException, MojoFailureException;
}
