package io.stepunit.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueAtTest {
  private static final JsonNode ORDER =
      Json.parse("{\"id\":7,\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"}],\"note\":null}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$.id | 7",
        "$.lines[1].sku | \"b\"",
        "$['lines'][0] | {\"sku\":\"a\"}",
        "$.lines[*].sku | [\"a\",\"b\"]",
        "$.note | null",
        "$.lines[?(@.sku == 'b')].sku | [\"b\"]"
      })
  void finds_the_value(String path, String value) {
    assertThat(ValueAt.path(ORDER, path).orElseThrow()).hasToString(value);
  }

  @Test
  void the_root_is_the_document_itself() {
    assertThat(ValueAt.path(ORDER, "$")).containsSame(ORDER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$.nope", "$.id.x", "$.lines[0].nope"})
  void finds_nothing_where_the_document_has_nothing(String path) {
    assertThat(ValueAt.path(ORDER, path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "$$.id", "$id", "", "$."})
  void refuses_what_is_no_path_into_the_document(String path) {
    assertThatThrownBy(() -> ValueAt.path(ORDER, path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + path + "' is not a JSONPath into a document: ");
  }
}
