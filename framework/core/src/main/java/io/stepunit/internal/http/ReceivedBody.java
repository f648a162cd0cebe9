package io.stepunit.internal.http;

/**
 * The body of a response.
 *
 * @param complete whether it is all of it: more than a Task may get is not read
 */
record ReceivedBody(String text, boolean complete) {}
