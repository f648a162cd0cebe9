package io.stepunit.internal.reach;

import io.stepunit.internal.rehearsal.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes rounds out of loops: a poll that answers {@code DONE} at once needs no second one. */
public final class Shorter {
  /** Executions for one path. */
  private static final int TRIALS = 60;

  private final Pool pool;
  private int left;

  /** Tries executions in a pool. */
  public Shorter(Pool pool) {
    this.pool = pool;
  }

  /** The candidate, or a plainer one that reaches the same. */
  public Candidate of(Candidate candidate, Predicate<Candidate> reaches) {
    left = TRIALS;
    Candidate best = candidate;
    while (best.cost().loops() > 0) {
      Optional<Candidate> plainer = plainer(best, reaches);
      if (plainer.isEmpty()) {
        return best;
      }
      best = plainer.get();
    }
    return best;
  }

  private Optional<Candidate> plainer(Candidate candidate, Predicate<Candidate> reaches) {
    for (Map.Entry<String, List<Answer>> task : candidate.answers().entrySet()) {
      int size = task.getValue().size();
      for (int from = 0; from + 1 < size && left > 0; from++) {
        List<Answer> fewer = new ArrayList<>(task.getValue());
        fewer.remove(from);
        Map<String, List<Answer>> answers = new LinkedHashMap<>(candidate.answers());
        answers.put(task.getKey(), fewer);
        left--;
        Optional<Candidate> found =
            pool.run(candidate.input(), answers, candidate.objects())
                .filter(reaches)
                .filter(it -> it.cost().compareTo(candidate.cost()) < 0);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
