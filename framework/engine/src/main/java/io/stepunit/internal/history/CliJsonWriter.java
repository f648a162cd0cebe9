package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON in the layout of the AWS CLI.
 *
 * <p>Written here and not left to Jackson, whose layout depends on its version and on the
 * platform's line separator.
 */
final class CliJsonWriter {
  private static final String INDENT = "    ";

  private final StringBuilder out = new StringBuilder();

  private CliJsonWriter() {}

  static String text(JsonNode node) {
    CliJsonWriter writer = new CliJsonWriter();
    writer.write(node, 0);
    return writer.out.append('\n').toString();
  }

  private void write(JsonNode node, int depth) {
    if (node.isObject()) {
      writeObject(node, depth);
    } else if (node.isArray()) {
      writeArray(node, depth);
    } else if (node.isTextual()) {
      quote(node.textValue());
    } else {
      out.append(node);
    }
  }

  private void writeObject(JsonNode node, int depth) {
    if (node.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      newLine(depth + 1);
      quote(field.getKey());
      out.append(": ");
      write(field.getValue(), depth + 1);
      out.append(fields.hasNext() ? "," : "");
    }
    newLine(depth);
    out.append('}');
  }

  private void writeArray(JsonNode node, int depth) {
    if (node.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    for (int i = 0; i < node.size(); i++) {
      out.append(i == 0 ? "" : ",");
      newLine(depth + 1);
      write(node.get(i), depth + 1);
    }
    newLine(depth);
    out.append(']');
  }

  private void newLine(int depth) {
    out.append('\n').append(INDENT.repeat(depth));
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\f' -> out.append("\\f");
        case '\b' -> out.append("\\b");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(c < 0x10 ? "0" : "").append(Integer.toHexString(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
