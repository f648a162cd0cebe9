/** Records of a test run, for the report: what is written, and who makes a page of it. */
@NullMarked
package io.stepunit.internal.report;

import org.jspecify.annotations.NullMarked;
