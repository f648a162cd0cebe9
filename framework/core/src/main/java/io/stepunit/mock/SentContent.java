package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.TaskRequest;
import io.stepunit.internal.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.CRC32;

/** What the services tell of something that was sent to them: digests and ids. */
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
        "%s/%s/%d/%d".formatted(request.execution(), request.path(), request.invocation(), number);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static String md5(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
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
}
