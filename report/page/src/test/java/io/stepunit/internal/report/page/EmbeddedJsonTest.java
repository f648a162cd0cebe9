package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedJsonTest {

  @Test
  void leaves_plain_text_as_it_is() throws IOException {
    assertThat(embedded("{\"grüße\":[\"a > b & c\",1.10,\"😀\"]}"))
        .isEqualTo("{\"grüße\":[\"a > b & c\",1.10,\"😀\"]}");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"</script>\"', '\"\\u003c/script>\"'",
    "'\"<!--<script>\"', '\"\\u003c!--\\u003cscript>\"'",
  })
  void escapes_what_ends_or_changes_a_script_element(String json, String expected)
      throws IOException {
    assertThat(embedded(json)).isEqualTo(expected);
  }

  @Test
  void escapes_line_separators() throws IOException {
    assertThat(embedded("\"a\u2028b\u2029c\"")).isEqualTo("\"a\\u2028b\\u2029c\"");
  }

  @Test
  void escapes_lone_surrogates_which_utf_8_cannot_write() throws IOException {
    assertThat(embedded("\"\ud83d \ude00 \ud83d\ude00 \ud83d\""))
        .isEqualTo("\"\\uD83D \\uDE00 \ud83d\ude00 \\uD83D\"");
  }

  private static String embedded(String json) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EmbeddedJson.write(json, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
