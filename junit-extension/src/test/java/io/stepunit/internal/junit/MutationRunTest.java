package io.stepunit.internal.junit;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.property.Property.never;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.mutation.MutantResult;
import io.stepunit.internal.mutation.MutantStatus;
import io.stepunit.internal.mutation.MutationResult;
import io.stepunit.internal.sweep.Progress;
import io.stepunit.internal.sweep.Shard;
import io.stepunit.junit.AlwaysHolds;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.property.PropertyResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;

class MutationRunTest {
  private static final String PARCEL = "mutation/parcel.asl.json";

  @StateMachineTest(PARCEL)
  static class Deliveries {
    @ParameterizedTest
    @CsvSource({"21, lorry", "3, van"})
    void go_by_weight(int weight, String by, TestStateMachine parcel) {
      parcel.mock("Charge").returns(Map.of("weight", weight));

      assertThat(parcel.run(Map.of())).isSucceeded().hasOutput("\"" + by + "\"");
    }

    @Test
    void are_refused(TestStateMachine parcel) {
      parcel.mock("Charge").fails("Declined");

      assertThat(parcel.run(Map.of())).isFailed().hasError("Refused");
    }
  }

  @StateMachineTest(PARCEL)
  static class Holding {
    private static int cases;

    @AlwaysHolds(cases = 120)
    void nothing_special() {
      cases++;
    }
  }

  @StateMachineTest(PARCEL)
  static class Refusals {
    @AlwaysHolds(cases = 120)
    void are_called_refused(Execution parcel) {
      if (parcel.path().contains("Refuse")) {
        assertThat(parcel).hasError("Refused");
      }
    }

    @AlwaysHolds(cases = 120)
    void come_before_any_way(TestStateMachine parcel) {
      assertThat(parcel).holds(never("Refuse").after("Van"));
    }
  }

  @StateMachineTest(PARCEL)
  static class OfMessages {
    @Test
    void have_a_timeline(TestStateMachine parcel) {
      parcel.mock("Charge").returns(Map.of("weight", 1));
      Execution run = parcel.run(Map.of());

      assertThatThrownBy(() -> assertThat(run).isFailed()).hasMessageContaining("Timeline");
    }
  }

  @StateMachineTest(PARCEL)
  static class Mistaken {
    @Test
    void is_found(TestStateMachine parcel) {
      PropertyResult result = parcel.check(never("Refuse").without("Charge"));

      assertThat(result.counterexample()).isPresent();
    }
  }

  /** Without the extension, and not the whole story. */
  static class ByHand {
    @Test
    void charges() {
      TestStateMachine parcel = StepFunctionsEnvironment.create().load(PARCEL);
      parcel.mock("Charge").returns(Map.of("weight", 1));

      assertThat(parcel.run(Map.of())).isSucceeded();
    }
  }

  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class OneAfterTheOther {
    private static final List<String> ENDED = new ArrayList<>();

    @Test
    @Order(1)
    void first() {
      ENDED.add(run().status().name());
    }

    @Test
    @Order(2)
    void second() {
      run();

      assertThat(ENDED).containsExactly("SUCCEEDED");
      ENDED.clear();
    }

    private static Execution run() {
      TestStateMachine parcel = StepFunctionsEnvironment.create().load(PARCEL);
      parcel.mock("Charge").returns(Map.of("weight", 1));
      return parcel.run(Map.of());
    }
  }

  @StateMachineTest(PARCEL)
  static class Red {
    @Test
    void fails(TestStateMachine parcel) {
      parcel.mock("Charge").returns(Map.of("weight", 1));

      assertThat(parcel.run(Map.of())).isFailed();
    }
  }

  private static MutationRun run(List<String> definitions, Shard shard) {
    return new MutationRun(
        new MutationSettings(
            Path.of("").toAbsolutePath(),
            List.of(),
            Path.of("target/stepunit"),
            definitions,
            List.of(),
            shard,
            Optional.empty()),
        mutants -> Progress.untold());
  }

  private static MutationResult of(Class<?>... tests) {
    return run(List.of(), Shard.WHOLE)
        .run(Stream.of(tests).map(DiscoverySelectors::selectClass).toList());
  }

