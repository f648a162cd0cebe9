package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.DefinitionText;
import io.stepunit.internal.model.State;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which lines of its text the parts of a definition stand on. */
public final class DefinitionLines {
  private DefinitionLines() {}

  /** Lines, both included, 1-based. */
  public record Lines(int first, int last) {}

  /** The lines by JSON pointers into the definition. */
  public static Map<String, Lines> of(CompiledDefinition definition, DefinitionText text) {
    return ofJson(text).orElseGet(() -> ofLocations(definition, text));
  }

  /** Those of each member and item, if the text is the definition's JSON. */
  private static Optional<Map<String, Lines>> ofJson(DefinitionText text) {
    if (text.machine().isPresent()) {
      return Optional.empty();
    }
    Map<String, Lines> lines = new LinkedHashMap<>();
    Deque<Integer> starts = new ArrayDeque<>();
    try (JsonParser parser = new JsonFactory().createParser(text.content())) {
      int name = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        int line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.FIELD_NAME) {
          name = line;
        } else if (token.isStructStart()) {
          int start = isMember(parser, true) ? name : line;
          starts.push(start);
          lines.put(pointer(parser, true), new Lines(start, start));
        } else {
          int start = token.isStructEnd() ? starts.pop() : isMember(parser, false) ? name : line;
          lines.put(pointer(parser, false), new Lines(start, endLine(parser)));
        }
      }
      return Optional.of(lines);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int endLine(JsonParser parser) {
    return parser.currentLocation().getLineNr();
  }

  /** A value that begins has a context of its own already; the one around it says where it is. */
  private static boolean isMember(JsonParser parser, boolean begins) {
    var context = parser.getParsingContext();
    var around = begins ? context.getParent() : context;
    return around != null && around.inObject();
  }

  private static String pointer(JsonParser parser, boolean begins) {
    var context = parser.getParsingContext();
    var around = begins ? context.getParent() : context;
    return JsonPointer.forPath(around, false).toString();
  }

  /** Those of states, Retriers, Catchers and rules: each ends before the next begins. */
  private static Map<String, Lines> ofLocations(
      CompiledDefinition definition, DefinitionText text) {
    int end = (int) text.content().stripTrailing().lines().count();
    Map<String, Integer> starts = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(definition.location()),
            definition.graph().all().flatMap(DefinitionLines::locations))
        .forEach(location -> starts.put(location.pointer(), location.line()));
    Map<String, Lines> lines = new LinkedHashMap<>();
    starts.forEach(
        (pointer, start) -> lines.put(pointer, new Lines(start, last(pointer, starts, end))));
    return lines;
  }

  private static Stream<SourceLocation> locations(State state) {
    Stream<SourceLocation> rules =
        state instanceof io.stepunit.internal.model.ChoiceState choice
            ? choice.choices().stream().map(rule -> rule.location())
            : Stream.empty();
    return Stream.of(
            Stream.of(state.location()),
            state.errorHandlers().retriers().stream().map(retrier -> retrier.location()),
            state.errorHandlers().catchers().stream().map(catcher -> catcher.location()),
            state.scopes().stream().map(scope -> scope.location()),
            rules)
        .flatMap(location -> location);
  }

  /** The line before the next part that is not within this one. */
  private static int last(String pointer, Map<String, Integer> starts, int end) {
    int start = starts.getOrDefault(pointer, 1);
    return pointer.isEmpty()
        ? end
        : starts.entrySet().stream()
            .filter(other -> other.getValue() > start)
            .filter(other -> !other.getKey().startsWith(pointer + "/"))
            .mapToInt(other -> other.getValue() - 1)
            .min()
            .orElse(end);
  }
}
