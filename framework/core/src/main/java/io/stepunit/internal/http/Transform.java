package io.stepunit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The field {@code Transform} of an HTTP Task.
 *
 * @param form how arrays are written in a form; empty if the body is sent as JSON
 */
record Transform(Optional<FormBody.ArrayFormat> form) {
  static Transform of(JsonNode field) {
    String encoding = field.path("RequestBodyEncoding").asText("NONE");
    if (encoding.equals("NONE")) {
      return new Transform(Optional.empty());
    }
    if (!encoding.equals("URL_ENCODED")) {
      throw new RequestException(
          "Its Transform has the RequestBodyEncoding '%s'; expected NONE or URL_ENCODED"
              .formatted(encoding));
    }
    JsonNode format = field.path("RequestEncodingOptions").path("ArrayFormat");
    return new Transform(Optional.of(FormBody.ArrayFormat.of(format.asText("INDICES"))));
  }

  /** The text that is sent: a text is sent as it is. */
  String encode(JsonNode body) {
    return form.map(format -> FormBody.of(body, format)).orElseGet(() -> Parameters.plain(body));
  }

  String contentType() {
    return form.isPresent()
        ? "application/x-www-form-urlencoded"
        : "application/json; charset=UTF-8";
  }
}
