package io.stepunit.internal.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Generated expressions, evaluated by another implementation of JSONata beside ours: where that one
 * has a value, ours is the same.
 */
class LibraryOracleTest {
  private static final int EXPRESSIONS = 3000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final GeneratedExpressions expressions = new GeneratedExpressions(42);

  @Test
  void another_implementation_gives_the_same_values() throws Exception {
    JsonNode data = Json.parse(GeneratedExpressions.DATA);
    int compared = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      String text = expressions.next();
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
      return Jsonata.jsonata(text)
          .evaluate(MAPPER.readValue(GeneratedExpressions.DATA, Object.class));
    } catch (JException e) {
      return null;
    }
  }
}
