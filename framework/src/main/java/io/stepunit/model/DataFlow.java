package io.stepunit.model;

import io.stepunit.expression.Expr;
import java.util.Optional;

/**
 * The JSONPath data-flow fields of a state, compiled. Fields that the state type lacks are absent or
 * have their neutral value.
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
    Optional<Assign> assign) {}
