package io.stepunit.internal.report;

/**
 * Which test it is.
 *
 * @param uniqueId what the test framework calls it
 * @param key a short form for addresses: the same for the same test of the same module
 */
public record TestId(String uniqueId, String key) {
  private static final int KEY_LENGTH = 10;

  static TestId of(String module, String uniqueId) {
    return new TestId(uniqueId, Digest.hex(module + "\n" + uniqueId).substring(0, KEY_LENGTH));
  }
}
