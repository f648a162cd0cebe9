/**
 * The functions that expressions call by name: JSONata's own, and those that Step Functions adds.
 * {@link io.stepunit.internal.jsonata.function.StandardFunctions} has the tables.
 */
@NullMarked
package io.stepunit.internal.jsonata.function;

import org.jspecify.annotations.NullMarked;
