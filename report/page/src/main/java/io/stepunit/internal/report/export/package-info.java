/** What coverage is told as: lines on the console, JSON, Markdown, Cobertura's XML, LCOV. */
@NullMarked
package io.stepunit.internal.report.export;

import org.jspecify.annotations.NullMarked;
