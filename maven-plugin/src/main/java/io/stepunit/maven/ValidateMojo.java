package io.stepunit.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Reports errors and warnings in definitions, by AWS's rules. Errors fail the build.
 *
 * @since 0.1.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class ValidateMojo extends DefinitionMojo {
  /** Warnings fail the build too. */
  @Parameter(property = "stepunit.strict", defaultValue = "false")
  private boolean strict;

  @Override
  void carryOut(List<Path> files, Map<String, String> placeholders) throws MojoFailureException {
    new Validation(getLog(), placeholders, strict).of(files);
  }
}
