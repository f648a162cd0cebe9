package io.stepunit.internal.coverage;

import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.choice.Condition;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.QueryLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the rules of one Choice state turned out, and where they led. */
final class ChoiceHits {
  private static final Pattern OF_RULE = Pattern.compile("Choices\\[(\\d+)]/(Condition)?.*");

  private final ChoiceState state;
  private final List<RuleHits> rules = new ArrayList<>();

  /** Behind those of the rules that of {@code Default}. */
  private final List<Tally> followed = new ArrayList<>();

  /**
   * @param key the JSON pointer of the state
   */
  ChoiceHits(ChoiceState state, String key, Tallies tallies) {
    this.state = state;
    for (int i = 0; i < state.choices().size(); i++) {
      String rule = key + "/Choices/" + i;
      rules.add(new RuleHits(rule, state.choices().get(i).condition(), tallies));
      followed.add(tallies.of(rule + "/Next"));
    }
    followed.add(tallies.of(key + "/Default"));
  }

  /**
   * Whether it tells how all rules and their operands turned out that one rule held.
   *
   * @param rule the index of a rule, behind the last that of {@code Default}, or {@link
   *     Decision#NONE}
   */
  boolean tellsAll(int rule) {
    for (int i = 0; i <= rule && i < rules.size(); i++) {
      if (!rules.get(i).tellsAll(i == rule)) {
        return false;
      }
    }
    return rule != Decision.NONE;
  }

  /** The state has worked out its rules. */
  void chosen(Decision.RuleChosen decision) {
    if (decision.rule() != Decision.NONE) {
      held(decision.rule(), decision.seen());
    } else if (state.language() == QueryLanguage.JSONPATH) {
      testAgain(decision.seen());
    }
  }

  /** Those before a rule did not hold; it did, unless it stands for {@code Default}. */
  private void held(int rule, Scope seen) {
    for (int i = 0; i <= rule && i < rules.size(); i++) {
      RuleHits hits = rules.get(i);
      boolean holds = i == rule;
      if (hits.tellsAll(holds)) {
        hits.countAll(holds);
      } else {
        hits.count(state.choices().get(i).condition().test(input(seen), hits));
      }
    }
  }

  private Scope input(Scope seen) {
    return seen.withInput(state.dataFlow().input(seen));
  }

  /** Paths have the same values again, and the first failure is the same. */
  private void testAgain(Scope seen) {
    try {
      Scope scope = input(seen);
      for (int i = 0; i < rules.size(); i++) {
        Condition condition = state.choices().get(i).condition();
        boolean holds = condition.test(scope, rules.get(i));
        rules.get(i).count(holds);
        if (holds) {
          return;
        }
      }
    } catch (EvaluationException e) {
      return;
    }
  }

  /**
   * The state failed over an expression in JSONata, which may have another value when it is
   * evaluated again.
   *
   * @param location where it stands in the state: {@code Choices[1]/Condition}
   */
  void failed(String location) {
    Matcher ofRule = OF_RULE.matcher(location);
    int rule = ofRule.matches() ? Integer.parseInt(ofRule.group(1)) : rules.size();
    for (int i = 0; i < rule; i++) {
      rules.get(i).count(false);
    }
    if (ofRule.matches() && ofRule.group(2) == null) {
      rules.get(rule).count(true);
    }
  }

  /**
   * The state that the rules led to was entered.
   *
   * @param rule the index of a rule, behind the last that of {@code Default}
   */
  void followed(int rule) {
    followed.get(rule).add();
  }
}
