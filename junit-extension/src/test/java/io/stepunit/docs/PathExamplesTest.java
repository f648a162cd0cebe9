package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.property.Property.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.PathTest;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.path.MachinePaths;
import io.stepunit.path.PathCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The code of docs/guide/paths.md. */
class PathExamplesTest {
  @Nested
  @StateMachineTest("parcel.asl.json")
  class ParcelPathsTest {
    @PathTest
    void ends_by_itself(PathCase path, TestStateMachine parcel) {
      Execution run = path.run(parcel);

      assertThat(run).isEnded();
    }

    @PathTest
    void no_money_is_lost(PathCase path, TestStateMachine parcel) {
      path.run(parcel);

      assertThat(parcel).holds(after("Charge").eventually("Fly", "Drive"));
    }
  }

  @Nested
  @StateMachineTest("parcel.asl.json")
  class OfAMachine {
    @PathTest
    void can_be_changed(PathCase path, TestStateMachine parcel) {
      path.mock(parcel);
      parcel.mock("Fly").returns(Map.of("parcel", "P-1"));
      parcel.mock("Drive").returns(Map.of("parcel", "P-1"));

      Execution run = parcel.run(path.input());

      assertThat(path.isTakenBy(run)).isTrue();
    }

    @Test
    void are_there_without_JUnit(TestStateMachine parcel) {
      MachinePaths paths = parcel.paths();
      assertThat(paths.missing()).isEmpty();
    }

    @Test
    void have_the_names_that_the_page_shows(TestStateMachine parcel) throws IOException {
      String names =
          parcel.paths().cases().stream().map(PathCase::name).collect(Collectors.joining("\n"));

      assertThat(Files.readString(Path.of("../docs/guide/paths.md"))).contains(names);
    }
  }
}
