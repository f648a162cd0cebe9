package io.stepunit.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;

/** Writes trees. An ObjectMapper would take many classes to do so. */
final class TreeWriter {
  private TreeWriter() {}

  /** Made for values that no tree of JSON has. */
  private static final class Others {
    private static final ObjectMapper MAPPER = JsonMapper.builder().nodeFactory(Json.NODES).build();
  }

  static void write(JsonNode node, JsonGenerator out) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, out);
      case ARRAY -> writeArray(node, out);
      case STRING -> out.writeString(node.textValue());
      case NUMBER -> writeNumber(node, out);
      case BOOLEAN -> out.writeBoolean(node.booleanValue());
      case NULL, MISSING -> out.writeNull();
      case BINARY, POJO -> Others.MAPPER.writeValue(out, node);
    }
  }

  private static void writeObject(JsonNode node, JsonGenerator out) throws IOException {
    out.writeStartObject();
    Iterator<Map.Entry<String, JsonNode>> members = node.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      out.writeFieldName(member.getKey());
      write(member.getValue(), out);
    }
    out.writeEndObject();
  }

  private static void writeArray(JsonNode node, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (JsonNode item : node) {
      write(item, out);
    }
    out.writeEndArray();
  }

  private static void writeNumber(JsonNode number, JsonGenerator out) throws IOException {
    switch (number.numberType()) {
      case INT -> out.writeNumber(number.intValue());
      case LONG -> out.writeNumber(number.longValue());
      case BIG_INTEGER -> out.writeNumber(number.bigIntegerValue());
      case FLOAT -> out.writeNumber(number.floatValue());
      case DOUBLE -> out.writeNumber(number.doubleValue());
      case BIG_DECIMAL -> out.writeNumber(number.decimalValue());
    }
  }
}
