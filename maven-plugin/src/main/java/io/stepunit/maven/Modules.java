package io.stepunit.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;

/** The modules of a build, and where their tests leave records. */
final class Modules {
  private Modules() {}

  static List<Path> data(List<MavenProject> modules) {
    return modules.stream()
        .map(module -> Path.of(module.getBuild().getDirectory(), "stepunit", "data"))
        .toList();
  }
}
