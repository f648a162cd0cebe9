package io.stepunit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages documents: the same seed damages in the same way. */
final class Mutator {
  private static final int DEEPEST = 3_000;
  private static final String NOISE = "{}[]\",:$.%'\\()?@*&!|<>#- \n\t~/0aé\u0000";

  private final List<String> seeds;
  private final Random random;

  Mutator(List<String> seeds, long seed) {
    this.seeds = seeds;
    this.random = new Random(seed);
  }

  /** A document that nobody has seen before. */
  String document() {
    String text = pick(seeds);
    int damages = 1 + random.nextInt(4);
    for (int i = 0; i < damages; i++) {
      text = random.nextInt(5) < 3 ? structure(text) : characters(text);
    }
    return text;
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** Damages the tree; a text that is not JSON is damaged as a text. */
  private String structure(String text) {
    try {
      JsonNode root = Json.parse(text);
      List<JsonNode> containers = new ArrayList<>();
      collect(root, containers);
      if (containers.isEmpty()) {
        return characters(text);
      }
      return damaged(root, containers);
    } catch (JsonTextException e) {
      return characters(text);
    }
  }

  private String damaged(JsonNode root, List<JsonNode> containers) {
    JsonNode target = pick(containers);
    String marker = "\uE000" + random.nextInt(1_000_000);
    if (target instanceof ObjectNode object) {
      damage(object, containers, marker);
    } else if (target instanceof ArrayNode array) {
      damage(array, containers, marker);
    }
    // What a tree cannot hold is written over a marker: numbers of any size, keys twice, depth.
    return root.toString().replace("\"" + marker + "\"", raw());
  }

  private void damage(ObjectNode object, List<JsonNode> containers, String marker) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? pick(Grammar.FIELDS) : pick(names);
    switch (random.nextInt(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.put(name, marker);
      case 2 -> object.put(name, text(object.path(name).asText()));
      case 3 -> object.set(pick(Grammar.FIELDS), object.path(name).deepCopy());
      case 4 -> object.set(name, pick(containers).deepCopy());
      default -> object.put(pick(Grammar.FIELDS), random.nextBoolean() ? marker : text(""));
    }
  }

  private void damage(ArrayNode array, List<JsonNode> containers, String marker) {
    switch (random.nextInt(4)) {
      case 0 -> array.removeAll();
      case 1 -> array.add(marker);
      case 2 -> array.add(pick(containers).deepCopy());
      default -> array.insert(0, text(""));
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private String text(String old) {
    return old.isEmpty() || random.nextInt(3) == 0 ? pick(Grammar.TEXTS) : noise(old);
  }

  private String raw() {
    return switch (random.nextInt(8)) {
      case 0 -> nested("[", "]");
      case 1 -> nested("{\"a\":", "}");
      case 2 -> "{\"a\":1,\"a\":2}";
      case 3 ->
          "\"" + pick(List.of("(", "$.a[", "$f(", "{% (", "States.Array(")).repeat(depth()) + "\"";
      default -> pick(Grammar.NUMBERS);
    };
  }

  private int depth() {
    return 1 + random.nextInt(random.nextInt(10) == 0 ? DEEPEST : 60);
  }

  private String nested(String open, String close) {
    int depth = depth();
    return open.repeat(depth) + "1" + close.repeat(depth);
  }

  private String characters(String text) {
    if (text.isEmpty()) {
      return pick(Grammar.TEXTS);
    }
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(random.nextBoolean() ? 4 : 200));
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 -> text.substring(0, to) + text.substring(from);
      case 2 -> text.substring(0, from);
      case 3 -> text.substring(0, from) + pick(Grammar.TEXTS) + text.substring(from);
      case 4 -> text.substring(0, from) + nested("[", "]") + text.substring(to);
      default -> noise(text);
    };
  }

  private String noise(String text) {
    StringBuilder noisy = new StringBuilder(text);
    int changes = 1 + random.nextInt(5);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(noisy.length() + 1);
      char c = NOISE.charAt(random.nextInt(NOISE.length()));
      if (random.nextBoolean() && at < noisy.length()) {
        noisy.setCharAt(at, c);
      } else {
        noisy.insert(at, c);
      }
    }
    return noisy.toString();
  }
}
