package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.table.AttributeType;
import io.stepunit.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableAssertTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final Table locks = env.table("Locks").key("id");
  private final Table orders = env.table("Orders").key("customer").sortKey("no", AttributeType.N);

  @Test
  void holds_for_what_is_there() {
    locks.put(
        Map.of("id", "books", "count", 3, "tags", List.of("a"), "at", Map.of("city", "Bonn")));
    locks.put(Map.of("id", "toys"));
    orders.put(Map.of("customer", "kim", "no", 7));

    assertThat(locks)
        .hasItems(2)
        .hasOnlyItems("toys", "books")
        .hasItem("toys")
        .hasItem(
            "books",
            item ->
                item.hasAttribute("count", 3.0)
                    .hasAttribute("tags", List.of("a"))
                    .hasAttribute("at")
                    .hasNoAttribute("held")
                    .hasValueAt("$.at.city", "Bonn"))
        .hasNoItem("maps");
    assertThat(locks.item("toys")).hasJson("{\"id\": \"toys\"}");
    assertThat(orders)
        .hasItem("kim", 7)
        .hasItem("kim", 7, order -> order.hasAttribute("customer", "kim"))
        .hasNoItem("kim", 8);
    assertThat(env.table("New").key("id")).isEmpty();
  }

  @Test
  void tells_which_items_there_are() {
    locks.put(Map.of("id", "books"));

    assertThatThrownBy(() -> assertThat(locks).hasItem("toys"))
        .hasMessage(
            """

            Expecting the table 'Locks' to have an item with the key toys
            but it has 1 item:
              {"id":"books"}\
            """);
    assertThatThrownBy(() -> assertThat(locks).hasNoItem("books"))
        .hasMessageContaining(
            "to have no item with the key books\nbut it has\n  {\"id\":\"books\"}");
    assertThatThrownBy(() -> assertThat(locks).hasOnlyItems("books", "toys"))
        .hasMessageContaining("to have an item with the key toys");
    assertThatThrownBy(() -> assertThat(locks).isEmpty())
        .hasMessageContaining("to have no items\nbut it has 1 item:");
    assertThatThrownBy(() -> assertThat(orders).hasItem("kim", 7))
        .hasMessageContaining("to have an item with the key kim and 7\nbut it is empty");
    assertThatThrownBy(() -> assertThat(locks).hasItems(2))
        .hasMessageContaining("to have 2 items\nbut it has 1 item:");
  }

  @Test
  void tells_the_item_where_an_attribute_is_another() {
    locks.put(Map.of("id", "books", "count", 3));

    assertThatThrownBy(
            () -> assertThat(locks).hasItem("books", item -> item.hasAttribute("count", "3")))
        .hasMessage(
            """

            Expecting the item to have at count
              "3"
            but it is
              {"count":3,"id":"books"}\
            """);
    assertThatThrownBy(() -> assertThat(locks.item("books")).hasNoAttribute("count"))
        .hasMessageContaining("Expecting the item to have no attribute count");
    assertThatThrownBy(() -> assertThat(locks.item("books")).hasAttribute("held"))
        .hasMessageContaining("Expecting the item to have the attribute held");
    assertThatThrownBy(() -> assertThat(locks.item("books")).hasValueAt("$.at.city", "Bonn"))
        .hasMessageContaining("Expecting the item to have at $.at.city\n  \"Bonn\"");
    assertThatThrownBy(() -> assertThat(locks.item("books")).hasJson(Map.of("id", "books")))
        .hasMessageContaining("Expecting the item to be\n  {\"id\":\"books\"}\nbut it is");
  }

  @Test
  void soft_assertions_collect() {
    locks.put(Map.of("id", "books"));
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

    softly.assertThat(locks).isEmpty();
    softly.assertThat(locks.item("books")).hasAttribute("held");

    assertThat(softly.errorsCollected()).hasSize(2);
  }
}
