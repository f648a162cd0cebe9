package io.stepunit.assertj;

import io.stepunit.Execution;
import io.stepunit.internal.assertj.ApprovedFile;
import io.stepunit.internal.assertj.ApprovedText;
import io.stepunit.internal.assertj.Evidence;
import io.stepunit.internal.assertj.IgnoredData;
import io.stepunit.internal.assertj.ShouldHaveJson;
import io.stepunit.internal.assertj.ShouldMatchApproved;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons with what somebody has looked at and approved. A part of {@link ExecutionAssert}.
 *
 * @param <SELF> the assertion's own type
 * @param <ACTUAL> always {@link Execution}; AssertJ's soft assertions look for it in this place
 * @since 0.1.0
 */
public abstract class AbstractApprovalAssert<
        SELF extends AbstractApprovalAssert<SELF, ACTUAL>, ACTUAL extends Execution>
    extends AbstractOutcomeAssert<SELF, ACTUAL> {
  private IgnoredData ignored = IgnoredData.NONE;

  protected AbstractApprovalAssert(@Nullable ACTUAL actual, Class<?> selfType) {
    super(actual, selfType);
  }

  /**
   * Leaves out of the approvals that follow what differs from run to run.
   *
   * <pre>{@code
   * assertThat(run).ignoring("requestId", "$.parcel.number").matchesApproved("happy-path");
   * }</pre>
   *
   * @param fields fields by name, wherever they are in data, or by path from the root of data:
   *     {@code $.parcel.number}, {@code $.lines[*].id}, {@code $..id}
   * @throws IllegalArgumentException if a text is neither
   */
  public SELF ignoring(String... fields) {
    Objects.requireNonNull(fields, "fields");
    ignored = ignored.and(List.of(fields));
    return myself;
  }

  /**
   * Verifies that the execution does what somebody approved: the states in their order and virtual
   * time, what each Task was sent and answered, the outcome and the output.
   *
   * <pre>{@code
   * assertThat(run).matchesApproved("happy-path");
   * }</pre>
   *
   * <p>The approved text is a file beside the source of the test, {@code
   * OrderTest.happy-path.approved.txt}. A run with {@code -Dstepunit.approve} writes what it finds
   * there, for you to look at and commit; without it, a text that is missing or different fails the
   * test.
   *
   * @param name letters, digits, spaces and {@code . _ -}; one for each approval of a class
   * @throws IllegalStateException if the source of the test is not in the project's {@code src}
   */
  public SELF matchesApproved(String name) {
    Objects.requireNonNull(name, "name");
    isNotNull();
    return compare(ApprovedFile.beside(name, "txt"), ApprovedText.ofCourse(actual, ignored));
  }

  /**
   * Like {@link #matchesApproved}, of the output alone: {@code OrderTest.happy-path.approved.json}.
   */
  public SELF hasApprovedOutput(String name) {
    Objects.requireNonNull(name, "name");
    isNotNull();
    if (actual.output().isEmpty()) {
      throwAssertionError(
          ShouldHaveJson.shouldHaveOutput(
              Evidence.of(actual), "the execution is " + Evidence.outcome(actual)));
    }
    return compare(
        ApprovedFile.beside(name, "json"), ApprovedText.of(actual.output().orElseThrow(), ignored));
  }

  private SELF compare(ApprovedFile file, String found) {
    Optional<List<String>> approved = file.lines();
    List<String> lines = found.lines().toList();
    if (approved.filter(lines::equals).isPresent()) {
      return myself;
    }
    if (ApprovedFile.isApproving()) {
      file.write(found);
      return myself;
    }
    throwAssertionError(
        approved
            .map(text -> ShouldMatchApproved.shouldMatchApproved(actual, file, text, lines))
            .orElseGet(() -> ShouldMatchApproved.shouldBeApproved(actual, file, found)));
    return myself;
  }
}
