/** Runs executions of one definition, with the answers of a test or with those of somebody else. */
@NullMarked
package io.stepunit.internal.rehearsal;

import org.jspecify.annotations.NullMarked;
