package io.stepunit.internal.endpoint;

/** Answers the requests of one path. */
interface HttpRoute {
  HttpReply answer(HttpCall call);
}
