package io.stepunit.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something has to come before, or must not.
 *
 * @param needed whether one of the others has to come before
 */
record NeverRule(String state, List<String> others, boolean needed) implements Rule {
  @Override
  public String code() {
    return "never(%s).%s(%s)"
        .formatted(
            Property.literals(List.of(state)),
            needed ? "without" : "after",
            Property.literals(others));
  }

  @Override
  public List<String> states() {
    List<String> all = new ArrayList<>(others);
    all.add(0, state);
    return all;
  }

  @Override
  public Optional<String> violation(Course course) {
    for (Happening end : course.of(state)) {
      List<String> before =
          others.stream()
              .filter(
                  other ->
                      course.of(other).stream()
                          .anyMatch(begin -> begin.isTiedTo(end) && begin.isBefore(end)))
              .toList();
      if (before.isEmpty() == needed) {
        return Optional.of(
            needed
                ? "%s, but %s.".formatted(Told.happened(end, course), Told.notBefore(others))
                : "%s, although %s had happened before."
                    .formatted(Told.happened(end, course), before.get(0)));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> unreached(Course course) {
    return course.of(state).isEmpty() ? Optional.of(Told.never(state)) : Optional.empty();
  }
}
