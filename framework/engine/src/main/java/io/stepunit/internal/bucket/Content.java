package io.stepunit.internal.bucket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of an object, wherever they lie. */
sealed interface Content {
  /** How many bytes there are. */
  long size() throws IOException;

  InputStream open() throws IOException;

  /** In memory. */
  final class Bytes implements Content {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /** In memory, compressed, as results of many executions are: nobody sees that they are. */
  final class Compressed implements Content {
    private final byte[] gzip;
    private final long size;

    Compressed(byte[] gzip, long size) {
      this.gzip = gzip;
      this.size = size;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public InputStream open() throws IOException {
      return new GZIPInputStream(new ByteArrayInputStream(gzip));
    }
  }

  /** On disk: read again each time, so that a large file costs no memory. */
  record OnDisk(Path file) implements Content {
    @Override
    public long size() throws IOException {
      return Files.size(file);
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }
}
