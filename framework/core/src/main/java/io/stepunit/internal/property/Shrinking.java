package io.stepunit.internal.property;

import io.stepunit.Fault;
import io.stepunit.Fault.Attempts;
import io.stepunit.Interleaving;
import io.stepunit.internal.json.SmallerJson;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.shrink.Smallest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a case smaller that fails: no second run, fewer faults, the first order, less data. It
 * fails in the same way all the time, and the execution ends alike.
 */
final class Shrinking {
  /** Executions that may find out what makes no difference. */
  private static final int RUNS = 1_500;

  private final Smallest<Case, Trial> smallest;

  private Shrinking(Function<Case, Optional<Trial>> runner, Trial found) {
    this.smallest =
        new Smallest<>(
            found,
            Trial::given,
            (smaller, former) -> runner.apply(smaller).filter(former::isLike),
            RUNS);
  }

  static Trial smallest(Function<Case, Optional<Trial>> runner, Trial found) {
    Shrinking shrinking = new Shrinking(runner, found);
    shrinking.repeat();
    shrinking.faults();
    shrinking.order();
    shrinking.objects();
    shrinking.input();
    shrinking.answers();
    shrinking.input();
    return shrinking.smallest.trial();
  }

  private Case given() {
    return smallest.given();
  }

  private void repeat() {
    if (given().repeat() != Repeat.ONCE && !keeps(given().repeated(Repeat.ONCE))) {
      if (given().repeat() == Repeat.TWICE_AT_ONCE) {
        keeps(given().repeated(Repeat.TWICE));
      }
    }
  }

  private void faults() {
    for (Fault fault : given().faults()) {
      List<Fault> others = new ArrayList<>(given().faults());
      int index = others.indexOf(fault);
      others.remove(index);
      if (!keeps(given().withFaults(others)) && fault.attempts() == Attempts.EVERY) {
        others.add(
            index,
            new Fault(fault.state(), fault.kind(), fault.error(), Attempts.FIRST, fault.second()));
        keeps(given().withFaults(others));
      }
    }
  }

  /** The order of a seed is told by its choices, as few of them as are needed. */
  private void order() {
    if (keeps(given().inOrder(Case.OWN_ORDER))) {
      return;
    }
    List<Integer> choices =
        smallest.trial().run().order().choices().stream().map(Interleaving.Choice::chosen).toList();
    if (!keeps(inOrder(choices))) {
      return;
    }
    for (int last = choices.size() - 1; last >= 0; last--) {
      if (keeps(inOrder(choices.subList(0, last)))) {
        choices = choices.subList(0, last);
      } else {
        break;
      }
    }
    for (int i = 0; i < choices.size(); i++) {
      List<Integer> fewer = new ArrayList<>(choices);
      fewer.set(i, 0);
      if (choices.get(i) != 0 && keeps(inOrder(fewer))) {
        choices = fewer;
      }
    }
  }

  private Case inOrder(List<Integer> choices) {
    return given().inOrder(Interleaving.ofChoices(choices).name());
  }

  private void objects() {
    if (!given().objects().isEmpty()) {
      keeps(given().withObjects(List.of()));
    }
  }

  private void input() {
    SmallerJson.of(given().input(), input -> keeps(given().withInput(input)));
  }

  /** From now on the answers are those of mocks, as in a test. */
  private void answers() {
    if (!keeps(given().withAnswers(smallest.trial().run().answers()))) {
      return;
    }
    for (String task : given().answers().keySet()) {
      List<Answer> script = given().answers().getOrDefault(task, List.of());
      if (script.size() > 1) {
        keeps(withScript(task, script.subList(0, 1)));
      }
      for (Answer answer : new LinkedHashSet<>(given().answers().getOrDefault(task, List.of()))) {
        smaller(task, answer);
      }
    }
  }

  private void smaller(String task, Answer answer) {
    Answer[] current = {answer};
    answer
        .data()
        .ifPresent(
            data ->
                SmallerJson.of(
                    data,
                    json -> {
                      Answer smaller = answer.with(before -> json);
                      boolean kept = keeps(replaced(task, current[0], smaller));
                      current[0] = kept ? smaller : current[0];
                      return kept;
                    }));
  }

  private Case replaced(String task, Answer before, Answer now) {
    List<Answer> script =
        given().answers().getOrDefault(task, List.of()).stream()
            .map(each -> each.equals(before) ? now : each)
            .toList();
    return withScript(task, script);
  }

  private Case withScript(String task, List<Answer> script) {
    Map<String, List<Answer>> answers = new LinkedHashMap<>(given().answers());
    answers.put(task, script);
    return given().withAnswers(answers);
  }

  private boolean keeps(Case smaller) {
    return smallest.keeps(smaller);
  }
}
