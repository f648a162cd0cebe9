package io.stepunit.internal.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.budget.Interrupts;
import io.stepunit.internal.json.ExactNumbers;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.load.template.ParseNotes;
import io.stepunit.internal.load.template.Positions;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.NodePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses JSON text into nodes that know where they stand. */
final class JsonSource {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(ParserLimits.NESTING).build())
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private static final String BARE_PLACEHOLDER = "Unrecognized token '$'";

  private final String file;
  private final Diagnostics diagnostics;
  private final JsonParser parser;
  private final Positions positions;
  private final ParseNotes notes;

  private JsonSource(
      String file,
      JsonParser parser,
      Diagnostics diagnostics,
      Positions positions,
      ParseNotes notes) {
    this.file = file;
    this.parser = parser;
    this.diagnostics = diagnostics;
    this.positions = positions;
    this.notes = notes;
  }

  /**
   * The root of a text.
   *
   * @param diagnostics takes note of keys that an object has twice
   * @throws InvalidDefinitionException if the text is not exactly one JSON value
   */
  static LocatedNode parse(String file, String text, Diagnostics diagnostics) {
    return parse(file, text, diagnostics, Positions.SAME, new ParseNotes(false));
  }

  /**
   * The root of a text that may be a part of a file.
   *
   * @param positions where the text stands in its file
   * @param notes takes note of where texts begin
   */
  static LocatedNode parse(
      String file, String text, Diagnostics diagnostics, Positions positions, ParseNotes notes) {
    try (JsonParser parser = new ExactNumbers(FACTORY.createParser(text))) {
      return new JsonSource(file, parser, diagnostics, positions, notes).root();
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory could not be read", e);
    }
  }

  private LocatedNode root() throws IOException {
    try {
      if (parser.nextToken() == null) {
        diagnostics.report(
            Rule.NO_DEFINITION,
            "Definition must be a valid JSON object",
            new SourceLocation(file, positions.line(1, 1), positions.column(1, 1), ""),
            "the text is empty");
        throw diagnostics.asException();
      }
      JsonLocation at = parser.currentTokenLocation();
      LocatedNode root = value(NodePosition.root(file, line(at), column(at)));
      expectEnd();
      return root;
    } catch (JsonProcessingException e) {
      // AWS tells where reading stopped; later versions of Jackson tell where the token began.
      throw notJson(e.getOriginalMessage(), parser.currentLocation());
    }
  }

  private void expectEnd() throws IOException {
    if (parser.nextToken() != null) {
      throw notJson("There is text after the end of the definition", parser.currentTokenLocation());
    }
  }

  private InvalidDefinitionException notJson(String problem, JsonLocation at) {
    diagnostics.report(
        Rule.NOT_JSON,
        problem + "\n at " + at,
        new SourceLocation(file, line(at), column(at), ""),
        "at column "
            + column(at)
            + (problem.startsWith(BARE_PLACEHOLDER)
                ? "; replace placeholders outside quotes to make the text JSON"
                : ""));
    return diagnostics.asException();
  }

  /** The value that the current token begins. */
  private LocatedNode value(NodePosition place) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(place);
      case START_ARRAY -> array(place);
      case VALUE_STRING -> {
        JsonLocation at = parser.currentTokenLocation();
        notes.textBegins(place, at.getLineNr(), at.getColumnNr(), ParseNotes.Style.DOUBLE_QUOTED);
        yield LocatedNode.scalar(scalar(), place);
      }
      default -> LocatedNode.scalar(scalar(), place);
    };
  }

  private int line(JsonLocation at) {
    return positions.line(at.getLineNr(), at.getColumnNr());
  }

  private int column(JsonLocation at) {
    return positions.column(at.getLineNr(), at.getColumnNr());
  }

  private LocatedNode object(NodePosition place) throws IOException {
    Interrupts.check();
    Map<String, LocatedNode> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonLocation at = parser.currentTokenLocation();
      parser.nextToken();
      LocatedNode field = value(place.child(name, line(at), column(at)));
      LocatedNode first = fields.putIfAbsent(name, field);
      if (first != null) {
        DuplicateKeys.report(diagnostics, name, first, field);
      }
    }
    return LocatedNode.object(place, Collections.unmodifiableMap(fields));
  }

  private LocatedNode array(NodePosition place) throws IOException {
    List<LocatedNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonLocation at = parser.currentTokenLocation();
      String index = Integer.toString(items.size());
      items.add(value(place.child(index, line(at), column(at))));
    }
    return LocatedNode.array(place, Collections.unmodifiableList(items));
  }

  private JsonNode scalar() throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> Json.NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> Json.NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> Json.NODES.booleanNode(true);
      case VALUE_FALSE -> Json.NODES.booleanNode(false);
      default -> Json.NODES.nullNode();
    };
  }

  private JsonNode integer() throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> Json.NODES.numberNode(parser.getIntValue());
      case LONG -> Json.NODES.numberNode(parser.getLongValue());
      default -> Json.NODES.numberNode(parser.getBigIntegerValue());
    };
  }
}
