package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A task whose token is known.
 *
 * @param input what the worker was given
 */
record TakenTask(String token, JsonNode input) {}
