/** What the answers of services look like, and how closely a mocked answer has to follow it. */
@NullMarked
package io.stepunit.internal.shape;

import org.jspecify.annotations.NullMarked;
