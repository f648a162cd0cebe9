/**
 * The JSONata language, version 2.0.6: parser, evaluator and functions over Jackson's trees. It
 * knows nothing of Step Functions.
 *
 * <p>A value is a {@link com.fasterxml.jackson.databind.JsonNode}. Undefined is Jackson's missing
 * node, a function is a {@link io.stepunit.internal.jsonata.FunctionValue}, and an array that came
 * out of a query is a {@link io.stepunit.internal.jsonata.Sequence}.
 */
@NullMarked
package io.stepunit.internal.jsonata;

import org.jspecify.annotations.NullMarked;
