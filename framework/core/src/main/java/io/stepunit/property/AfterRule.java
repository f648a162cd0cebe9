package io.stepunit.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something has to follow. */
record AfterRule(String state, List<String> targets) implements Rule {
  @Override
  public String code() {
    return "after(%s).eventually(%s)"
        .formatted(Property.literals(List.of(state)), Property.literals(targets));
  }

  @Override
  public List<String> states() {
    List<String> all = new ArrayList<>(targets);
    all.add(0, state);
    return all;
  }

  @Override
  public Optional<String> violation(Course course) {
    List<Happening> later = targets.stream().flatMap(target -> counting(target, course)).toList();
    return course.of(state).stream()
        .filter(begin -> !isUndecided(begin, course))
        .filter(
            begin -> later.stream().noneMatch(end -> begin.isTiedTo(end) && begin.isBefore(end)))
        .findFirst()
        .map(
            begin -> "%s, but %s.".formatted(Told.happened(begin, course), Told.notAfter(targets)));
  }

  private static boolean isUndecided(Happening begin, Course course) {
    return begin.run() >= 0 && Course.isCutOff(course.executions().get(begin.run()));
  }

  private static Stream<Happening> counting(String target, Course course) {
    return course.isMadeToFail(target)
        ? course.visits(target).stream()
        : course.of(target).stream();
  }

  @Override
  public Optional<String> unreached(Course course) {
    return course.of(state).isEmpty() ? Optional.of(Told.never(state)) : Optional.empty();
  }
}
