package io.stepunit.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What callers were told of what still runs, by what they asked; the latest of it. */
final class PollLog {
  private static final int KEPT = 1_000;

  private final Map<Question, Told> told = new LinkedHashMap<>();

  /**
   * What is asked.
   *
   * @param operation the operation's name
   * @param request its members
   */
  record Question(String operation, JsonNode request) {}

  /**
   * What was told.
   *
   * @param again how many times in a row it was told again, and nothing could happen
   */
  private record Told(JsonNode answer, int again) {}

  /** Whether this was the answer the last time, too. */
  boolean isTold(Question question, JsonNode answer) {
    Told last = told.get(question);
    return last != null && last.answer().equals(answer);
  }

  /** From now on this is the last answer. */
  void tell(Question question, JsonNode answer) {
    put(question, new Told(answer, 0));
  }

  /** The last answer is told once more, and nothing can happen; tells how many times by now. */
  int tellAgain(Question question, JsonNode answer) {
    Told last = told.get(question);
    int again = last == null ? 1 : last.again() + 1;
    put(question, new Told(answer, again));
    return again;
  }

  void forget(Question question) {
    told.remove(question);
  }

  private void put(Question question, Told answer) {
    told.remove(question);
    told.put(question, answer);
    if (told.size() > KEPT) {
      told.remove(told.keySet().iterator().next());
    }
  }
}
