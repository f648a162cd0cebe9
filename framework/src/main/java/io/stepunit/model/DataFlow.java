package io.stepunit.model;

import io.stepunit.expression.Expr;
import java.util.Optional;

/**
 * The JSONPath data-flow fields of a state, compiled. Fields that the state type lacks are absent
 * or have their neutral value.
 *
 * @param inputPath {@code InputPath}; evaluates to {@code {}} where the field is null
 * @param parameters {@code Parameters}
 * @param resultSelector {@code ResultSelector}; its {@code $} is the result
 * @param resultPath {@code ResultPath}
 * @param outputPath {@code OutputPath}; evaluates to {@code {}} where the field is null
 * @param assign {@code Assign}
 */
public record DataFlow(
    Expr inputPath,
    Optional<Expr> parameters,
    Optional<Expr> resultSelector,
    ResultPath resultPath,
    Expr outputPath,
    Optional<Assign> assign) {

  /** The fields of a Task or Parallel state. */
  static DataFlow ofWorkingState(Fields fields) {
    return read(
        fields,
        Compile.template(fields, "Parameters"),
        Compile.template(fields, "ResultSelector"),
        Compile.resultPath(fields));
  }

  /** The fields of a Map state, whose {@code Parameters} are the old name of its ItemSelector. */
  static DataFlow ofMap(Fields fields) {
    return read(
        fields,
        Optional.empty(),
        Compile.template(fields, "ResultSelector"),
        Compile.resultPath(fields));
  }

  /** The fields of a Pass state. */
  static DataFlow ofPass(Fields fields) {
    return read(
        fields,
        Compile.template(fields, "Parameters"),
        Optional.empty(),
        Compile.resultPath(fields));
  }

  /** The fields of a state without a result of its own: Wait, Choice. */
  static DataFlow ofPassiveState(Fields fields) {
    return read(fields, Optional.empty(), Optional.empty(), ResultPath.REPLACE);
  }

  /** The fields of a Succeed state: it ends its scope, so it has nothing to assign. */
  static DataFlow ofSucceed(Fields fields) {
    return new DataFlow(
        Compile.dataPath(fields, "InputPath"),
        Optional.empty(),
        Optional.empty(),
        ResultPath.REPLACE,
        Compile.dataPath(fields, "OutputPath"),
        Optional.empty());
  }

  private static DataFlow read(
      Fields fields,
      Optional<Expr> parameters,
      Optional<Expr> resultSelector,
      ResultPath resultPath) {
    return new DataFlow(
        Compile.dataPath(fields, "InputPath"),
        parameters,
        resultSelector,
        resultPath,
        Compile.dataPath(fields, "OutputPath"),
        Assign.read(fields));
  }
}
