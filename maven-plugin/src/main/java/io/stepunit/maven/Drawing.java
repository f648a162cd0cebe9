package io.stepunit.maven;

import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Draws the machines of files.
 *
 * @param module the folder that the files are below
 * @param target the folder that gets drawings, in folders as the files are
 * @param values the values of placeholders
 */
record Drawing(Path module, Path target, Map<String, String> values) {
  private static final String DEFINITION = "\\.asl\\.(json|ya?ml)$";

  /** How a machine is drawn. */
  enum Format {
    SVG(".svg"),
    MERMAID(".mmd");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    private String draw(StateMachineDefinition definition) {
      return switch (this) {
        case SVG -> definition.toSvg();
        case MERMAID -> definition.toMermaid();
      };
    }
  }

  /**
   * The formats of these names.
   *
   * @throws IllegalArgumentException if there is no such format
   */
  static List<Format> formats(Collection<String> names) {
    return names.stream().map(Drawing::format).distinct().sorted().toList();
  }

  private static Format format(String name) {
    try {
      return Format.valueOf(name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is no format of drawings. Formats: svg, mermaid.".formatted(name), e);
    }
  }

  /** Draws all machines of a file; returns how many drawings that are. */
  int of(Path file, List<Format> formats) throws MojoExecutionException {
    DefinitionSource source = DefinitionSource.file(file).values(values);
    List<String> ids = source.ids();
    String name = module.relativize(file).toString();
    if (ids.isEmpty()) {
      draw(source, name.replaceFirst(DEFINITION, ""), formats);
      return formats.size();
    }
    for (String id : ids) {
      draw(source.id(id), name + "/" + id.replaceAll("[^\\w.-]+", "-"), formats);
    }
    return ids.size() * formats.size();
  }

  private void draw(DefinitionSource source, String name, List<Format> formats)
      throws MojoExecutionException {
    StateMachineDefinition definition = source.load().definition();
    for (Format format : formats) {
      Path drawing = target.resolve(name + format.ending);
      try {
        Files.createDirectories(drawing.toAbsolutePath().getParent());
        Files.writeString(drawing, format.draw(definition));
      } catch (IOException e) {
        throw new MojoExecutionException("The drawing cannot be written to " + drawing + ".", e);
      }
    }
  }
}
