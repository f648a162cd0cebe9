/**
 * The command line: validates, draws and explores definitions without tests. Its classes are in the
 * jar with the classifier {@code cli} only, and not in the one that tests depend on.
 */
@NullMarked
package io.stepunit.cli;

import org.jspecify.annotations.NullMarked;
