package com.example.catalog;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.StateVisit;
import io.stepunit.junit.Interleavings;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Executions contend for one lock, a row of a table in memory; all of them in one virtual time. */
@StateMachineTest("catalog-import.asl.json")
class CatalogImportTest {
  private static final Map<String, Object> BOOKS = Map.of("shop", "books");
  private static final Map<String, Object> TOYS = Map.of("shop", "toys");

  StepFunctionsEnvironment env;
  TestStateMachine imports;
  Table locks;

  @BeforeEach
  void an_import_takes_forty_seconds() {
    locks = env.table("Locks").key("LockName");
    imports.mock("ImportCatalog").returnsPayload(Map.of("products", 120)).taking(ofSeconds(40));
  }

  @Test
  void one_import_takes_the_lock_and_gives_it_back() {
    RunningExecution run = imports.start(BOOKS);
    env.advance(ofSeconds(39));
    assertThat(locks).hasItem("books", lock -> lock.hasAttribute("HeldBy", run.arn()));

    assertThat(run.finish())
        .isSucceeded()
        .hasOutput(Map.of("products", 120))
        .hasPath("TakeLock", "ImportCatalog", "ReleaseLock")
        .hasDuration(ofSeconds(40));
    assertThat(locks).hasNoItem("books");
  }

  @Test
  void the_second_import_waits_until_the_first_has_given_the_lock_back() {
    RunningExecution first = imports.start(BOOKS);
    RunningExecution second = imports.start(BOOKS);

    env.advance(ofSeconds(44));

    assertThat(first.snapshot()).isSucceeded().hasDuration(ofSeconds(40));
    assertThat(second.snapshot())
        .isRunning()
        .visited("WaitForLock", 3)
        .eachVisit("TakeLock", take -> take.wasCaught("DynamoDB.ConditionalCheckFailedException"))
        .hasCalls("ImportCatalog", 0);
    assertThat(second.finish())
        .isSucceeded()
        .visited("TakeLock", 4)
        .visit("TakeLock", 4, take -> take.wasNotCaught())
        .hasDuration(ofSeconds(45 + 40));
  }

  @Interleavings(50)
  void in_every_order_one_of_two_imports_waits() {
    RunningExecution first = imports.start(BOOKS);
    RunningExecution second = imports.start(BOOKS);

    assertThat(Stream.of(first.finish(), second.finish()).map(Execution::duration))
        .containsExactlyInAnyOrder(ofSeconds(40), ofSeconds(45 + 40));
    assertThat(locks).isEmpty();
  }

  @Test
  void ten_imports_never_work_at_the_same_time() {
    List<RunningExecution> runs =
        IntStream.range(0, 10).mapToObj(number -> imports.start(BOOKS)).toList();

    runs.forEach(run -> assertThat(run.finish()).isSucceeded());

    List<StateVisit> work =
        runs.stream()
            .map(run -> run.snapshot().visits("ImportCatalog").get(0))
            .sorted(Comparator.comparing(StateVisit::enteredAt))
            .toList();
    for (int i = 1; i < work.size(); i++) {
      assertThat(work.get(i).enteredAt())
          .isAfterOrEqualTo(work.get(i - 1).exitedAt().orElseThrow());
    }
  }

  @Test
  void imports_of_different_shops_do_not_wait_for_each_other() {
    RunningExecution books = imports.start(BOOKS);
    RunningExecution toys = imports.start(TOYS);

    assertThat(books.finish()).isSucceeded().hasDuration(ofSeconds(40));
    assertThat(toys.finish()).isSucceeded().hasDuration(ofSeconds(40));
  }

  @Test
  void an_import_that_fails_gives_the_lock_back() {
    imports.mock("ImportCatalog").fails("Feed.Broken");

    assertThat(imports.run(BOOKS)).isFailed().hasError("Import.Failed").hasCause("Feed.Broken");
    assertThat(locks).hasNoItem("books");
  }

  @Test
  void a_lock_that_cannot_be_given_back_does_not_hide_why_the_import_failed() {
    imports.mock("ImportCatalog").fails("Feed.Broken");
    imports.mock("ReleaseLockOfFailure").fails("DynamoDB.InternalServerErrorException");

    assertThat(imports.run(BOOKS)).isFailed().hasError("Import.Failed").hasCause("Feed.Broken");
    assertThat(locks).as("until its lease ends").hasItem("books");
  }

  @Test
  void an_import_that_hangs_gives_the_lock_back_before_its_lease_ends() {
    imports.mock("ImportCatalog").neverAnswers();

    assertThat(imports.run(BOOKS)).isFailed().hasCause("States.Timeout").hasDuration(ofMinutes(8));
    assertThat(locks).hasNoItem("books");
  }

  @Test
  void the_lock_of_an_execution_that_was_stopped_is_taken_over_when_its_lease_ends() {
    RunningExecution stopped = imports.start(BOOKS);
    env.advance(ofSeconds(10));
    stopped.stop("Operator", "deployment");

    assertThat(locks).hasItem("books", lock -> lock.hasAttribute("HeldBy", stopped.arn()));
    assertThat(imports.start(BOOKS).finish())
        .isSucceeded()
        .visited("WaitForLock", 40)
        .hasDuration(ofMinutes(10).plusSeconds(40));
  }

  @Test
  void patience_ends_after_half_an_hour() {
    giveTheLockOfBooksToSomebodyElse();

    assertThat(imports.run(BOOKS))
        .isFailed()
        .hasError("Lock.Busy")
        .hasCause("Somebody else imports the catalog of books")
        .hasCalls("ImportCatalog", 0)
        .hasDuration(ofMinutes(30));
  }

  @Test
  void a_lock_that_was_lost_is_left_to_its_new_holder() {
    RunningExecution run = imports.start(BOOKS);
    env.advance(ofSeconds(10));
    giveTheLockOfBooksToSomebodyElse();

    assertThat(run.finish()).isFailed().hasError("Lock.Lost");
    assertThat(locks).hasItem("books", lock -> lock.hasAttribute("HeldBy", "somebody else"));
  }

  @Test
  void a_busy_table_is_asked_again() {
    imports.faults().on("TakeLock").throttledFirst(2);

    assertThat(imports.run(BOOKS))
        .isSucceeded()
        .state("TakeLock", take -> take.hasRetryDelays(ofSeconds(1), ofSeconds(2)));
  }

  @Test
  void nothing_is_imported_without_the_lock_when_the_table_stays_busy() {
    imports.faults().on("TakeLock").throttled();

    assertThat(imports.run(BOOKS))
        .isFailed()
        .hasError("DynamoDB.ProvisionedThroughputExceededException")
        .state("TakeLock", take -> take.hasAttempts(4))
        .hasCalls("ImportCatalog", 0);
  }

  private void giveTheLockOfBooksToSomebodyElse() {
    locks.put(
        Map.of(
            "LockName",
            "books",
            "HeldBy",
            "somebody else",
            "ExpiresAt",
            env.now().plus(ofDays(1)).getEpochSecond()));
  }
}
