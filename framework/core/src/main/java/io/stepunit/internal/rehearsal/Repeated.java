package io.stepunit.internal.rehearsal;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer that several calls in a row get.
 *
 * @param isLast whether all later calls get it too
 */
public record Repeated(Answer answer, int times, boolean isLast) {
  /** The answers of a script, equal ones together. */
  public static List<Repeated> in(List<Answer> script) {
    List<Repeated> all = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= script.size(); i++) {
      if (i == script.size() || !script.get(i).equals(script.get(from))) {
        all.add(new Repeated(script.get(from), i - from, i == script.size()));
        from = i;
      }
    }
    return all;
  }
}
