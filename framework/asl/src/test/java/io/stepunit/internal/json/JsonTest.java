package io.stepunit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  /** Trees of all kinds of nodes that a program can make. */
  private static JsonNode anyTree(Random random, int depth) {
    switch (random.nextInt(depth == 0 ? 10 : 14)) {
      case 0:
        return Json.NODES.numberNode((short) random.nextInt(100));
      case 1:
        return Json.NODES.numberNode(random.nextInt());
      case 2:
        return Json.NODES.numberNode(random.nextBoolean() ? random.nextLong() : random.nextInt());
      case 3:
        return Json.NODES.numberNode(BigInteger.valueOf(random.nextLong()).pow(random.nextInt(3)));
      case 4:
        return Json.NODES.numberNode(BigDecimal.valueOf(random.nextInt(), random.nextInt(7) - 3));
      case 5:
        return Json.NODES.numberNode(random.nextDouble() * random.nextInt(3));
      case 6:
        return Json.NODES.numberNode((float) random.nextInt(1_000) / 8);
      case 7:
        return Json.NODES.booleanNode(random.nextBoolean());
      case 8:
        return Json.NODES.nullNode();
      case 9:
        return Json.NODES.textNode("ä\n" + random.nextInt(100));
      case 10, 11:
        ArrayNode array = Json.NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(anyTree(random, depth - 1));
        }
        return array;
      default:
        ObjectNode object = Json.NODES.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set("f" + random.nextInt(6), anyTree(random, depth - 1));
        }
        return object;
    }
  }

  @Nested
  class Copying {
    @Test
    void gives_what_reading_the_text_would() {
      Random random = new Random(3);
      for (int i = 0; i < 2_000; i++) {
        JsonNode tree = anyTree(random, 4);

        assertThat(Json.copy(tree)).as("%s", tree).contains(Json.parse(Json.text(tree)));
      }
    }

    @Test
    void leaves_what_only_the_text_tells() {
      assertThat(Json.copy(Json.NODES.numberNode(Double.NaN))).isEmpty();
      assertThat(Json.copy(Json.NODES.arrayNode().addPOJO(new Object()))).isEmpty();
      assertThat(Json.copy(Json.NODES.objectNode().put("a", new byte[1]))).isEmpty();
    }

    @Test
    void shares_nothing_that_could_change() {
      ObjectNode tree = Json.NODES.objectNode();
      tree.putObject("a").put("b", 1);

      JsonNode copy = Json.copy(tree).orElseThrow();
      ((ObjectNode) tree.get("a")).put("b", 2);

      assertThat(copy.at("/a/b").intValue()).isEqualTo(1);
    }
  }

  @Nested
  class SizeOfChanged {
    @Test
    void is_the_size_of_the_new_tree() {
      Random random = new Random(5);
      for (int i = 0; i < 2_000; i++) {
        JsonNode former = anyTree(random, 4);
        JsonNode changed = changed(former, random);

        assertThat(sizeOfChanged(former, changed, CountedArray.NONE, 10))
            .as("%s of %s", changed, former)
            .isEqualTo(Json.size(changed));
      }
    }

    /** Shares what it does not replace, as a ResultPath does. */
    private JsonNode changed(JsonNode former, Random random) {
      if (!(former instanceof ObjectNode object)) {
        return anyTree(random, 3);
      }
      ObjectNode copy = Json.NODES.objectNode();
      copy.setAll(object);
      String field = "f" + random.nextInt(6);
      if (random.nextInt(3) == 0) {
        copy.remove(field);
      } else if (copy.has(field)) {
        copy.set(field, changed(copy.get(field), random));
      } else {
        copy.set(field, anyTree(random, 3));
      }
      return copy;
    }

    @Test
    void does_not_count_an_array_again_whose_elements_are_counted() {
      Random random = new Random(7);
      for (int i = 0; i < 500; i++) {
        ObjectNode former = Json.NODES.objectNode();
        former.putObject("kept").put("text", "a");
        ObjectNode changed = former.deepCopy();
        ArrayNode array = changed.putArray("results");
        int all = 0;
        int largest = 0;
        for (int element = random.nextInt(5); element > 0; element--) {
          JsonNode tree = anyTree(random, 3);
          array.add(tree);
          all += Json.size(tree);
          largest = Math.max(largest, Json.size(tree));
        }

        CountedArray counted = CountedArray.of(array, all, largest);

        assertThat(sizeOfChanged(former, changed, counted, 1_000)).isEqualTo(Json.size(changed));
        assertThat(Json.size(changed, counted, 1_000)).isEqualTo(Json.size(changed));
      }
    }

    @Test
    void counts_an_array_again_that_may_be_too_deep() {
      ObjectNode tree = Json.NODES.objectNode();
      ArrayNode array = tree.putArray("results");
      array.addArray().addArray();
      CountedArray counted = CountedArray.of(array, 4, 4);

      assertThat(Json.size(tree, counted, 4)).isEqualTo(Json.size(tree));
      assertThatThrownBy(() -> Json.size(tree, counted, 3)).isInstanceOf(TooDeepException.class);
    }

    private static int sizeOfChanged(
        JsonNode former, JsonNode changed, CountedArray counted, int levels) {
      return Json.sizeOfChanged(former, Json.size(former), changed, counted, levels);
    }

    @Test
    void what_is_new_may_not_be_too_deep() {
      ObjectNode former = Json.NODES.objectNode();
      former.putObject("kept").put("text", "a");
      ObjectNode changed = Json.NODES.objectNode();
      changed.setAll(former);
      changed.putObject("new").putObject("deep").putArray("deeper");

      assertThat(sizeOfChanged(former, changed, CountedArray.NONE, 4))
          .isEqualTo(Json.size(changed));
      assertThatThrownBy(() -> sizeOfChanged(former, changed, CountedArray.NONE, 3))
          .isInstanceOf(TooDeepException.class);
    }
  }

  @Nested
  class Parsing {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "1.10",
          "12345678901234567890.5",
          "9007199254740993",
          "{\"b\":1,\"a\":2}",
          "\"ä\""
        })
    void text_comes_back_as_it_was_written(String text) {
      assertThat(Json.text(Json.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"{\"a\":1,\"a\":2} | 1 | 10", "[1,~ x] | 2 | 2", "~ | 1 | 1", "1 2 | 1 | 3"})
    void refuses_what_is_not_one_value_and_says_where(String text, int line, int column) {
      assertThatThrownBy(() -> Json.parse(text.equals("~") ? "" : text.replace('~', '\n')))
          .isInstanceOfSatisfying(
              JsonTextException.class,
              e -> {
                assertThat(e.line()).isEqualTo(line);
                assertThat(e.column()).isBetween(column, column + 2);
                assertThat(e.problem()).isNotBlank();
              });
    }

    @Test
    void parsing_of_a_key_given_twice_in_data_the_last_value_counts() {
      assertThat(Json.parseData("{\"a\":1,\"a\":2}")).hasToString("{\"a\":2}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1                      | 1.0                    | true",
        "1.10                   | 1.1                    | true",
        "1                      | \"1\"                  | false",
        "{\"a\":1,\"b\":[2]}    | {\"b\":[2.0],\"a\":1}  | true",
        "{\"a\":1}              | {\"b\":1}              | false",
        "[1,2]                  | [2,1]                  | false",
        "[]                     | {}                     | false",
        "null                   | false                  | false"
      })
  void same_value_ignores_the_order_of_keys_and_the_spelling_of_numbers(
      String a, String b, boolean same) {
    assertThat(Json.sameValue(Json.parse(a), Json.parse(b))).isEqualTo(same);
  }

  @Nested
  class Size {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "null",
          "true",
          "false",
          "0",
          "-1",
          "2147483647",
          "-2147483648",
          "9223372036854775807",
          "123456789012345678901234567890",
          "1.10",
          "1E+400",
          "-0.5",
          "\"\"",
          "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\"",
          "\"ä€😀\"",
          "[]",
          "{}",
          "[1,\"x\",null]",
          "{\"a\":1,\"ü\":{\"b\":[true]}}",
          "\"\\u007f\\u2028\""
        })
    void size_is_that_of_the_compact_text_in_utf_8(String text) {
      assertSize(Json.parse(text));
    }

    @Test
    void holds_for_random_trees() {
      Random random = new Random(3);
      for (int i = 0; i < 500; i++) {
        assertSize(tree(random, 4));
      }
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            1             | 0
            []            | 1
            {}            | 1
            [1, [2], 3]   | 2
            {"a": [{}]}   | 3
            """)
    void levels_are_those_of_objects_and_arrays(String text, int levels) {
      JsonNode tree = Json.parse(text);

      assertThat(Json.isDeeper(tree, levels)).isFalse();
      assertThat(Json.isDeeper(tree, levels - 1)).isEqualTo(levels > 0);
    }

    private void assertSize(JsonNode tree) {
      assertThat(Json.size(tree))
          .as(Json.text(tree))
          .isEqualTo(Json.text(tree).getBytes(StandardCharsets.UTF_8).length);
    }

    private JsonNode tree(Random random, int depth) {
      switch (random.nextInt(depth == 0 ? 5 : 8)) {
        case 0:
          return Json.NODES.numberNode(random.nextInt());
        case 1:
          return Json.NODES.numberNode(random.nextLong());
        case 2:
          return Json.NODES.numberNode(
              BigDecimal.valueOf(random.nextInt(), random.nextInt(40) - 20));
        case 3:
          return Json.NODES.numberNode(random.nextGaussian() * 1e10);
        case 4:
          return Json.NODES.textNode(text(random));
        case 5, 6:
          ObjectNode object = Json.NODES.objectNode();
          for (int i = random.nextInt(4); i > 0; i--) {
            object.set(text(random), tree(random, depth - 1));
          }
          return object;
        default:
          ArrayNode array = Json.NODES.arrayNode();
          for (int i = random.nextInt(4); i > 0; i--) {
            array.add(tree(random, depth - 1));
          }
          return array;
      }
    }

    private String text(Random random) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(6); i > 0; i--) {
        int point = random.nextInt(3) == 0 ? random.nextInt(0x20000) : random.nextInt(0x80);
        text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? 'x' : point);
      }
      return text.toString();
    }
  }
}
