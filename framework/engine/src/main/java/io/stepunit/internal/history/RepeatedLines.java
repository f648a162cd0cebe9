package io.stepunit.internal.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Folds lines that repeat but for their times, attempts and iterations: the first and the last time
 * they are shown, those in between are one line.
 */
final class RepeatedLines {
  private static final int LONGEST_BLOCK = 12;

  /** Fewer are as easily read as counted. */
  private static final int FEWEST = 5;

  private static final Pattern NUMBERS = Pattern.compile("\\[\\d+]|attempt \\d+");

  private final List<TimelineLine> lines;
  private final List<String> alike;

  private RepeatedLines(List<TimelineLine> lines) {
    this.lines = lines;
    this.alike = lines.stream().map(RepeatedLines::withoutNumbers).toList();
  }

  static List<TimelineLine> folded(List<TimelineLine> lines) {
    return new RepeatedLines(lines).fold();
  }

  private static String withoutNumbers(TimelineLine line) {
    return NUMBERS.matcher(line.path() + '\n' + line.what()).replaceAll("#");
  }

  private List<TimelineLine> fold() {
    List<TimelineLine> folded = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int block = blockAt(at);
      int times = block == 0 ? 1 : times(at, block);
      if (times < FEWEST) {
        folded.add(lines.get(at));
        at++;
      } else {
        int last = at + block * (times - 1);
        folded.addAll(lines.subList(at, at + block));
        folded.add(TimelineLine.repeated(firstEvent(at + block, last), block, times - 2));
        folded.addAll(lines.subList(last, last + block));
        at = last + block;
      }
    }
    return List.copyOf(folded);
  }

  private long firstEvent(int from, int to) {
    return lines.subList(from, to).stream()
        .mapToLong(TimelineLine::eventId)
        .filter(id -> id > 0)
        .findFirst()
        .orElse(0);
  }

  /** How many lines repeat from here on, the fewest; 0 if none do often enough. */
  private int blockAt(int at) {
    for (int block = 1; block <= LONGEST_BLOCK; block++) {
      if (times(at, block) >= FEWEST) {
        return block;
      }
    }
    return 0;
  }

  private int times(int at, int block) {
    int times = 1;
    while (isSame(at, at + times * block, block)) {
      times++;
    }
    return times;
  }

  private boolean isSame(int at, int other, int block) {
    return other + block <= lines.size()
        && alike.subList(at, at + block).equals(alike.subList(other, other + block));
  }
}
