package io.stepunit.internal.recording;

import java.nio.file.Path;

/** What became of one recorded case, or of one definition. */
public record Verdict(String id, String kind, String group, Kind outcome, String reason) {
  public enum Kind {
    PASSED("passed"),
    SKIPPED("skipped"),
    NOT_YET("notYet"),
    FAILED("failed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in the summary. */
    String word() {
      return word;
    }
  }

  static Verdict of(CorpusCase recorded, Kind outcome, String reason) {
    return new Verdict(recorded.id(), recorded.kind(), recorded.group(), outcome, reason);
  }

  /** The folder that a case lies in. */
  public static String groupOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }
}
