package io.stepunit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Replays an execution recorded on AWS with the machine of the class, and compares the histories
 * event by event. Takes the place of {@code @Test}.
 *
 * <p>The file is what {@code aws stepfunctions get-execution-history --execution-arn …} printed. It
 * tells the input and what each attempt of each Task returned, failed with or timed out by; no mock
 * is needed, and none is asked.
 *
 * <pre>{@code
 * @StateMachineTest("order.asl.json")
 * class OrderTest {
 *   @ReplayTest("failed-execution.json")
 *   void fails_as_it_did_on_friday() {}
 *
 *   @ReplayTest("failed-execution.json")
 *   void is_refunded_since_then(Replay replay) {
 *     assertThat(replay.execution()).isSucceeded().visited("Refund");
 *   }
 * }
 * }</pre>
 *
 * <p>What a difference means is up to {@link #onDifference}. The environment has the account, the
 * region and the time of the recording, whatever the class says; unused mocks never fail a replay.
 *
 * <p>Fails with a message that names the file if it is missing or holds no history.
 *
 * @since 0.1.0
 * @see io.stepunit.Recording
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@ExtendWith(ReplayExtension.class)
public @interface ReplayTest {
  /**
   * The exported history. Looked for like a definition: on the class path beside the test class, at
   * the root of the class path, as a file, relative to the working directory.
   */
  String value();

  /** What happens if the replay differs from the recording. */
  OnDifference onDifference() default OnDifference.UNSET;

  /** What happens if a replay differs from its recording. */
  enum OnDifference {
    /**
     * The configuration parameter {@code stepunit.replay.onDifference} decides, {@code fail} or
     * {@code report}. Without it: {@link #FAIL}, or {@link #REPORT} where the method takes a {@link
     * io.stepunit.recording.Replay}, as it asserts what counts for it.
     */
    UNSET,
    /** The test fails with the report, before its method runs. */
    FAIL,
    /** The report is printed to standard output, and the test continues. */
    REPORT
  }
}
