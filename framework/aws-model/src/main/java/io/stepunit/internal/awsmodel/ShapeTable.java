package io.stepunit.internal.awsmodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** The shapes of one service by their numbers, each parsed when it is asked for first. */
final class ShapeTable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNION = "|";
  private static final String CLASS = "@";

  private final List<String> lines;
  private final MemberNames names;
  private final AtomicReferenceArray<Shape> parsed;

  /**
   * @param lines a shape on each, as the generator describes
   * @param names how members are named
   */
  ShapeTable(List<String> lines, MemberNames names) {
    this.lines = lines;
    this.names = names;
    this.parsed = new AtomicReferenceArray<>(lines.size());
  }

  /**
   * A structure.
   *
   * @param number of its line; {@code -} for one without fields
   */
  Shape.Structure structure(String number) {
    return number.equals("-")
        ? Shape.Structure.EMPTY
        : (Shape.Structure) at(Integer.parseInt(number));
  }

  private Shape at(int number) {
    Shape known = parsed.get(number);
    if (known != null) {
      return known;
    }
    parsed.compareAndSet(number, null, shape(json(lines.get(number))));
    return parsed.get(number);
  }

  private Shape shape(JsonNode line) {
    if (line.isObject()) {
      return structure(line);
    }
    String type = line.get(0).textValue();
    return switch (type) {
      case "[" -> new Shape.Items(reference(line.get(1)));
      case "{" -> new Shape.Entries(reference(line.get(1)));
      case "s" -> new Shape.Text(line.get(1).intValue(), texts(line.get(2)));
      case "B" -> new Shape.Blob(false, line.get(1).intValue());
      default ->
          new Shape.Numeric(
              kind(type),
              line.get(1).asDouble(Double.NEGATIVE_INFINITY),
              line.get(2).asDouble(Double.POSITIVE_INFINITY));
    };
  }

  private Shape.Structure structure(JsonNode line) {
    Map<String, Supplier<Shape>> fields = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : line.properties()) {
      String key = member.getKey();
      if (key.equals(UNION) || key.equals(CLASS)) {
        continue;
      }
      boolean isRequired = key.endsWith("!");
      String name = names.of(isRequired ? key.substring(0, key.length() - 1) : key);
      fields.put(name, reference(member.getValue()));
      if (isRequired) {
        required.add(name);
      }
    }
    return new Shape.Structure(
        Optional.ofNullable(line.path(CLASS).textValue()),
        Collections.unmodifiableMap(fields),
        List.copyOf(required),
        line.has(UNION));
  }

  private Supplier<Shape> reference(JsonNode reference) {
    if (reference.isInt()) {
      int number = reference.intValue();
      return () -> at(number);
    }
    Shape plain = plain(reference.textValue());
    return () -> plain;
  }

  private static Shape plain(String letter) {
    return switch (letter) {
      case "s" -> Shape.Text.ANY;
      case "b" -> new Shape.Flag();
      case "t" -> new Shape.Timestamp();
      case "B" -> Shape.Blob.ANY;
      case "S" -> new Shape.Blob(true, 0);
      case "E" -> new Shape.EventStream();
      case "D" -> new Shape.Anything();
      default -> Shape.Numeric.any(kind(letter));
    };
  }

  private static Shape.Numeric.Kind kind(String letter) {
    return switch (letter) {
      case "i" -> Shape.Numeric.Kind.INTEGER;
      case "l" -> Shape.Numeric.Kind.LONG;
      case "f" -> Shape.Numeric.Kind.FLOAT;
      case "d" -> Shape.Numeric.Kind.DOUBLE;
      default -> throw new IllegalStateException("There is no shape '" + letter + "'");
    };
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.textValue()));
    return List.copyOf(texts);
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A service's model has a line that is no JSON: " + line, e);
    }
  }
}
