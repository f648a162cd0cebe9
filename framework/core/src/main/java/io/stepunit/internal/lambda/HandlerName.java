package io.stepunit.internal.lambda;

import java.util.Optional;

/**
 * What {@code Handler} names: {@code com.example.Charge} or {@code com.example.Charge::charge}.
 *
 * @param className the class
 * @param method its method, where one is named
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html">Define Lambda
 *     function handler in Java</a>
 */
record HandlerName(String className, Optional<String> method) {
  private static final String SEPARATOR = "::";

  static HandlerName parse(String text) {
    int at = text.indexOf(SEPARATOR);
    return at < 0
        ? new HandlerName(text.strip(), Optional.empty())
        : new HandlerName(
            text.substring(0, at).strip(),
            Optional.of(text.substring(at + SEPARATOR.length()).strip()));
  }
}
