/**
 * The JUnit Jupiter extension: {@link io.stepunit.junit.StateMachineTest} on a class, or {@link
 * io.stepunit.junit.StateMachineExtension} as a field, gives each test an environment of its own.
 */
@NullMarked
package io.stepunit.junit;

import org.jspecify.annotations.NullMarked;
