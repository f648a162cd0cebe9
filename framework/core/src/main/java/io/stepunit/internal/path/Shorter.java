package io.stepunit.internal.path;

import io.stepunit.internal.recipe.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes rounds out of loops: a poll that answers {@code DONE} at once needs no second one. */
final class Shorter {
  /** Executions for one path. */
  private static final int TRIALS = 60;

  private final Pool pool;
  private int left;

  Shorter(Pool pool) {
    this.pool = pool;
  }

  /** The candidate, or a plainer one that reaches the point too. */
  Candidate of(Candidate candidate, PathPoint point) {
    left = TRIALS;
    Candidate best = candidate;
    while (best.cost().loops() > 0) {
      Optional<Candidate> plainer = plainer(best, point);
      if (plainer.isEmpty()) {
        return best;
      }
      best = plainer.get();
    }
    return best;
  }

  private Optional<Candidate> plainer(Candidate candidate, PathPoint point) {
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
                .filter(it -> it.reaches(point))
                .filter(it -> it.cost().compareTo(candidate.cost()) < 0);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
