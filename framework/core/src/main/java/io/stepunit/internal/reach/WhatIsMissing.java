package io.stepunit.internal.reach;

import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of an aim that no test reaches what kept executions from it. */
public final class WhatIsMissing {
  private static final int SHOWN = 5;

  private final Search search;
  private final Pool pool;

  /** After a search. */
  public WhatIsMissing(Search search) {
    this.search = search;
    this.pool = search.pool();
  }

  /** A sentence or two, of what has to be reached before if that was not. */
  public String of(Aim aim) {
    if (pool.reaches(aim) || isNear(aim)) {
      return Printable.line(reason(aim));
    }
    return Printable.line(
        search.leadingTo(aim).stream()
            .filter(each -> each.move().isPresent())
            .filter(each -> !pool.reaches(each) && isNear(each))
            .findFirst()
            .map(each -> each.name() + " comes first: " + reason(each))
            .orElseGet(() -> reason(aim)));
  }

  private boolean isNear(Aim aim) {
    return aim.from().map(pool::visits).orElse(true);
  }

  /** The same of the aim itself. */
  public String reason(Aim aim) {
    List<Candidate> reaching = pool.reaching(aim);
    if (!reaching.isEmpty()) {
      return "an execution takes it, but not with mocks that a test can make, such as %s."
          .formatted(String.join(Aim.THEN, reaching.get(0).run().path()));
    }
    if (!isNear(aim)) {
      return "no input was found with which %s is reached."
          .formatted(aim.from().map(State::name).orElse(""));
    }
    String tried = "%s executions were tried.".formatted(pool.runs());
    return aim.from()
        .map(state -> state instanceof ChoiceState ? choice(aim, state) : ofState(aim, state))
        .map(reason -> reason + " " + tried)
        .orElse(tried);
  }

  private String choice(Aim aim, State state) {
    Optional<Wants> wants = aim.goal().flatMap(pool.solver()::wants);
    if (wants.filter(it -> !it.ways().isEmpty() && !it.ways().get(0).isEmpty()).isPresent()) {
      String needed =
          wants.get().ways().get(0).stream()
              .limit(SHOWN)
              .map(WantText::of)
              .collect(Collectors.joining(", and "));
      return "%s needs %s, and neither the input nor a result was found that gives it this."
          .formatted(state.name(), needed);
    }
    return "no value is known with which %s goes there%s.".formatted(state.name(), reads(state));
  }

  private static String reads(State state) {
    String paths =
        state
            .reads()
            .map(read -> WantText.of(read.path()))
            .distinct()
            .sorted()
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    return paths.isEmpty() ? "" : "; it reads " + paths;
  }

  private String ofState(Aim aim, State state) {
    List<String> errors =
        pool.visiting(state).stream()
            .flatMap(each -> each.steps().stream().flatMap(PathStep::all))
            .filter(step -> step.state().equals(state.name()))
            .flatMap(step -> Stream.concat(step.errors().stream(), step.caught().stream()))
            .distinct()
            .limit(SHOWN)
            .toList();
    String seen =
        errors.isEmpty() ? "it did not fail" : "it failed with " + String.join(", ", errors);
    if (aim.isByError()) {
      return "no error of a Task was found after which %s does this: %s."
          .formatted(state.name(), seen);
    }
    String ended =
        pool.visiting(state).stream()
            .limit(1)
            .flatMap(each -> each.run().description().cause().stream())
            .findFirst()
            .map(cause -> " (" + cause + ")")
            .orElse("");
    return "%s does not get there: %s%s.".formatted(state.name(), seen, ended);
  }
}
