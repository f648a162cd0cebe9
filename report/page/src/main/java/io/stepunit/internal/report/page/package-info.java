/** The page: one HTML file of the data of a test run, which needs nothing but a browser. */
@NullMarked
package io.stepunit.internal.report.page;

import org.jspecify.annotations.NullMarked;
