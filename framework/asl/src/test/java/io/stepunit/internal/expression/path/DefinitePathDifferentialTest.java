package io.stepunit.internal.expression.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own walk and json-path have to agree on every definite path, down to the text of a miss. */
class DefinitePathDifferentialTest {
  private static final List<String> NAMES = List.of("a", "b", "c-d", "e f", "länge", "0");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void own_walk_and_library_agree_on_random_documents(long seed) {
    Random random = new Random(seed);
    int hits = 0;
    int misses = 0;

    for (int i = 0; i < 4_000; i++) {
      JsonNode document = document(random, 4);
      String text = path(random);
      if (agree(text, document)) {
        hits++;
      } else {
        misses++;
      }
    }

    assertThat(hits).isGreaterThan(300);
    assertThat(misses).isGreaterThan(300);
  }

  @Test
  void own_walk_and_library_agree_on_every_spelling_of_a_step() {
    JsonNode document =
        Json.parse("{\"a\": [{\"b\": 1}], \"b\": null, \"x*y\": 2, \"p(q\": 3, \"q'r\": 4}");

    for (String text :
        List.of(
            "$",
            "$.a",
            "$['a']",
            "$[\"a\"]",
            "$.a[0]",
            "$.a.[0]",
            "$.a[-1].b",
            "$.['a']",
            "$.a[0]['b']",
            "$.b",
            "$.b.c",
            "$.b[0]",
            "$.x*y",
            "$['p(q']",
            "$['q\\'r']",
            "$[0]",
            "$.a.b",
            "$.a[1]",
            "$.a[1].b",
            "$.a[1][0]",
            "$.a[-2]",
            "$['']")) {
      agree(text, document);
    }
  }

  /** Checks that both find the same or miss for the same reason; true if they found something. */
  private static boolean agree(String text, JsonNode document) {
    DocumentPath own = PathParser.parse(text).orElseThrow();
    DocumentPath library = QueryPath.compile(text);
    JsonNode found = own.find(document, WorkBudgets.STANDARD);
    if (found == null
        && own.explain(document, WorkBudgets.STANDARD).kind() == Miss.Kind.BEYOND_THE_END) {
      // The one difference: the library cannot tell an item that is not there from one that is
      // null.
      assertThat(library.find(document, WorkBudgets.STANDARD)).isEqualTo(NullNode.getInstance());
    } else if (found == null) {
      assertThat(library.find(document, WorkBudgets.STANDARD))
          .as("%s in %s", text, document)
          .isNull();
      assertThat(own.explain(document, WorkBudgets.STANDARD))
          .isEqualTo(library.explain(document, WorkBudgets.STANDARD));
    } else {
      assertThat(found)
          .as("%s in %s", text, document)
          .isSameAs(library.find(document, WorkBudgets.STANDARD));
    }
    return found != null;
  }

  private static JsonNode document(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 9)) {
      case 0 -> Json.NODES.nullNode();
      case 1 -> Json.NODES.numberNode(random.nextInt(100));
      case 2 -> Json.NODES.textNode("text");
      case 3 -> Json.NODES.booleanNode(random.nextBoolean());
      case 4, 5 -> {
        ArrayNode array = Json.NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(document(random, depth - 1));
        }
        yield array;
      }
      default -> {
        ObjectNode object = Json.NODES.objectNode();
        for (int i = random.nextInt(6); i > 0; i--) {
          object.set(name(random), document(random, depth - 1));
        }
        yield object;
      }
    };
  }

  private static String path(Random random) {
    StringBuilder text = new StringBuilder("$");
    for (int i = random.nextInt(4); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append('[').append(random.nextInt(7) - 3).append(']');
        case 1 -> text.append("['").append(name(random)).append("']");
        case 2 -> text.append("[\"").append(name(random)).append("\"]");
        default -> text.append('.').append(name(random).replace(' ', '_'));
      }
    }
    return text.toString();
  }

  private static String name(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }
}
