/**
 * How much work executions may do, so that every run ends, and the errors of what goes beyond.
 *
 * <p>AWS ends an endless machine after a year or with the account's money; a test should end sooner
 * and say why.
 */
@NullMarked
package io.stepunit.budget;

import org.jspecify.annotations.NullMarked;
