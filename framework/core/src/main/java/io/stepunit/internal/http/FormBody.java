package io.stepunit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of an HTTP Task in the form {@code a=1&b=2}: {@code Transform} with {@code
 * "RequestBodyEncoding": "URL_ENCODED"}. Members of objects are written {@code a[b]}. See "Call
 * third-party APIs in Step Functions workflows" in the AWS Step Functions Developer Guide.
 */
final class FormBody {
  /** How the items of an array are named. */
  enum ArrayFormat {
    /** {@code a[0]=x&a[1]=y} */
    INDICES,
    /** {@code a=x&a=y} */
    REPEAT,
    /** {@code a=x,y}, the comma encoded, too */
    COMMAS,
    /** {@code a[]=x&a[]=y} */
    BRACKETS;

    static ArrayFormat of(String name) {
      for (ArrayFormat format : values()) {
        if (format.name().equals(name)) {
          return format;
        }
      }
      throw new RequestException(
          "Its Transform has the ArrayFormat '%s'; expected INDICES, REPEAT, COMMAS or BRACKETS"
              .formatted(name));
    }

    private String item(String name, int index) {
      return switch (this) {
        case INDICES -> name + "[" + index + "]";
        case BRACKETS -> name + "[]";
        case REPEAT, COMMAS -> name;
      };
    }
  }

  private final ArrayFormat format;
  private final List<String> pairs = new ArrayList<>();

  private FormBody(ArrayFormat format) {
    this.format = format;
  }

  static String of(JsonNode body, ArrayFormat format) {
    if (!body.isObject()) {
      throw new RequestException(
          "Its RequestBody must be an object to be URL_ENCODED, found " + body.getNodeType());
    }
    FormBody form = new FormBody(format);
    body.fields().forEachRemaining(member -> form.add(member.getKey(), member.getValue()));
    return String.join("&", form.pairs);
  }

  private void add(String name, JsonNode value) {
    if (value.isObject()) {
      value
          .fields()
          .forEachRemaining(member -> add(name + "[" + member.getKey() + "]", member.getValue()));
    } else if (value.isArray() && format == ArrayFormat.COMMAS) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(Parameters.plain(item)));
      pairs.add(encode(name) + "=" + encode(String.join(",", items)));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        add(format.item(name, i), value.get(i));
      }
    } else {
      pairs.add(encode(name) + "=" + (value.isNull() ? "" : encode(Parameters.plain(value))));
    }
  }

  /** Encodes all but the characters that RFC 3986 calls unreserved. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
