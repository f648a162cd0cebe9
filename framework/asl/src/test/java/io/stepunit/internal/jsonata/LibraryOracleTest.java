package io.stepunit.internal.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.internal.json.Json;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Generated expressions, evaluated by another implementation of JSONata beside ours: where that one
 * has a value, ours is the same.
 */
class LibraryOracleTest {
  private static final int EXPRESSIONS = 3000;
  private static final String DATA =
      """
      {"items": [
         {"name": "a", "price": 3, "qty": 2, "kind": "k", "tags": ["t1", "t2"]},
         {"name": "b", "price": 1, "qty": 9, "kind": "k", "tags": ["t3"]},
         {"name": "c", "price": 2.5, "qty": 1, "kind": "m", "tags": []}],
       "one": {"a": 1, "b": {"c": [1, 2]}}, "text": "abc", "limit": 2, "list": [4, 5, 6]}
      """;
  private static final String[] NAMES = {
    "items", "name", "price", "qty", "kind", "tags", "one", "a", "b", "c", "text", "limit", "list"
  };
  private static final String[] OPERATORS = {"+", "*", "-", "&", "=", "!=", "<", "and", "or", "in"};
  private static final String[] LITERALS = {"1", "2.5", "'a'", "true", "[1, 2]", "{'a': 1}", "0"};

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Random random = new Random(42);

  @Test
  void another_implementation_gives_the_same_values() throws Exception {
    JsonNode data = Json.parse(DATA);
    int compared = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      String text = expression(3);
      Object expected = byLibrary(text);
      if (expected != null) {
        compared++;
        JsonNode value = Programs.value(text, data, Map.of());
        JsonNode tree = MAPPER.valueToTree(expected);
        assertThat(Json.sameValue(value, tree))
            .as("%s = %s, the library has %s", text, value, tree)
            .isTrue();
      }
    }
    assertThat(compared).isGreaterThan(EXPRESSIONS / 3);
  }

  private static @Nullable Object byLibrary(String text) throws Exception {
    try {
      return Jsonata.jsonata(text).evaluate(MAPPER.readValue(DATA, Object.class));
    } catch (JException e) {
      return null;
    }
  }

  private String expression(int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? one(NAMES) : one(LITERALS);
    }
    return switch (random.nextInt(9)) {
      case 0 -> "(" + expression(depth - 1) + " " + one(OPERATORS) + " " + path(depth - 1) + ")";
      case 1 -> "[" + expression(depth - 1) + ", " + expression(depth - 1) + "]";
      case 2 -> "{'x': " + expression(depth - 1) + "}";
      case 3 -> "(" + expression(depth - 1) + " ? " + expression(depth - 1) + " : 7)";
      case 4 -> "($v := " + expression(depth - 1) + "; [$v, " + expression(depth - 1) + "])";
      case 5 -> "function($v) { [$v, " + path(depth - 1) + "] }(" + expression(depth - 1) + ")";
      default -> path(depth);
    };
  }

  private String path(int depth) {
    StringBuilder path = new StringBuilder(random.nextInt(3) == 0 ? one(NAMES) : "items");
    for (int step = random.nextInt(3); step > 0; step--) {
      path.append('.')
          .append(
              switch (random.nextInt(8)) {
                case 0 -> "{'n': " + one(NAMES) + "}";
                case 1 -> "[" + one(NAMES) + "]";
                case 2 -> "(" + expression(Math.max(0, depth - 1)) + ")";
                default -> one(NAMES) + suffix();
              });
    }
    return path.toString();
  }

  private String suffix() {
    return switch (random.nextInt(8)) {
      case 0 -> "[0]";
      case 1 -> "[-1]";
      case 2 -> "[]";
      case 3 -> "[$ != 'a']";
      default -> "";
    };
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }
}
