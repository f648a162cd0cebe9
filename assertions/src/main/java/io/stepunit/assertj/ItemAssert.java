package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.assertj.ShouldHaveAttribute;
import io.stepunit.internal.json.Json;
import io.stepunit.table.Item;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on an item of a table in memory. Its values are compared as plain JSON, numbers by
 * value; sets are arrays, sorted.
 *
 * @since 0.1.0
 */
public class ItemAssert extends AbstractStepUnitAssert<ItemAssert, Item> {
  /** For soft assertions, which create subclasses; tests call {@code assertThat}. */
  protected ItemAssert(@Nullable Item actual) {
    super(actual, ItemAssert.class);
  }

  /**
   * Verifies the value of an attribute.
   *
   * @param expected the value; a String is a text
   */
  public ItemAssert hasAttribute(String attribute, @Nullable Object expected) {
    Objects.requireNonNull(attribute, "attribute");
    isNotNull();
    return is(
        Optional.ofNullable(actual.json().get(attribute)), attribute, ExpectedJson.value(expected));
  }

  /** Verifies that an attribute is there, whatever its value. */
  public ItemAssert hasAttribute(String attribute) {
    Objects.requireNonNull(attribute, "attribute");
    isNotNull();
    if (!actual.json().has(attribute)) {
      throwAssertionError(ShouldHaveAttribute.shouldHaveAttribute(actual, attribute));
    }
    return this;
  }

  /** Verifies that an attribute is not there. */
  public ItemAssert hasNoAttribute(String attribute) {
    Objects.requireNonNull(attribute, "attribute");
    isNotNull();
    if (actual.json().has(attribute)) {
      throwAssertionError(ShouldHaveAttribute.shouldHaveNoAttribute(actual, attribute));
    }
    return this;
  }

  /**
   * Verifies the value at a path.
   *
   * @param path JSONPath, such as {@code $.Address.City}
   * @param expected the value; a String is a text
   */
  public ItemAssert hasValueAt(String path, @Nullable Object expected) {
    Objects.requireNonNull(path, "path");
    isNotNull();
    return is(actual.at(path), path, ExpectedJson.value(expected));
  }

  /**
   * Verifies all attributes.
   *
   * @param expected plain JSON: text, a tree, a map, a record
   */
  public ItemAssert hasJson(@Nullable Object expected) {
    isNotNull();
    JsonNode json = ExpectedJson.document(expected, "The expected item");
    if (!Json.sameValue(actual.json(), json)) {
      throwAssertionError(ShouldHaveAttribute.shouldHaveJson(actual, json));
    }
    return this;
  }

  private ItemAssert is(Optional<JsonNode> found, String where, JsonNode expected) {
    if (found.isEmpty() || !Json.sameValue(found.get(), expected)) {
      throwAssertionError(ShouldHaveAttribute.shouldHaveValue(actual, where, expected));
    }
    return this;
  }
}
