/** What a replay of a recorded execution tells: how it compares with its recording. */
@NullMarked
package io.stepunit.recording;

import org.jspecify.annotations.NullMarked;
