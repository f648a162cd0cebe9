/**
 * Mocks: what a Task is answered instead of AWS, how a test declares it, and what a test is told
 * when a mock is missing, broken or never used.
 */
@NullMarked
package io.stepunit.mock;

import org.jspecify.annotations.NullMarked;
