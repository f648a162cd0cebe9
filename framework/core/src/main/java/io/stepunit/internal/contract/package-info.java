/**
 * What mocks assume of the code behind Tasks, kept as contracts, and the comparison of that code
 * with them.
 */
@NullMarked
package io.stepunit.internal.contract;

import org.jspecify.annotations.NullMarked;
