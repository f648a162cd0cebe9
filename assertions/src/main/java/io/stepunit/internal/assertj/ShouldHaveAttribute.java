package io.stepunit.internal.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.JsonDifference;
import io.stepunit.table.Item;
import org.assertj.core.error.BasicErrorMessageFactory;

/**
 * An item has other attributes.
 *
 * @since 0.1.0
 */
public final class ShouldHaveAttribute extends BasicErrorMessageFactory {
  private ShouldHaveAttribute(Item item, String expected) {
    super(
        "%n%s",
        unquotedString(
            "Expecting the item to %s\nbut it is\n  %s"
                .formatted(expected, JsonDifference.shortened(item.json()))));
  }

  /**
   * An attribute has another value, or is not there.
   *
   * @param where its name, or a path to a part of it
   */
  public static ShouldHaveAttribute shouldHaveValue(Item item, String where, JsonNode expected) {
    return new ShouldHaveAttribute(
        item, "have at %s\n  %s".formatted(where, JsonDifference.shortened(expected)));
  }

  /** An attribute is not there. */
  public static ShouldHaveAttribute shouldHaveAttribute(Item item, String attribute) {
    return new ShouldHaveAttribute(item, "have the attribute " + attribute);
  }

  /** An attribute is there. */
  public static ShouldHaveAttribute shouldHaveNoAttribute(Item item, String attribute) {
    return new ShouldHaveAttribute(item, "have no attribute " + attribute);
  }

  /** The item is another one. */
  public static ShouldHaveAttribute shouldHaveJson(Item item, JsonNode expected) {
    return new ShouldHaveAttribute(item, "be\n  " + JsonDifference.shortened(expected));
  }
}
