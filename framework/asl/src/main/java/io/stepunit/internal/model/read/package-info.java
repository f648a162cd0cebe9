/**
 * Makes the model of a definition's located nodes: each field is asked for once, every problem is
 * noted with its place, and what nobody asked for is reported.
 */
@NullMarked
package io.stepunit.internal.model.read;

import org.jspecify.annotations.NullMarked;
