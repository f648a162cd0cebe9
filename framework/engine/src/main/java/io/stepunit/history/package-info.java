/**
 * The history of an execution and the views of it: AWS's JSON, the visits of states, the timeline.
 */
@NullMarked
package io.stepunit.history;

import org.jspecify.annotations.NullMarked;
