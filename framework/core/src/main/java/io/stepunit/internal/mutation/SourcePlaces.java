package io.stepunit.internal.mutation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.DefinitionText;
import io.stepunit.internal.report.DefinitionLines;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the parts of a definition stand in the text that it was written in. */
final class SourcePlaces {
  private final List<String> lines;
  private final Map<String, SourceRange> members;
  private final Map<String, SourceRange> values;

  private SourcePlaces(
      List<String> lines, Map<String, SourceRange> members, Map<String, SourceRange> values) {
    this.lines = lines;
    this.members = members;
    this.values = values;
  }

  /** The places of a definition. */
  static SourcePlaces of(CompiledDefinition definition, DefinitionText text) {
    List<String> lines = text.content().lines().toList();
    Map<String, SourceRange> members = new HashMap<>();
    Map<String, SourceRange> values = new HashMap<>();
    boolean isJson = text.machine().isEmpty() && read(text.content(), members, values);
    if (!isJson) {
      members.clear();
      values.clear();
      DefinitionLines.of(definition, text)
          .forEach((pointer, at) -> members.put(pointer, whole(at, lines)));
    }
    return new SourcePlaces(lines, members, values);
  }

  private static SourceRange whole(DefinitionLines.Lines at, List<String> lines) {
    int last = Math.max(at.first(), Math.min(at.last(), lines.size()));
    int end = last <= lines.size() ? lines.get(last - 1).length() : 0;
    return new SourceRange(at.first(), 1, last, end + 1);
  }

  /** The text of a line, without blanks around it. */
  String line(int number) {
    return number <= lines.size() ? lines.get(number - 1).strip() : "";
  }

  /** Whether the place of each value is known, and not only that of states and their parts. */
  boolean knowsValues() {
    return !values.isEmpty();
  }

  /** Where the member or item stands, or what is around it. */
  SourceRange member(String pointer) {
    return find(members, pointer);
  }

  /** Where the value stands, without its name. */
  Optional<SourceRange> value(String pointer) {
    return Optional.ofNullable(values.get(pointer));
  }

  private static SourceRange find(Map<String, SourceRange> ranges, String pointer) {
    SourceRange known = ranges.get(pointer);
    if (known != null || pointer.isEmpty()) {
      return known == null ? new SourceRange(1, 1, 1, 1) : known;
    }
    return find(ranges, Pointers.parent(pointer));
  }

  private static boolean read(
      String text, Map<String, SourceRange> members, Map<String, SourceRange> values) {
    Deque<JsonLocation> starts = new ArrayDeque<>();
    Deque<JsonLocation> names = new ArrayDeque<>();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      JsonLocation name = JsonLocation.NA;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        JsonLocation start = parser.currentTokenLocation();
        if (token == JsonToken.FIELD_NAME) {
          name = start;
        } else if (token.isStructStart()) {
          starts.push(start);
          names.push(isMember(parser.getParsingContext().getParent()) ? name : start);
        } else if (token.isStructEnd()) {
          put(parser, names.pop(), starts.pop(), members, values);
        } else {
          // Only then is a text read to its end.
          parser.getText();
          put(parser, isMember(parser.getParsingContext()) ? name : start, start, members, values);
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void put(
      JsonParser parser,
      JsonLocation memberStart,
      JsonLocation valueStart,
      Map<String, SourceRange> members,
      Map<String, SourceRange> values)
      throws IOException {
    String pointer = JsonPointer.forPath(parser.getParsingContext(), false).toString();
    JsonLocation end = end(parser);
    members.put(pointer, SourceRange.of(memberStart, end));
    values.put(pointer, SourceRange.of(valueStart, end));
  }

  /** Behind a number the parser has read one character more. */
  private static JsonLocation end(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != null && token.isNumeric()) {
      JsonLocation start = parser.currentTokenLocation();
      return new JsonLocation(
          null,
          start.getCharOffset(),
          start.getLineNr(),
          start.getColumnNr() + parser.getTextLength());
    }
    return parser.currentLocation();
  }

  private static boolean isMember(JsonStreamContext context) {
    return context != null && context.inObject();
  }
}
