/** What Tasks send to the integrated services and what those answer. */
@NullMarked
package io.stepunit.internal.integration;

import org.jspecify.annotations.NullMarked;
