package io.stepunit.internal.assertj;

import io.stepunit.internal.json.JsonDifference;
import io.stepunit.table.Item;
import io.stepunit.table.Table;
import java.util.stream.Collectors;
import org.assertj.core.error.BasicErrorMessageFactory;

/**
 * A table has other items.
 *
 * @since 0.1.0
 */
public final class ShouldHaveItem extends BasicErrorMessageFactory {
  private static final int MOST_LINES = 10;

  private ShouldHaveItem(Table table, String expected, String found) {
    super(
        "%n%s",
        unquotedString(
            "Expecting the table '%s' to have %s\nbut %s"
                .formatted(table.name(), expected, found)));
  }

  /** The table has no item with a key. */
  public static ShouldHaveItem shouldHaveItem(Table table, String key) {
    return new ShouldHaveItem(table, "an item with the key " + key, all(table));
  }

  /** The table has an item with a key. */
  public static ShouldHaveItem shouldHaveNoItem(Table table, String key, Item found) {
    return new ShouldHaveItem(table, "no item with the key " + key, "it has\n  " + line(found));
  }

  /** The table has another number of items. */
  public static ShouldHaveItem shouldHaveItems(Table table, int expected) {
    return new ShouldHaveItem(
        table, expected == 1 ? "1 item" : (expected == 0 ? "no" : expected) + " items", all(table));
  }

  private static String all(Table table) {
    int size = table.items().size();
    if (size == 0) {
      return "it is empty";
    }
    int more = size - MOST_LINES;
    return table.items().stream()
        .limit(MOST_LINES)
        .map(ShouldHaveItem::line)
        .collect(
            Collectors.joining(
                "\n  ",
                "it has %s:\n  ".formatted(size == 1 ? "1 item" : size + " items"),
                more > 0 ? "\n  and " + more + " more" : ""));
  }

  private static String line(Item item) {
    return JsonDifference.shortened(item.json());
  }
}
