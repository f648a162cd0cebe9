/** Runs users' Lambda handlers as Lambda's Java runtime does. Needs aws-lambda-java-core. */
@NullMarked
package io.stepunit.internal.lambda;

import org.jspecify.annotations.NullMarked;
