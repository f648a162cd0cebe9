/** Makes the report: reads the records, and writes the page and what is exported. */
@NullMarked
package io.stepunit.internal.report.make;

import org.jspecify.annotations.NullMarked;
