package io.stepunit.internal.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
  @TempDir Path folder;

  @Test
  void files_of_several_folders_come_folder_by_folder_and_by_name() throws IOException {
    Path late = file("b", "1.jsonl");
    Path second = file("a", "2.jsonl");
    Path first = file("a", "1.jsonl");
    file("a", "notes.txt");

    List<Path> files = DataFiles.in(List.of(folder.resolve("a"), folder.resolve("b")));

    assertThat(files).containsExactly(first, second, late);
  }

  @Test
  void files_in_folders_below_are_found() throws IOException {
    Path deep = file("shards/1/stepunit/data", "fork-1.jsonl");

    assertThat(DataFiles.in(List.of(folder.resolve("shards")))).containsExactly(deep);
  }

  @Test
  void a_folder_that_does_not_exist_has_none() {
    assertThat(DataFiles.in(List.of(folder.resolve("nowhere")))).isEmpty();
  }

  @Test
  void a_folder_that_is_named_twice_counts_once() throws IOException {
    Path file = file("a", "1.jsonl");

    assertThat(DataFiles.in(List.of(folder.resolve("a"), folder.resolve("a"))))
        .containsExactly(file);
  }

  private Path file(String in, String name) throws IOException {
    Files.createDirectories(folder.resolve(in));
    return Files.writeString(folder.resolve(in).resolve(name), "");
  }
}
