package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonCodecTest {
  private final JacksonCodec codec = new JacksonCodec();

  record Line(String sku, int count) {}

  enum Size {
    SMALL
  }

  @Test
  void records_enums_arrays_and_decimals_are_written() {
    Object value =
        List.of(new Line("a", 2), Size.SMALL, new int[] {1, 2}, new BigDecimal("1.50"), 0.1);

    assertThat(codec.toJson(value))
        .hasToString("[{\"sku\":\"a\",\"count\":2},\"SMALL\",[1,2],1.50,0.1]");
  }

  record Holder(Object value) {}

  /** Values of the JDK take another way than what is in a record: the JSON must be the same. */
  @Test
  void plain_values_are_written_as_jackson_writes_them() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      Object value = anyValue(random, 3);

      assertThat(codec.toJson(value))
          .as("%s", value)
          .isEqualTo(codec.toJson(new Holder(value)).get("value"));
    }
  }

  private static Object anyValue(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 11 : 15)) {
      case 0 -> random.nextInt();
      case 1 -> (long) random.nextInt();
      case 2 -> random.nextLong();
      case 3 -> (short) random.nextInt(100);
      case 4 -> (byte) random.nextInt(100);
      case 5 -> random.nextDouble() * 1e9;
      case 6 -> (float) random.nextInt(1_000) / 8;
      case 7 -> BigInteger.valueOf(random.nextLong()).pow(random.nextInt(3));
      case 8 -> BigDecimal.valueOf(random.nextInt(), random.nextInt(7) - 3);
      case 9 -> random.nextBoolean();
      case 10 -> "text \u0001 ä " + random.nextInt(9);
      case 11 -> Json.parse("[1, {\"b\": 1.0, \"a\": null}]");
      case 12 -> anyValues(random, depth).toList();
      default -> {
        Map<String, Object> map =
            List.of(
                    new HashMap<String, Object>(),
                    new LinkedHashMap<String, Object>(),
                    new TreeMap<String, Object>(Comparator.reverseOrder()))
                .get(random.nextInt(3));
        anyValues(random, depth).forEach(value -> map.put("k" + random.nextInt(50), value));
        map.put("none", null);
        yield random.nextBoolean() ? map : Collections.unmodifiableMap(map);
      }
    };
  }

  private static Stream<Object> anyValues(Random random, int depth) {
    return Stream.generate(() -> anyValue(random, depth - 1)).limit(random.nextInt(4));
  }

  @Test
  void a_map_without_an_order_is_written_by_key_at_any_depth() {
    Map<String, Object> map = new HashMap<>();
    map.put("z", 1);
    map.put("b", Map.of("y", 1, "x", 2, "w", 3));
    map.put("a", null);

    assertThat(codec.toJson(map))
        .hasToString("{\"a\":null,\"b\":{\"w\":3,\"x\":2,\"y\":1},\"z\":1}");
  }

  @Test
  void a_map_in_insertion_order_keeps_it() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put(Size.SMALL, new Line("a", 2));
    map.put(1, null);

    assertThat(codec.toJson(List.of(map)))
        .hasToString("[{\"z\":1,\"SMALL\":{\"sku\":\"a\",\"count\":2},\"1\":null}]");
  }

  @Test
  void a_tree_is_copied() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("b", 1).put("a", 2.5f);

    JsonNode json = codec.toJson(tree);
    tree.put("b", 2);

    assertThat(json)
        .hasToString("{\"b\":1,\"a\":2.5}")
        .isEqualTo(Json.parse("{\"b\":1,\"a\":2.5}"));
  }

  @Test
  void what_is_not_finite_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.toJson(new double[] {Double.NaN}))
        .withMessage(
            "An object of class [D cannot be turned into JSON: "
                + "JSON has no NaN and no infinite numbers");
  }

  @Test
  void what_is_nested_too_deeply_is_refused_like_a_text() {
    List<Object> deep = List.of();
    for (int i = 0; i < 1_000; i++) {
      deep = List.of(deep);
    }
    List<Object> tooDeep = deep;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.toJson(tooDeep))
        .withMessageContaining("(1001) exceeds the maximum allowed")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
  }

  @Test
  void what_contains_itself_is_refused() {
    List<Object> list = new ArrayList<>();
    list.add(list);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.toJson(list))
        .withMessageStartingWith(
            "An object of class java.util.ArrayList cannot be turned into JSON: ");
  }

  @Test
  void what_jackson_cannot_write_is_refused_with_its_place() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.toJson(List.of(Map.of("at", new Object()))))
        .withMessageContainingAll("No serializer found for class java.lang.Object", "[\"at\"]");
  }

  @Test
  void objects_are_read_and_fields_that_they_lack_are_ignored() {
    JsonNode json = Json.parse("{\"sku\": \"a\", \"count\": 2, \"more\": true}");

    Line line = codec.fromJson(json, Line.class);
    Map<String, Object> map =
        codec.fromJson(json, new TypeReference<Map<String, Object>>() {}.getType());

    assertThat(line).isEqualTo(new Line("a", 2));
    assertThat(map).containsEntry("count", 2);
  }

  @Test
  void numbers_keep_their_digits_when_read() {
    JsonNode json = Json.parse("{\"a\": 1.10}");

    assertThat(codec.<JsonNode>fromJson(json, JsonNode.class)).hasToString("{\"a\":1.10}");
    assertThat(codec.<Map<?, ?>>fromJson(json, Map.class).get("a"))
        .isEqualTo(new BigDecimal("1.10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"count\": \"many\"}", "null"})
  void json_that_does_not_fit_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.fromJson(Json.parse(text), Line.class))
        .withMessageContaining(Line.class.getName());
  }

  @Test
  void a_mapper_of_the_user_s_decides() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.setPropertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE);
    JacksonCodec own = new JacksonCodec(mapper);

    assertThat(own.toJson(new Line("a", 2))).hasToString("{\"Sku\":\"a\",\"Count\":2}");
    assertThat(
            Optional.of(own.<Line>fromJson(Json.parse("{\"Sku\":\"a\",\"Count\":2}"), Line.class)))
        .contains(new Line("a", 2));
  }
}
