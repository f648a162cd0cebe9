package io.stepunit.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Draws definitions: a file for each machine, in folders as the definitions have them.
 *
 * @since 0.1.0
 */
@Mojo(name = "graph", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class GraphMojo extends DefinitionMojo {
  /** {@code svg}, {@code mermaid} or both. */
  @Parameter(property = "stepunit.formats", defaultValue = "svg")
  private Set<String> formats = Set.of();

  /** The folder for the drawings. */
  @Parameter(
      property = "stepunit.graphs",
      defaultValue = "${project.build.directory}/stepunit/graphs")
  private File graphs = new File("");

  @Override
  void carryOut(List<Path> files, Map<String, String> placeholders) throws MojoExecutionException {
    Drawing drawing = new Drawing(module(), graphs.toPath(), placeholders);
    int drawn = 0;
    for (Path file : files) {
      drawn += drawing.of(file, Drawing.formats(formats));
    }
    getLog().info(Numbers.of(drawn, "drawing") + " written to " + graphs + ".");
  }
}
