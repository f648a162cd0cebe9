package io.stepunit.internal.awsmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class CatalogueFilesTest {
  private static final Path FILES =
      Path.of("src/main/resources/io/stepunit/internal/awsmodel").toAbsolutePath();

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList();
    }
  }

  @Test
  void are_those_that_the_index_lists() throws IOException {
    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of("index.json"), ServiceModels.names().stream().map(n -> n + ".txt"))
                .toList());
  }

  @Test
  void take_less_than_two_and_a_half_megabytes_in_the_jar() throws IOException {
    long size = 0;
    for (Path file : files()) {
      Counter counter = new Counter();
      try (OutputStream out = new DeflaterOutputStream(counter)) {
        Files.copy(file, out);
      }
      size += counter.bytes;
    }

    assertThat(size).isBetween(1_000_000L, 2_500_000L);
  }

  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }
  }
}
