package io.stepunit.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stepunit.JacksonCodec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserJsonTest {
  private final UserJson json = new UserJson(new JacksonCodec());

  @Test
  void null_is_json_null() {
    assertThat(json.read(null, "The input")).hasToString("null");
  }

  @Test
  void text_is_json_text() {
    assertThat(json.read("{\"a\": 1}", "The input")).hasToString("{\"a\":1}");
    assertThat(json.read(new StringBuilder("\"a\""), "The input")).hasToString("\"a\"");
  }

  @Test
  void an_object_goes_through_the_codec() {
    assertThat(json.read(Map.of("a", 1), "The input")).hasToString("{\"a\":1}");
  }

  @Test
  void text_that_is_no_json_is_told_how_to_be_a_string() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.read("say \"hi\"", "The input of 'order'"))
        .withMessageStartingWith("The input of 'order' is a String that is not JSON text: ")
        .withMessageEndingWith(
            """
            found: say "hi"
            A String is read as JSON text. To give a JSON string, quote it: "\\"say \\\\\\"hi\\\\\\"\\"\"""");
  }

  @Test
  void an_object_with_a_mistake_is_not_taken_for_a_string() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.read("{\"id\": 7,}", "The input of 'order'"))
        .withMessageContaining("(line 1, column 1") // 10 or 11: versions of Jackson differ
        .withMessageEndingWith(")\nfound: {\"id\": 7,}");
  }

  @Test
  void long_text_is_cut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.read("x".repeat(10_000), "The input"))
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(1_000));
  }

  @Test
  void an_object_that_is_no_json_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json.read(new Object(), "The input of 'order'"))
        .withMessageStartingWith(
            "The input of 'order' is not JSON. An object of class java.lang.Object cannot be");
  }
}
