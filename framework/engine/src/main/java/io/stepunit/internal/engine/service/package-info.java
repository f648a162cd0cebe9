/** The differences between integrations of Tasks: events, tokens and results. */
@NullMarked
package io.stepunit.internal.engine.service;

import org.jspecify.annotations.NullMarked;
