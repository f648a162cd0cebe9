package io.stepunit.internal.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Makes the ids of one module's tests. Their keys are made of two checksums: each test of a suite
 * has one, and a digest would take longer than the rest of its record.
 */
final class TestIds {
  private static final int KEY_DIGITS = 10;

  private final byte[] module;

  TestIds(String module) {
    this.module = (module + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The id of a test.
   *
   * @param uniqueId what the test framework calls it
   */
  TestId of(String uniqueId) {
    byte[] test = uniqueId.getBytes(StandardCharsets.UTF_8);
    long sum = sum(new CRC32(), test) << Integer.SIZE | sum(new CRC32C(), test);
    return new TestId(uniqueId, HexFormat.of().toHexDigits(sum, KEY_DIGITS));
  }

  private long sum(Checksum checksum, byte[] test) {
    checksum.update(module, 0, module.length);
    checksum.update(test, 0, test.length);
    return checksum.getValue();
  }
}
