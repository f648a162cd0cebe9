package io.stepunit.mock;

/**
 * What code of the test threw while it answered a Task: a Lambda handler, or an answer that failed
 * the Task. The history has the error name and the cause that came of it.
 *
 * <pre>{@code
 * assertThat(run.thrown()).extracting(ThrownException::state).containsExactly("Charge", "Charge");
 * }</pre>
 *
 * @param state the state's name
 * @param path the path of the visit, such as {@code Lines[3]/Charge}
 * @param attempt the attempt within the visit, from 1
 * @param mock the mock that called the code, and its line
 * @param exception what it threw
 * @since 0.1.0
 */
public record ThrownException(
    String state, String path, int attempt, String mock, Throwable exception) {}
