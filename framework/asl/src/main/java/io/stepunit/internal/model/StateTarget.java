package io.stepunit.internal.model;

/** A transition that a state can take to another state of its scope, by the field that names it. */
public sealed interface StateTarget {
  /** The name of the state that it leads to. */
  String state();

  /** What the case for this kind of transition makes of it. */
  <R> R choose(Cases<R> cases);

  /**
   * {@code Next} of the state.
   *
   * @param state the name of the state that it leads to
   */
  record Next(String state) implements StateTarget {
    @Override
    public <R> R choose(Cases<R> cases) {
      return cases.next(this);
    }
  }

  /**
   * {@code Default} of a Choice state.
   *
   * @param state the name of the state that it leads to
   */
  record Default(String state) implements StateTarget {
    @Override
    public <R> R choose(Cases<R> cases) {
      return cases.byDefault(this);
    }
  }

  /**
   * {@code Next} of a rule of a Choice state.
   *
   * @param index the rule's position in {@code Choices}, from 0
   */
  record OfRule(int index, ChoiceState.Rule rule) implements StateTarget {
    @Override
    public String state() {
      return rule.next();
    }

    @Override
    public <R> R choose(Cases<R> cases) {
      return cases.byRule(this);
    }
  }

  /**
   * {@code Next} of a Catcher.
   *
   * @param index the Catcher's position in {@code Catch}, from 0
   */
  record OfCatcher(int index, Catcher catcher) implements StateTarget {
    @Override
    public String state() {
      return catcher.next();
    }

    @Override
    public <R> R choose(Cases<R> cases) {
      return cases.byCatcher(this);
    }
  }

  /**
   * One case for each kind of transition.
   *
   * @param <R> what the cases make
   */
  interface Cases<R> {
    R next(Next target);

    R byDefault(Default target);

    R byRule(OfRule target);

    R byCatcher(OfCatcher target);
  }
}
