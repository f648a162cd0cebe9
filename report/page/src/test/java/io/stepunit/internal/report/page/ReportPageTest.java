package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
  @TempDir Path directory;

  @Test
  void makes_the_same_bytes_of_the_same_data() throws IOException {
    ReportPage.of(Fixtures.orderSaga()).writeTo(directory.resolve("one.html"));
    ReportPage.of(Fixtures.orderSaga()).writeTo(directory.resolve("other.html"));

    assertThat(directory.resolve("one.html"))
        .hasSameBinaryContentAs(directory.resolve("other.html"));
  }

  @Test
  void takes_the_place_of_the_page_before_and_leaves_nothing_else() throws IOException {
    Path page = directory.resolve("target/stepunit/index.html");

    ReportPage.of(Fixtures.empty()).writeTo(page);
    ReportPage.of(Fixtures.orderSaga()).writeTo(page);

    assertThat(page.getParent()).isDirectoryContaining("glob:**/index.html");
    try (var files = Files.list(page.getParent())) {
      assertThat(files).hasSize(1);
    }
    assertThat(page).content().contains("LostShipmentTest");
  }

  @Test
  void allows_its_own_script_and_style_by_hash_and_nothing_else() throws Exception {
    String page = text(Fixtures.orderSaga());

    assertThat(page)
        .contains(
            "content=\"default-src 'none'; script-src "
                + hash(between(page, "<script>", "</script>"))
                + "; style-src "
                + hash(between(page, "<style>", "</style>"))
                + "; img-src data:; base-uri 'none'; form-action 'none'\"");
  }

  @Test
  void names_no_address_that_a_browser_would_ask() throws IOException {
    String page = text(Fixtures.empty());

    List<String> addresses =
        Pattern.compile("https?://[^\\s\"'`)]*")
            .matcher(page)
            .results()
            .map(MatchResult::group)
            .toList();

    assertThat(addresses).containsOnly("http://www.w3.org/2000/svg");
  }

  @Test
  void holds_the_index_and_each_execution_in_an_element_of_its_own() throws IOException {
    ObjectNode index = Json.NODES.objectNode().put("version", 1).put("note", "</script><!--");
    PageData data =
        new PageData(index, List.of(new PageData.RecordText("a-1", "{\"input\":\"</script>\"}")));

    String page = text(data);

    assertThat(page)
        .contains(
            "<script type=\"application/json\" id=\"report\">"
                + "{\"version\":1,\"note\":\"\\u003c/script>\\u003c!--\",\"hasQuotas\":false,"
                + "\"definitions\":[]}</script>")
        .contains(
            "<script type=\"application/json\" id=\"execution-a-1\">"
                + "{\"input\":\"\\u003c/script>\"}</script>");
  }

  @Test
  void holds_what_of_a_definition_only_its_view_shows_in_an_element_of_its_own()
      throws IOException {
    ObjectNode index = Json.NODES.objectNode();
    ObjectNode definition = index.putArray("definitions").addObject().put("id", "d1");
    definition.put("name", "order.asl.json").put("text", "{ \"StartAt\": \"A\" }");
    definition.set("asl", Json.parse("{\"StartAt\": \"A\"}"));
    definition.putObject("coverage").put("executions", 7).putArray("points").add("p");
    index.putArray("quotas").add(1);

    String page = text(new PageData(index, List.of()));

    assertThat(page)
        .contains(
            "{\"definitions\":[{\"id\":\"d1\",\"name\":\"order.asl.json\","
                + "\"coverage\":{\"executions\":7}}],\"hasQuotas\":true}</script>")
        .contains(
            "<script type=\"application/json\" id=\"definition-d1\">"
                + "{\"text\":\"{ \\\"StartAt\\\": \\\"A\\\" }\",\"points\":[\"p\"]}</script>")
        .contains("<script type=\"application/json\" id=\"quotas\">[1]</script>");
  }

  private static String text(PageData data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportPage.of(data).writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
