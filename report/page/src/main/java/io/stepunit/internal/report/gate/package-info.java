/** Whether coverage is as good as a team asks for. */
@NullMarked
package io.stepunit.internal.report.gate;

import org.jspecify.annotations.NullMarked;
