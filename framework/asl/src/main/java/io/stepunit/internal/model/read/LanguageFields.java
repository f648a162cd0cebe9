package io.stepunit.internal.model.read;

import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.choice.Condition;
import io.stepunit.internal.expression.jsonata.ResultType;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.MapItems;
import io.stepunit.internal.model.Setting;
import java.util.Optional;

/** The fields of an object that depend on the query language. */
sealed interface LanguageFields permits JsonPathFields, JsonataFields {
  /** The data flow of a Task or Parallel state. */
  DataFlow ofWorkingState();

  /** The data flow of a Map state. */
  DataFlow ofMap();

  /** The data flow of a Pass state. */
  DataFlow ofPass();

  /** The data flow of a state without a result of its own: Wait, Choice. */
  DataFlow ofPassiveState();

  /** The data flow of a Succeed state: it ends its scope, so it has nothing to assign. */
  DataFlow ofSucceed();

  /** The data flow of a Catcher. */
  DataFlow ofCatcher();

  /**
   * The data flow of a rule of a Choice state: its own {@code Assign} and {@code Output} stand
   * instead of the state's.
   *
   * @param ofState the Choice's own
   */
  DataFlow ofRule(DataFlow ofState);

  /** What decides in a rule of a Choice state. */
  Condition condition();

  /** A field that holds any value with expressions in it. */
  Optional<Expr> payload(String name);

  /** {@code Parameters} or {@code Arguments}. */
  Optional<Expr> arguments();

  /**
   * The same where they must be given. As measured, the other language's name is then no problem.
   */
  Optional<Expr> requiredArguments();

  /**
   * {@code ItemsPath} or {@code Items}.
   *
   * @param distributed whether the Map is in distributed mode, which goes over objects as well
   */
  MapItems items(boolean distributed);

  /** {@code ItemSelector}, under all of its names. */
  Optional<Expr> itemSelector();

  /** {@code RoleArn} of {@code Credentials}. */
  Optional<Expr> roleArn();

  /**
   * A field that holds an expression where the language allows one in place of a constant.
   *
   * @param expected what the expression has to return
   */
  <T> Optional<Setting<T>> computed(String name, ResultType expected);
}
