package io.stepunit.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Makes one report of all modules, for the command line: {@code mvn verify
 * stepunit:report-aggregate} makes it when the tests of all modules have ended.
 *
 * @since 0.1.0
 */
@Mojo(name = "report-aggregate", aggregator = true, threadSafe = true)
public final class ReportAggregateMojo extends ReportMojo {
  @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
  private List<MavenProject> modules = List.of();

  @Override
  List<Path> data() {
    return Modules.data(modules);
  }
}
