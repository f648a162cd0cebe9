/** The records of a test run, read from the folders that test JVMs wrote them to. */
@NullMarked
package io.stepunit.internal.report.data;

import org.jspecify.annotations.NullMarked;
