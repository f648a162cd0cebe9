package io.stepunit.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Checks what the tests of all modules reach together, for the command line: {@code mvn verify
 * stepunit:check-aggregate} does it when they have ended.
 *
 * @since 0.1.0
 */
@Mojo(name = "check-aggregate", aggregator = true, threadSafe = true)
public final class CheckAggregateMojo extends CheckMojo {
  @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
  private List<MavenProject> modules = List.of();

  @Override
  List<Path> data() {
    return Modules.data(modules);
  }
}
