package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.budget.Interrupts;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.masking.EventMasker;
import io.stepunit.recording.Masking;
import io.stepunit.recording.RecordingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Files with executions exported from AWS. Read one by one, so that only what is still incomplete
 * has to be kept.
 */
public final class RecordedFiles {
  private static final Set<String> ENDINGS =
      Set.of("json", "jsonl", "ndjson", "log", "txt", "gz", "");

  private final Path root;
  private final List<Path> files;
  private final Masking masking;

  private RecordedFiles(Path root, List<Path> files, Masking masking) {
    this.root = root;
    this.files = List.copyOf(files);
    this.masking = masking;
  }

  /** The same files, whose data are masked as they are read. */
  public RecordedFiles maskedBy(Masking other) {
    return new RecordedFiles(root, files, other);
  }

  /** Is told what the files hold. */
  public interface Finds {
    /** An execution. */
    void execution(RecordedCase execution);

    /** Something that cannot be read. */
    void unread(String name, String reason);

    /** Where it was told already, or will be. */
    Finds NOBODY =
        new Finds() {
          @Override
          public void execution(RecordedCase execution) {}

          @Override
          public void unread(String name, String reason) {}
        };
  }

  /**
   * The files of a folder, at any depth, or a single one.
   *
   * @throws RecordingException if there is none
   */
  public static RecordedFiles in(Path folder) {
    if (!Files.exists(folder)) {
      throw new RecordingException(
          "There is no folder with recorded executions at " + folder.toAbsolutePath() + ".");
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files =
          all.filter(Files::isRegularFile).filter(RecordedFiles::isTaken).sorted().toList();
      if (files.isEmpty()) {
        throw new RecordingException(
            "The folder "
                + folder.toAbsolutePath()
                + " has no recorded executions: expected files .json, .jsonl, .ndjson, .log or"
                + " .txt, as they are or with .gz.");
      }
      Path absolute = folder.toAbsolutePath();
      Path root = Files.isDirectory(folder) ? absolute : absolute.resolveSibling("");
      return new RecordedFiles(root, files, Masking.nothing());
    } catch (IOException | UncheckedIOException e) {
      throw new RecordingException(
          "The folder " + folder.toAbsolutePath() + " cannot be read: " + e, e);
    }
  }

  /** CloudWatch's exports have names without an ending, too. */
  private static boolean isTaken(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return !name.startsWith(".") && ENDINGS.contains(name.substring(dot + 1)) || dot < 0;
  }

  /** Reads all files, in the order of their names. */
  public void read(Finds finds) {
    LogRecords logs = new LogRecords();
    EventMasker masker = masker();
    for (Path file : files) {
      Interrupts.check();
      String name = masker.name(nameOf(file));
      Pages pages = new Pages(name, finds);
      values(
          file,
          name,
          page -> pages.add(masking.isEmpty() ? page : masker.maskedPage(page)),
          logRecord -> logs.add(masking.isEmpty() ? logRecord : masker.masked(logRecord)),
          finds);
      pages.take();
      logs.takeEnded(finds);
    }
    logs.takeRest(finds);
  }

  /**
   * Writes copies of all that can be read, masked: histories as JSON, log records one a line.
   *
   * @return how many files were written
   * @throws RecordingException if the folder has anything in it, or cannot be written
   */
  public int copyTo(Path folder) {
    try {
      MaskedCopies copies = new MaskedCopies(folder);
      EventMasker masker = masker();
      for (Path file : files) {
        Interrupts.check();
        MaskedCopies.Copy copy = copies.of(masker.name(nameOf(file)));
        values(
            file,
            "",
            page -> copy.page(masker.maskedPage(page)),
            logRecord -> copy.logRecord(masker.masked(logRecord)),
            Finds.NOBODY);
        copy.write();
      }
      return copies.written();
    } catch (IOException e) {
      throw new RecordingException(
          "The folder " + folder.toAbsolutePath() + " cannot be written: " + e, e);
    }
  }

  /** Knows what to mask as soon as it has seen all files. */
  private EventMasker masker() {
    EventMasker masker = new EventMasker(masking);
    if (masker.hasToSee()) {
      for (Path file : files) {
        values(
            file, "", page -> page.path("events").forEach(masker::see), masker::see, Finds.NOBODY);
      }
    }
    return masker;
  }

  /** What a file is called: its path in the folder, with slashes. */
  private String nameOf(Path file) {
    return root.relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }

  private void values(
      Path file, String name, Consumer<JsonNode> pages, Consumer<JsonNode> records, Finds finds) {
    try {
      ExportedValues values = new ExportedValues(pages, records, masking.isEmpty());
      ExportedText.values(file).forEach(values::add);
      values.problem().ifPresent(problem -> finds.unread(name, problem));
    } catch (JsonTextException e) {
      // What stands there may be what is to be masked.
      String where = "line " + e.line() + ", column " + e.column();
      finds.unread(
          name,
          "It cannot be read: "
              + (masking.isEmpty() ? e.getMessage() : "it is not JSON at " + where));
    } catch (IOException e) {
      finds.unread(name, "It cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** The pages of the histories in a file, one history after the other. */
  private static final class Pages {
    private final String file;
    private final Finds finds;
    private final List<RecordedEvent> events = new ArrayList<>();
    private int histories;

    Pages(String file, Finds finds) {
      this.file = file;
      this.finds = finds;
    }

    void add(JsonNode page) {
      try {
        List<RecordedEvent> more = RecordedEvent.listOf(HistoryJson.checked(page).path("events"));
        if (!continues(more)) {
          take();
        }
        events.addAll(more);
      } catch (IllegalArgumentException e) {
        finds.unread(file, String.valueOf(e.getMessage()));
      }
    }

    private boolean continues(List<RecordedEvent> more) {
      return !events.isEmpty()
          && !more.isEmpty()
          && more.get(0).id() == events.get(events.size() - 1).id() + 1;
    }

    void take() {
      if (events.isEmpty()) {
        return;
      }
      histories++;
      String name = histories == 1 ? file : file + "#" + histories;
      try {
        finds.execution(
            HistoryFile.of(
                name,
                List.copyOf(events),
                WorkflowType.STANDARD,
                Optional.empty(),
                Optional.empty()));
      } catch (RecordingException e) {
        finds.unread(name, String.valueOf(e.getMessage()));
      }
      events.clear();
    }
  }
}
