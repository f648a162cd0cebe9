package io.stepunit.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects what a definition reads. Every path is noted at every depth: a field that is read as
 * {@code $.order.lines} may come as {@code lines} from a Task whose result goes to {@code $.order}.
 */
final class Reads {
  private static final Map<String, Kind> PATH_FIELDS =
      Map.ofEntries(
          Map.entry("InputPath", Kind.OBJECT),
          Map.entry("OutputPath", Kind.OBJECT),
          Map.entry("ItemsPath", Kind.LIST),
          Map.entry("SecondsPath", Kind.NUMBER),
          Map.entry("TimestampPath", Kind.TIME),
          Map.entry("TimeoutSecondsPath", Kind.NUMBER),
          Map.entry("HeartbeatSecondsPath", Kind.NUMBER),
          Map.entry("MaxConcurrencyPath", Kind.NUMBER),
          Map.entry("MaxItemsPath", Kind.NUMBER),
          Map.entry("ErrorPath", Kind.TEXT),
          Map.entry("CausePath", Kind.TEXT));

  private static final Map<String, List<Kind>> ARGUMENTS =
      Map.ofEntries(
          Map.entry("Format", Collections.nCopies(10, Kind.TEXT)),
          Map.entry("StringToJson", List.of(Kind.JSON_TEXT)),
          Map.entry("StringSplit", List.of(Kind.TEXT, Kind.TEXT)),
          Map.entry("Base64Encode", List.of(Kind.TEXT)),
          Map.entry("Base64Decode", List.of(Kind.TEXT)),
          Map.entry("MathAdd", List.of(Kind.NUMBER, Kind.NUMBER)),
          Map.entry("MathRandom", List.of(Kind.NUMBER, Kind.NUMBER)),
          Map.entry("ArrayRange", List.of(Kind.NUMBER, Kind.NUMBER, Kind.NUMBER)),
          Map.entry("ArrayLength", List.of(Kind.LIST)),
          Map.entry("ArrayUnique", List.of(Kind.LIST)),
          Map.entry("ArrayContains", List.of(Kind.LIST)),
          Map.entry("ArrayPartition", List.of(Kind.LIST, Kind.NUMBER)),
          Map.entry("ArrayGetItem", List.of(Kind.LIST, Kind.NUMBER)),
          Map.entry("JsonMerge", List.of(Kind.OBJECT, Kind.OBJECT)));

  private static final Pattern PURE_PATH =
      Pattern.compile("\\{%\\s*(\\$[A-Za-z_][\\w.\\[\\]]*)\\s*%}");

  /** How often data gets another name on its way, at most. */
  private static final int RENAMES = 3;

  private static final Pattern CALL = Pattern.compile("States\\.(\\w+)\\(([^()]*)\\)");
  private static final Pattern PATH = Pattern.compile("\\$\\$?[^\\s,(){}%]*");

  private static final Pattern JSONATA_PATH =
      Pattern.compile("\\$[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*|\\.`[^`]+`|\\[[^\\]{}]*])+");

  private static final Pattern JSONATA_COMPARISON =
      Pattern.compile(
          "((?:\\$[A-Za-z_]\\w*)?(?:\\.?[A-Za-z_]\\w*(?:\\[\\d+])?)+)\\s*(=|!=|<=|>=|<|>)\\s*('[^']*'|\"[^\"]*\"|-?\\d+(?:\\.\\d+)?|true|false)");

  private final Wanted root = new Wanted();
  private final Map<String, Set<String>> sources = new TreeMap<>();

  private Reads() {}

  /** What a definition reads of its data, wherever the data comes from. */
  static Wanted of(JsonNode definition) {
    Reads reads = new Reads();
    reads.walk(definition);
    for (int i = 0; i < RENAMES; i++) {
      reads.followRenames();
    }
    return reads.root;
  }

