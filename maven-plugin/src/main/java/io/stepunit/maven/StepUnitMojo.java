package io.stepunit.maven;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.report.data.RecordsException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal: what all of them have. */
abstract class StepUnitMojo extends AbstractMojo {
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
    try {
      carryOut();
    } catch (InvalidDefinitionException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (IllegalArgumentException | RecordsException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /**
   * Does what the goal is for.
   *
   * @throws IllegalArgumentException if something is wrong with its parameters or files
   */
  abstract void carryOut() throws MojoExecutionException, MojoFailureException;

  /** The folder of the module. */
  final Path module() {
    return basedir.toPath();
  }

  final List<Path> files(List<String> includes, List<String> excludes) {
    return new DefinitionFiles(module(), includes, excludes).find();
  }
}
