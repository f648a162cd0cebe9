package io.stepunit.internal.load;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.load.template.ParseNotes;
import io.stepunit.internal.load.template.Positions;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.NodePosition;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Parses YAML 1.1 text, the version that AWS's tools read, into nodes that know where they stand.
 * No Java object is ever made from a tag.
 */
final class YamlSource {
  private static final int MAX_CODE_POINTS = 16_000_000;

  private YamlSource() {}

  /**
   * The root of a text.
   *
   * @param diagnostics takes note of keys that a mapping has twice
   * @throws InvalidDefinitionException if the text is not exactly one YAML document of JSON's types
   */
  static LocatedNode parse(String file, String text, Diagnostics diagnostics) {
    return parse(file, text, diagnostics, Positions.SAME, new ParseNotes(false));
  }

  /**
   * The root of a text that may be a part of a file.
   *
   * @param positions where the text stands in its file
   * @param notes takes note of where texts begin and of short forms of functions
   */
  static LocatedNode parse(
      String file, String text, Diagnostics diagnostics, Positions positions, ParseNotes notes) {
    YamlPlaces places = new YamlPlaces(positions);
    try {
      Optional<Node> root = compose(text);
      NodePosition place =
          NodePosition.root(
              file,
              root.map(node -> places.line(node.getStartMark())).orElse(1),
              root.map(node -> places.column(node.getStartMark())).orElse(1));
      return root.map(node -> new YamlTree(diagnostics, places, notes).read(node, place))
          .orElseGet(() -> LocatedNode.scalar(Json.NODES.nullNode(), place));
    } catch (MarkedYAMLException e) {
      throw notYaml(file, String.valueOf(e.getProblem()), mark(e), places, diagnostics);
    } catch (YAMLException e) {
      throw notYaml(file, String.valueOf(e.getMessage()), Optional.empty(), places, diagnostics);
    }
  }

  private static Optional<Node> compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    options.setNestingDepthLimit(ParserLimits.NESTING);
    options.setMaxAliasesForCollections(ParserLimits.ALIASES);
    ParserImpl parser = new ParserImpl(new StreamReader(text), options);
    return Optional.ofNullable(new Composer(parser, new Resolver(), options).getSingleNode());
  }

  private static Optional<Mark> mark(MarkedYAMLException e) {
    return Optional.ofNullable(e.getProblemMark())
        .or(() -> Optional.ofNullable(e.getContextMark()));
  }

  private static InvalidDefinitionException notYaml(
      String file,
      String problem,
      Optional<Mark> mark,
      YamlPlaces places,
      Diagnostics diagnostics) {
    int line = mark.map(places::line).orElse(1);
    int column = mark.map(places::column).orElse(1);
    diagnostics.report(
        Rule.NOT_YAML,
        "The text is not YAML: " + problem,
        new SourceLocation(file, line, column, ""),
        mark.map(m -> "at column " + column).orElse(""));
    return diagnostics.asException();
  }
}
