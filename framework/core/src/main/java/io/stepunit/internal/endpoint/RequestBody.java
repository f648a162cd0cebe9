package io.stepunit.internal.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads bodies up to a limit. */
final class RequestBody {
  /** A definition of 1 MB whose every character is escaped in JSON, and then some. */
  static final int LIMIT = 8 * 1024 * 1024;

  /** How much of a body that is too long is read, so that its sender sees the answer. */
  private static final long DISCARDED = 64L * 1024 * 1024;

  private RequestBody() {}

  /** The body; empty if it is longer than the limit. */
  static Optional<byte[]> read(InputStream stream) throws IOException {
    byte[] read = stream.readNBytes(LIMIT + 1);
    if (read.length <= LIMIT) {
      return Optional.of(read);
    }
    discard(stream);
    return Optional.empty();
  }

  private static void discard(InputStream stream) throws IOException {
    byte[] part = new byte[64 * 1024];
    long left = DISCARDED;
    int read = 0;
    while (left > 0 && read >= 0) {
      read = stream.read(part);
      left -= read;
    }
  }
}
