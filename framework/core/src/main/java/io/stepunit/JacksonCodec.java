package io.stepunit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.stepunit.internal.codec.PlainValues;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The default {@link JsonCodec}, based on Jackson 2.
 *
 * <p>Its rules, where the user gives no mapper:
 *
 * <ul>
 *   <li>Records, beans, maps, collections, arrays, enums and trees are written as Jackson writes
 *       them by default.
 *   <li>Dates and durations of {@code java.time} become ISO-8601 text if Jackson's module for them
 *       is on the class path; all modules found there are registered.
 *   <li>A map without an order of its own ({@code Map.of}, {@code HashMap}) is written by key, so
 *       that a test's histories are the same in each run. {@code LinkedHashMap} and sorted maps
 *       keep their order.
 *   <li>{@code NaN} and the infinities are refused: JSON has no such numbers.
 *   <li>Reading ignores fields that the type does not have, as Lambda's Java runtime does: an
 *       answer declares only what it looks at.
 * </ul>
 *
 * @since 0.1.0
 */
public final class JacksonCodec implements JsonCodec {
  private static final int SHOWN = 200;

  /** The user's, null for the rules above. */
  private final @Nullable ObjectMapper own;

  /** Creates a codec with the rules above. */
  public JacksonCodec() {
    this.own = null;
  }

  /**
   * Creates a codec with the settings of a mapper.
   *
   * @param mapper is copied; later changes to it do not count
   */
  public JacksonCodec(ObjectMapper mapper) {
    Objects.requireNonNull(mapper, "mapper");
    this.own = mapper.copy();
  }

  /** Costly to make: many tests need none. */
  private static final class Default {
    private static final ObjectMapper MAPPER = defaultMapper();
  }

  private ObjectMapper mapper() {
    return own == null ? Default.MAPPER : own;
  }

  /** {@inheritDoc} The tree shares nothing with the object that could change. */
  @Override
  public JsonNode toJson(Object value) {
    Optional<JsonNode> plain = own == null ? PlainValues.toJson(value) : Optional.empty();
    return plain.orElseGet(() -> written(value));
  }

  private JsonNode written(Object value) {
    String text = "";
    try {
      text = mapper().writeValueAsString(value);
      return Json.parse(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(unwritable(value, problem(e)), e);
    } catch (JsonTextException e) {
      throw new IllegalArgumentException(unwritable(value, notJson(text, e)), e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException(
          unwritable(value, "it contains itself, or is nested too deeply"), e);
    }
  }

  @Override
  public <T> T fromJson(JsonNode json, Type type) {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(type, "type");
    T value;
    try {
      JavaType wanted = mapper().constructType(type);
      // Jackson hands a tree on as it is.
      JsonNode given = wanted.isTypeOrSubTypeOf(TreeNode.class) ? json.deepCopy() : json;
      value = mapper().treeToValue(given, wanted);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String problem = e instanceof JsonProcessingException p ? problem(p) : e.getMessage();
      throw new IllegalArgumentException(
          "The JSON does not fit " + type.getTypeName() + ": " + problem, e);
    }
    if (value == null) {
      throw new IllegalArgumentException("The JSON is null, which is no " + type.getTypeName());
    }
    return value;
  }

  private static String unwritable(Object value, String problem) {
    return "An object of class %s cannot be turned into JSON: %s"
        .formatted(value.getClass().getName(), problem);
  }

  private static String notJson(String text, JsonTextException e) {
    boolean noNumber = e.problem().contains("token");
    return noNumber && (text.contains("NaN") || text.contains("Infinity"))
        ? "JSON has no NaN and no infinite numbers"
        : e.problem();
  }

  private static String problem(JsonProcessingException e) {
    String path = e instanceof JsonMappingException mapping ? mapping.getPathReference() : "";
    String message = e.getOriginalMessage();
    if (path.isEmpty()) {
      return message;
    }
    String shown = path.length() <= SHOWN ? path : path.substring(0, SHOWN) + "…";
    return message + " (at " + shown + ")";
  }

  private static ObjectMapper defaultMapper() {
    return JsonMapper.builder()
        .nodeFactory(Json.NODES)
        .findAndAddModules()
        .addModule(new SimpleModule().addSerializer(LinkedHashMap.class, new InsertionOrder()))
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
        .build();
  }
}
