package io.stepunit.internal.engine.map;

import io.stepunit.bucket.StoredObject;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Opens objects for reading and decompresses them. */
final class ObjectStream {
  private static final int MAGIC_BYTES = 4;
  private static final int BYTE = 0xFF;
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] ZSTANDARD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
  private static final String GZIP_NAME = ".gz";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ObjectStream() {}

  /**
   * The object's bytes.
   *
   * @throws ItemReaderException if its name says that it is compressed, and it is not
   */
  static InputStream open(StoredObject object) throws IOException {
    PushbackInputStream in = new PushbackInputStream(object.open(), MAGIC_BYTES);
    byte[] magic = in.readNBytes(MAGIC_BYTES);
    in.unread(magic);
    if (startsWith(magic, GZIP)) {
      return new BufferedInputStream(new GZIPInputStream(in));
    }
    if (startsWith(magic, ZSTANDARD)) {
      in.close();
      throw new IllegalStateException(
          "The object %s is compressed by Zstandard, which StepUnit cannot read. Put it uncompressed, or compressed by gzip."
              .formatted(object.uri()));
    }
    if (object.uri().endsWith(GZIP_NAME)) {
      in.close();
      throw ItemReaderException.of(
          "The object %s is not in gzip format, as its name says.".formatted(object.uri()));
    }
    return new BufferedInputStream(in);
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & BYTE) != (magic[i] & BYTE)) {
        return false;
      }
    }
    return true;
  }

  /** The object as text, without the mark that some programs begin it with. */
  static Reader text(StoredObject object) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(object), StandardCharsets.UTF_8));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }
}
