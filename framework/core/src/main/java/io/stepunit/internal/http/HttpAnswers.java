package io.stepunit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.Pattern;

/** A response as Step Functions shows it: Headers, ResponseBody, StatusCode, StatusText. */
final class HttpAnswers {
  private static final Pattern FIRST_LETTERS = Pattern.compile("(?<![^-])[a-z]");

  private HttpAnswers() {}

  static JsonNode envelope(HttpResponse<ReceivedBody> response) {
    ObjectNode envelope = Json.NODES.objectNode();
    envelope.set("Headers", headers(response.headers()));
    if (ResponseContent.mayHaveBody(response)) {
      envelope.set("ResponseBody", body(response.body().text()));
    }
    envelope.put("StatusCode", response.statusCode());
    envelope.put("StatusText", ReasonPhrase.of(response.statusCode()));
    return envelope;
  }

  private static ObjectNode headers(HttpHeaders headers) {
    ObjectNode shown = Json.NODES.objectNode();
    headers
        .map()
        .forEach(
            (name, values) -> {
              ArrayNode texts = shown.putArray(usual(name));
              values.forEach(texts::add);
            });
    return shown;
  }

  /** {@code Content-Type}: the JDK's client does not tell in which case the server wrote it. */
  private static String usual(String name) {
    return FIRST_LETTERS
        .matcher(name)
        .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
  }

  /** JSON where it is JSON, else text. */
  private static JsonNode body(String text) {
    try {
      return Json.parseData(text);
    } catch (JsonTextException e) {
      return TextNode.valueOf(text);
    }
  }
}
