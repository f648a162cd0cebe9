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
  private final String key;
  private final List<RuleHits> rules = new ArrayList<>();

  /** Behind those of the rules that of {@code Default}. */
  private final long[] followed;

  /**
   * @param key the JSON pointer of the state
   */
  ChoiceHits(ChoiceState state, String key) {
    this.state = state;
    this.key = key;
    for (int i = 0; i < state.choices().size(); i++) {
      rules.add(new RuleHits(key + "/Choices/" + i, state.choices().get(i).condition()));
    }
    this.followed = new long[rules.size() + 1];
  }

  /** The state has worked out its rules. */
  void chosen(Decision.RuleChosen decision) {
    boolean isJsonPath = state.language() == QueryLanguage.JSONPATH;
    if (isJsonPath && (decision.rule() == Decision.NONE || rules.stream().anyMatch(RuleHits::hasOperands))) {
      testAgain(decision.seen());
    } else if (decision.rule() != Decision.NONE) {
      held(decision.rule());
    }
  }

  /** Those before a rule did not hold; it did, unless it stands for {@code Default}. */
  private void held(int rule) {
    for (int i = 0; i < rule; i++) {
      rules.get(i).count(false);
    }
    if (rule < rules.size()) {
      rules.get(rule).count(true);
    }
  }

  /** Paths have the same values again, and the first failure is the same. */
  private void testAgain(Scope seen) {
    try {
      Scope scope = seen.withInput(state.dataFlow().input(seen));
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
    if (!ofRule.matches()) {
      held(rules.size());
      return;
    }
    int rule = Integer.parseInt(ofRule.group(1));
    if (ofRule.group(2) == null) {
      held(rule);
    } else {
      for (int i = 0; i < rule; i++) {
        rules.get(i).count(false);
      }
    }
  }

  /**
   * The state that the rules led to was entered.
   *
   * @param rule the index of a rule, behind the last that of {@code Default}
   */
  void followed(int rule) {
    followed[rule]++;
  }

  void tell(KeyCounts counts) {
    for (int i = 0; i < rules.size(); i++) {
      rules.get(i).tell(counts);
      counts.add(rules.get(i).key(), "/Next", followed[i]);
    }
    counts.add(key, "/Default", followed[rules.size()]);
  }
}
