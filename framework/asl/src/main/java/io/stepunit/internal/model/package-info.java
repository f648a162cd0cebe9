/**
 * A loaded definition: immutable records, one per state type, each knowing how it is read and where
 * it stands in the author's file.
 */
@NullMarked
package io.stepunit.internal.model;

import org.jspecify.annotations.NullMarked;
