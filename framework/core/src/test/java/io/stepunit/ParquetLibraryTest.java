package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stepunit.mock.WithoutLibrary;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ParquetLibraryTest {
  private static final String CARPET = "com.jerolba.carpet.";

  private static Object read(String type) {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    env.bucket("in").put("data", "1\n");
    TestStateMachine machine =
        env.define(
            "reader",
            """
            {"StartAt": "Read", "States": {"Read": {"Type": "Map", "End": true,
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                             "Parameters": {"Bucket": "in", "Key": "data"},
                             "ReaderConfig": {"InputType": "%s"}},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}}
            """
                .formatted(type));
    return String.valueOf(machine.run("{}").output().orElseThrow());
  }

  /** Reads Parquet. */
  public static final class ReadParquet implements Supplier<Object> {
    @Override
    public Object get() {
      return read("PARQUET");
    }
  }

  /** Reads something else. */
  public static final class ReadLines implements Supplier<Object> {
    @Override
    public Object get() {
      return read("JSONL");
    }
  }

  @Test
  void a_missing_library_is_told_with_what_to_add() {
    assertThatIllegalStateException()
        .isThrownBy(() -> WithoutLibrary.run(CARPET, ReadParquet.class))
        .withMessage(
            "The object s3://in/data is to be read as Parquet, which needs a library. Add"
                + " com.jerolba:carpet-record to the test's dependencies, or put the items as JSON"
                + " Lines.");
  }

  @Test
  void all_else_is_read_without_the_library() throws ReflectiveOperationException {
    assertThat(WithoutLibrary.run(CARPET, ReadLines.class)).isEqualTo("[1]");
  }
}
