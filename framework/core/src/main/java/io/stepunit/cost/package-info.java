/** What executions cost and how much of AWS's quotas they use. */
@NullMarked
package io.stepunit.cost;

import org.jspecify.annotations.NullMarked;
