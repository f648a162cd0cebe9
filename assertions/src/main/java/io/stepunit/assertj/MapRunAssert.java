package io.stepunit.assertj;

import io.stepunit.MapRun;
import io.stepunit.history.MapRunStatus;
import io.stepunit.internal.assertj.ShouldHaveItems;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one run of a Map in distributed mode.
 *
 * <pre>{@code
 * assertThat(run).mapRun("Import", rows -> rows.isSucceeded().hasItems(100).hasFailedItems(2));
 * }</pre>
 *
 * @since 0.1.0
 */
public class MapRunAssert extends AbstractStepUnitAssert<MapRunAssert, MapRun> {
  /** For soft assertions, which create subclasses; tests call {@code assertThat}. */
  protected MapRunAssert(@Nullable MapRun actual) {
    super(actual, MapRunAssert.class);
  }

  /** Verifies that the Map Run succeeded; tolerated items may have failed. */
  public MapRunAssert isSucceeded() {
    return hasStatus(MapRunStatus.SUCCEEDED);
  }

  /** Verifies that the Map Run has failed. */
  public MapRunAssert isFailed() {
    return hasStatus(MapRunStatus.FAILED);
  }

  /** Verifies that the Map Run was aborted by the end of its execution. */
  public MapRunAssert isAborted() {
    return hasStatus(MapRunStatus.ABORTED);
  }

  /** Verifies that the Map Run has this status. */
  public MapRunAssert hasStatus(MapRunStatus expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    if (actual.status() != expected) {
      fail("to be " + expected);
    }
    return this;
  }

  /** Verifies the number of items, whatever their status. */
  public MapRunAssert hasItems(int expected) {
    isNotNull();
    return count(expected, actual.items().total(), "");
  }

  /** Verifies the number of items that succeeded. */
  public MapRunAssert hasSucceededItems(int expected) {
    isNotNull();
    return count(expected, actual.items().succeeded(), "succeeded ");
  }

  /** Verifies the number of items that failed, without those that timed out or were aborted. */
  public MapRunAssert hasFailedItems(int expected) {
    isNotNull();
    return count(expected, actual.items().failed(), "failed ");
  }

  /** Verifies the number of items that never started. */
  public MapRunAssert hasPendingItems(int expected) {
    isNotNull();
    return count(expected, actual.items().pending(), "pending ");
  }

  /**
   * Verifies the number of started child executions; without an ItemBatcher there is one per item
   * that was begun.
   */
  public MapRunAssert hasChildren(int expected) {
    isNotNull();
    int started = actual.executions().total() - actual.executions().pending();
    if (started != expected) {
      fail("to have %s child executions, and it has %s".formatted(expected, started));
    }
    return this;
  }

  /**
   * Verifies that the child execution of an item or batch satisfies what the lambda asserts.
   *
   * @param index 0-based, in the order of the items
   * @throws IllegalArgumentException if it was not kept, or there is none
   */
  public MapRunAssert child(int index, Consumer<ExecutionAssert> requirements) {
    Objects.requireNonNull(requirements, "requirements");
    isNotNull();
    requirements.accept(new ExecutionAssert(actual.child(index)));
    return this;
  }

  private MapRunAssert count(int expected, int found, String kind) {
    if (found != expected) {
      fail(
          String.format(
              Locale.ROOT, "to have %s %sitem%s", expected, kind, expected == 1 ? "" : "s"));
    }
    return this;
  }

  private void fail(String expected) {
    throwAssertionError(ShouldHaveItems.shouldHave(actual, expected));
  }
}
