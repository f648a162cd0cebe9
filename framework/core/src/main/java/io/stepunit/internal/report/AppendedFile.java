package io.stepunit.internal.report;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A new file that is written through memory which it shares with the operating system. What was
 * appended is in the file even if the JVM is killed, and costs no call of the system. Until it is
 * closed, it ends with zeros.
 */
final class AppendedFile extends OutputStream {
  private static final int PIECE = 1 << 20;

  private final FileChannel channel;
  private MappedByteBuffer piece;
  private long start;

  /**
   * @throws IOException if it exists, or cannot be made
   */
  AppendedFile(Path file) throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    piece = channel.map(FileChannel.MapMode.READ_WRITE, 0, PIECE);
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      put(bytes, offset, length);
    } catch (InternalError e) {
      // So the JVM tells that the system has no room for what is written to memory.
      throw new IOException("There is no room for the records.", e);
    }
  }

  private void put(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (!piece.hasRemaining()) {
        start += PIECE;
        piece = channel.map(FileChannel.MapMode.READ_WRITE, start, PIECE);
      }
      int some = Math.min(length - done, piece.remaining());
      piece.put(bytes, offset + done, some);
      done += some;
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      shorten();
    }
  }

  /** Some systems let no shared file become shorter; readers stop at the zeros. */
  private void shorten() throws IOException {
    if (File.separatorChar == '/') {
      channel.truncate(start + piece.position());
    }
  }
}