  private void walk(JsonNode node) {
    if (node.isObject()) {
      if (node.has("Variable")) {
        new ChoiceReads(this).rule(node);
      }
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        if (field.getValue().isTextual()) {
          text(field.getKey(), field.getValue().asText());
        } else {
          walk(field.getValue());
        }
      }
    } else {
      node.forEach(
          item -> {
            if (item.isTextual()) {
              text("", item.asText());
            } else {
              walk(item);
            }
          });
    }
  }

  /** {@code "status.$": "$.Body.state"}: what a Choice wants of status, state has to have. */
  private void followRenames() {
    sources.forEach(
        (field, paths) -> {
          Wanted target = root.fields().get(field);
          if (target != null) {
            paths.forEach(path -> readAtAllDepths(path, source -> source.isSourceOf(target)));
          }
        });
  }

  private void renamed(String field, String path) {
    sources.computeIfAbsent(field, name -> new TreeSet<>()).add(path);
  }

  private void text(String field, String text) {
    Matcher pure = PURE_PATH.matcher(text);
    if (pure.matches()) {
      renamed(field, pure.group(1));
    } else if (field.endsWith(".$") && text.startsWith("$")) {
      renamed(field.substring(0, field.length() - 2), text);
    }
    if (text.startsWith("{%")) {
      jsonata(text);
    } else if (field.endsWith(".$") || PATH_FIELDS.containsKey(field)) {
      if (text.startsWith("States.")) {
        intrinsic(text);
      } else {
        read(text, PATH_FIELDS.getOrDefault(field, Kind.ANY));
      }
    }
  }

  private void intrinsic(String text) {
    Matcher call = CALL.matcher(text);
    while (call.find()) {
      List<Kind> kinds = ARGUMENTS.getOrDefault(call.group(1), List.of());
      List<String> arguments = Arrays.asList(call.group(2).split(","));
      for (int i = 0; i < arguments.size(); i++) {
        String argument = arguments.get(i).strip();
        if (argument.startsWith("$")) {
          read(argument, i < kinds.size() ? kinds.get(i) : Kind.ANY);
        }
      }
    }
    Matcher path = PATH.matcher(text);
    while (path.find()) {
      read(path.group(), Kind.ANY);
    }
  }

  private void jsonata(String text) {
    Matcher path = JSONATA_PATH.matcher(text);
    while (path.find()) {
      read(path.group(), Kind.ANY);
    }
    Matcher comparison = JSONATA_COMPARISON.matcher(text);
    while (comparison.find()) {
      String left = comparison.group(1);
      candidates(left.startsWith("$") ? left : "$." + left, literal(comparison.group(3)));
    }
  }

  private static JsonNode literal(String text) {
    return text.startsWith("'") || text.startsWith("\"")
        ? Json.NODES.textNode(text.substring(1, text.length() - 1))
        : Json.parse(text);
  }

  private void candidates(String path, JsonNode literal) {
    for (JsonNode value : Candidates.around(literal)) {
      readAtAllDepths(path, wanted -> wanted.mayBe(value));
    }
  }

  void read(String path, Kind kind) {
    readAtAllDepths(path, wanted -> wanted.usedAs(kind));
  }

  void readAtAllDepths(String path, Consumer<Wanted> use) {
    PathText text = PathText.of(path);
    text.filters().forEach(filter -> read(filter, Kind.ANY));
    if (text.names().isEmpty()) {
      use.accept(root);
    }
    if (text.lists().get(0)) {
      root.usedAs(Kind.LIST);
    }
    for (int from = 0; from < text.names().size(); from++) {
      use.accept(note(text.from(from), from == 0));
    }
  }

  private Wanted note(PathText path, boolean whole) {
    Wanted wanted = root;
    for (int i = 0; i < path.names().size(); i++) {
      boolean isLast = i == path.names().size() - 1;
      wanted = wanted.field(path.names().get(i));
      if (path.lists().get(i + 1)) {
        if (whole) {
          wanted.certainlyList();
        } else {
          wanted.usedAs(Kind.LIST);
        }
      } else if (whole && !isLast) {
        wanted.certainlyObject();
      }
    }
    return wanted;
  }
}
