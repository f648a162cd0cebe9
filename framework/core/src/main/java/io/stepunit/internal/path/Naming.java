package io.stepunit.internal.path;

import io.stepunit.path.PathCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sees to it that no two paths of a machine have the same name. */
final class Naming {
  private Naming() {}

  static List<PathCase> of(List<SolvedPath> paths) {
    Map<String, Long> rules = count(paths);
    List<SolvedPath> byRule =
        paths.stream()
            .map(
                path ->
                    rules.getOrDefault(path.name(), 0L) == 1 ? path : path.named(withRules(path)))
            .toList();
    Map<String, Long> left = count(byRule);
    Map<String, Integer> numbers = new HashMap<>();
    List<PathCase> named = new ArrayList<>();
    for (SolvedPath path : byRule) {
      boolean isOnly = left.getOrDefault(path.name(), 0L) == 1;
      int number = numbers.merge(path.name(), 1, Integer::sum);
      named.add(isOnly ? path : path.named(path.name() + " (" + number + ")"));
    }
    return named;
  }

  private static Map<String, Long> count(List<SolvedPath> paths) {
    return paths.stream().collect(Collectors.groupingBy(SolvedPath::name, Collectors.counting()));
  }

  private static String withRules(SolvedPath path) {
    String rules =
        path.aims().stream().flatMap(aim -> aim.rule().stream()).collect(Collectors.joining(", "));
    return rules.isEmpty() ? path.name() : path.name() + " (by " + rules + ")";
  }
}
