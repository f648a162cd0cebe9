/** What the integrations of Tasks differ in: their events, tokens and answers. */
@NullMarked
package io.stepunit.internal.engine.service;

import org.jspecify.annotations.NullMarked;
