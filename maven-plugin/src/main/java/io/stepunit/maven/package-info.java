/** The goals of the Maven plugin. */
@NullMarked
package io.stepunit.maven;

import org.jspecify.annotations.NullMarked;
