package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.TaskRequest;
import io.stepunit.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32;

/** What the services return for something that was sent to them: digests and ids. */
final class SentContent {
  private SentContent() {}

  /** The text that is sent: JSON that stands for it is written out. */
  static String text(JsonNode content) {
    if (content.isMissingNode()) {
      return "";
    }
    return content.isTextual() ? content.textValue() : Json.text(content);
  }

  /** An id that is the same in each run, and another for each thing sent. */
  static String id(TaskRequest request, int number) {
    String name =
        "%s/%s/%s/%s".formatted(request.execution(), request.path(), request.invocation(), number);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static String md5(String text) {
    return md5(text.getBytes(StandardCharsets.UTF_8));
  }

  static String md5(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Each Java platform has MD5", e);
    }
  }

  static String crc32(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    byte[] bytes = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The bytes of message attributes that SQS makes its digest of. See "Calculating the MD5 message
   * digest for message attributes" in the Amazon SQS Developer Guide.
   */
  static byte[] bytes(JsonNode attributes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SortedMap<String, JsonNode> byName = new TreeMap<>();
    attributes.fields().forEachRemaining(e -> byName.put(e.getKey(), e.getValue()));
    byName.forEach(
        (name, attribute) -> {
          String type = attribute.path("DataType").asText();
          boolean binary = type.startsWith("Binary");
          write(bytes, name);
          write(bytes, type);
          bytes.write(binary ? 2 : 1);
          write(bytes, text(attribute.path(binary ? "BinaryValue" : "StringValue")));
        });
    return bytes.toByteArray();
  }

  private static void write(ByteArrayOutputStream bytes, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
    bytes.writeBytes(utf8);
  }
}