  private static MutantResult find(MutationResult result, String id) {
    return result.definitions().get(0).results().stream()
        .filter(each -> each.mutant().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tells_which_test_has_found_a_mutant() {
    MutationResult result = of(Deliveries.class);

    MutantResult found = find(result, "ChangeError/States/Refuse/Error");
    assertThat(found.status()).isEqualTo(MutantStatus.KILLED);
    assertThat(found.killedBy()).hasValueSatisfying(id -> assertThat(id).contains("are_refused"));
    assertThat(found.reason()).contains("to have the error").doesNotContain("Timeline");
    assertThat(found.reason()).contains("Refused?");
    assertThat(result.definitions().get(0).file())
        .isEqualTo("src/test/resources/mutation/parcel.asl.json");
  }

  @Test
  void runs_only_the_tests_that_reach_its_place() {
    MutantResult found = find(of(Deliveries.class), "ChangeNext/States/Charge/Catch/0/Next");

    assertThat(found.coveredBy()).singleElement().asString().contains("are_refused");
    assertThat(found.completed()).isEqualTo(1);
  }

  @Test
  void knows_invocations_of_one_method_apart() {
    MutantResult found = find(of(Deliveries.class), "NegateCondition/States/Large/Choices/0");

    assertThat(found.status()).isEqualTo(MutantStatus.KILLED);
    assertThat(found.coveredBy())
        .hasSize(2)
        .allSatisfy(id -> assertThat(id).contains("[test-template-invocation:#"));
  }

  @Test
  void tells_what_survives_and_what_no_test_reaches() {
    MutationResult result = of(Deliveries.class, ByHand.class);

    assertThat(find(result, "ShiftComparison/States/Large/Choices/0").status())
        .isEqualTo(MutantStatus.SURVIVED);
    assertThat(find(result, "DropRetrier/States/Charge/Retry/0").status())
        .isEqualTo(MutantStatus.NO_COVERAGE);
    assertThat(result.score().percent()).isBetween(1.0, 99.0);
  }

  @Test
  void changes_the_machines_of_tests_without_the_extension() {
    MutationResult result = of(ByHand.class);

    assertThat(find(result, "DropDefault/States/Large/Default").status())
        .isEqualTo(MutantStatus.KILLED);
  }

  @Test
  void does_not_believe_a_test_that_needs_others_before_it() {
    MutationRun run = run(List.of(), Shard.WHOLE);

    MutationResult result =
        run.run(List.of(DiscoverySelectors.selectClass(OneAfterTheOther.class)));

    assertThat(run.dependentTests()).singleElement().asString().contains("second");
    assertThat(result.score().found()).isZero();
  }

  @Test
  void shares_the_mutants_among_jobs() {
    int whole = of(ByHand.class).score().all();

    int first = run(List.of(), new Shard(1, 3)).run(selected()).score().all();
    int second = run(List.of(), new Shard(2, 3)).run(selected()).score().all();
    int third = run(List.of(), new Shard(3, 3)).run(selected()).score().all();

    assertThat(first + second + third).isEqualTo(whole);
    assertThat(List.of(first, second, third)).allSatisfy(part -> assertThat(part).isPositive());
  }

  private static List<ClassSelector> selected() {
    return List.of(DiscoverySelectors.selectClass(ByHand.class));
  }

  @Test
  void tries_the_cases_of_a_property_that_get_to_the_mutant_and_few_that_are_alike() {
    Holding.cases = 0;

    MutationResult result = of(Holding.class);

    long survived =
        result.definitions().get(0).results().stream()
            .filter(each -> each.status() == MutantStatus.SURVIVED)
            .count();
    assertThat(survived).isGreaterThan(10);
    assertThat((long) Holding.cases).isBetween(120 + survived, 120 + 15 * survived);
  }

  @Test
  void finds_mutants_by_cases_of_a_property() {
    MutationResult result = of(Refusals.class);

    MutantResult found = find(result, "ChangeError/States/Refuse/Error");
    assertThat(found.status()).isEqualTo(MutantStatus.KILLED);
    assertThat(found.killedBy())
        .hasValueSatisfying(id -> assertThat(id).contains("are_called_refused"));
    assertThat(found.reason()).contains("after 1 case", "fault: Charge × Declined");
  }

  /** What other cases put to the test says nothing of those that get to the mutant. */
  @Test
  void finds_mutants_by_properties_that_no_case_puts_to_the_test_any_more() {
    MutationResult result = of(Refusals.class);

    MutantResult found = find(result, "DropCatcher/States/Charge/Catch/0");
    assertThat(found.status()).isEqualTo(MutantStatus.KILLED);
    assertThat(found.killedBy())
        .hasValueSatisfying(id -> assertThat(id).contains("come_before_any_way"));
  }

  /** Messages are shorter when mutants are tried. */
  @Test
  void believes_no_test_that_fails_in_the_run_of_a_mutant_without_any_mistake() {
    MutationRun run = run(List.of(), Shard.WHOLE);

    MutationResult result = run.run(List.of(DiscoverySelectors.selectClass(OfMessages.class)));

    assertThat(result.definitions().get(0).results())
        .extracting(MutantResult::status)
        .doesNotContain(MutantStatus.KILLED);
    assertThat(run.dependentTests()).singleElement().asString().contains("method:have_a_timeline");
  }

  @Test
  void searches_anew_for_a_counterexample_that_a_test_expects() {
    MutationResult result = of(Mistaken.class);

    MutantResult harmless = find(result, "ChangeError/States/Refuse/Error");
    assertThat(harmless.status()).isEqualTo(MutantStatus.SURVIVED);
  }

  @Test
  void refuses_tests_that_fail_by_themselves() {
    assertThatThrownBy(() -> of(Red.class))
        .isInstanceOf(UnusableTestsException.class)
        .hasMessageContaining("1 test fails without any mutant")
        .hasMessageContaining("Red: fails(TestStateMachine): ");
  }

  @Test
  void refuses_tests_that_use_none_of_the_definitions() {
    assertThatThrownBy(() -> run(List.of("other/**"), Shard.WHOLE).run(selected()))
        .isInstanceOf(UnusableTestsException.class)
        .hasMessageContaining("None of 1 tests runs a definition")
        .hasMessageContaining("other/**");
  }
}
