package io.stepunit.benchmarks;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.Interleaving;
import io.stepunit.RunningExecution;
import io.stepunit.ServiceLimit;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What must not grow faster than its input. Each is run at a size and at eight times the size; the
 * exponent is 1 where the cost grows as the size does, and 2 where it grows as its square.
 */
enum Growth {
  /** An inline Map, all iterations at once, in an order of a seed. */
  INTERLEAVED_MAP(500) {
    @Override
    Object run(int size) {
      TestStateMachine machine =
          StepFunctionsEnvironment.builder()
              .interleaving(Interleaving.ofSeed(1))
              .withoutLimits(
                  ServiceLimit.INLINE_MAP_CONCURRENCY,
                  ServiceLimit.HISTORY_EVENTS,
                  ServiceLimit.PAYLOAD_BYTES)
              .build()
              .define("map", map(task("")));
      machine.mock("Work").returns(Map.of());
      return machine.run(items(size));
    }
  },

  /** An inline Map whose iterations wait for a token each, found by path and sent. */
  TOKENS_BY_PATH(500) {
    @Override
    Object run(int size) {
      TestStateMachine machine =
          StepFunctionsEnvironment.builder()
              .withoutLimits(
                  ServiceLimit.INLINE_MAP_CONCURRENCY,
                  ServiceLimit.HISTORY_EVENTS,
                  ServiceLimit.PAYLOAD_BYTES)
              .build()
              .define("map", map(waiting()));
      RunningExecution run = machine.start(items(size)).runUntilParked();
      for (int i = 0; i < size; i++) {
        run.token("Map[" + i + "]/Work").succeed(Map.of());
      }
      return run.finish();
    }
  },

  /** Executions that wait for a token each, all of which are then sent. */
  PARKED_EXECUTIONS(500) {
    @Override
    Object run(int size) {
      TestStateMachine machine =
          StepFunctionsEnvironment.create().define("one", machine(waiting()));
      List<RunningExecution> all =
          IntStream.range(0, size)
              .mapToObj(i -> machine.start(Map.of("id", i)).runUntilParked())
              .toList();
      all.forEach(run -> run.token("Work").succeed(Map.of()));
      return all.get(size - 1).finish();
    }
  },

  /** A history read page by page. */
  HISTORY_PAGES(2_000) {
    @Override
    Object run(int size) {
      StepFunctionsEnvironment env =
          StepFunctionsEnvironment.builder()
              .withoutLimits(ServiceLimit.HISTORY_EVENTS, ServiceLimit.PAYLOAD_BYTES)
              .build();
      String arn = env.define("chain", chain(size / 2, this::pass)).run("{}").arn();
      JsonNode page = env.api().call("GetExecutionHistory", Map.of("executionArn", arn));
      while (page.has("nextToken")) {
        String token = page.get("nextToken").textValue();
        page =
            env.api().call("GetExecutionHistory", Map.of("executionArn", arn, "nextToken", token));
      }
      return page;
    }

    private String pass(int i) {
      return "\"Type\": \"Pass\"";
    }
  },

  /** A mock by input for each item of a Map. */
  MOCKS_BY_INPUT(200) {
    @Override
    Object run(int size) {
      TestStateMachine machine =
          StepFunctionsEnvironment.builder()
              .withoutLimits(ServiceLimit.HISTORY_EVENTS, ServiceLimit.PAYLOAD_BYTES)
              .build()
              .define("map", map(task("")));
      for (int i = 0; i < size; i++) {
        machine.mock("Work").whenInput("$.id", i).returns(Map.of());
      }
      return machine.run(items(size));
    }
  },

  /** Many Task states with a mock each. */
  STATES_WITH_MOCKS(200) {
    @Override
    Object run(int size) {
      TestStateMachine machine =
          StepFunctionsEnvironment.create().define("chain", chain(size, i -> task("")));
      for (int i = 0; i < size; i++) {
        machine.mock("S" + i).returns(Map.of());
      }
      return machine.run("{}");
    }
  },

  /** Many states that assign a variable each. */
  VARIABLES(200) {
    @Override
    Object run(int size) {
      return StepFunctionsEnvironment.create()
          .define(
              "chain",
              chain(
                  size,
                  i ->
                      "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", "
                          + "\"Assign\": {\"v%s\": \"{%% 'value ' & %s %%}\"}".formatted(i, i)))
          .run("{}");
    }
  },

  /** Fifty assertions on the visits of a history. */
  VISITS(1_000) {
    @Override
    Object run(int size) {
      Execution run =
          StepFunctionsEnvironment.create()
              .define("chain", chain(size, i -> "\"Type\": \"Pass\""))
              .run("{}");
      int found = 0;
      for (int i = 0; i < 50; i++) {
        found += run.visits("S" + i).size();
      }
      return found;
    }
  },

  /** A Distributed Map whose children are not kept. */
  DISTRIBUTED_MAP(2_000) {
    @Override
    Object run(int size) {
      return ManyChildren.run(size);
    }
  };

  private static final int FACTOR = 8;

  private final int size;

  Growth(int size) {
    this.size = size;
  }

  abstract Object run(int size);

  /**
   * The exponents.
   *
   * @param nanos of CPU time
   * @param bytes of allocation
   */
  record Exponents(double nanos, double bytes) {}

  /** Measures how the cost grows. */
  Exponents measure() {
    Meter meter = new Meter();
    run(size);
    Meter.Cost small = meter.once(() -> run(size));
    Meter.Cost large = meter.once(() -> run(FACTOR * size));
    return new Exponents(
        exponent(small.nanos(), large.nanos()), exponent(small.bytes(), large.bytes()));
  }

  private static double exponent(double small, double large) {
    return Math.log(large / small) / Math.log(FACTOR);
  }

  private static List<Map<String, Integer>> items(int count) {
    return IntStream.range(0, count).mapToObj(i -> Map.of("id", i)).toList();
  }

  private static String task(String more) {
    return "\"Type\": \"Task\", \"Resource\": "
        + "\"arn:aws:lambda:us-east-1:123456789012:function:work\""
        + more;
  }

  private static String waiting() {
    return "\"Type\": \"Task\", \"Resource\": "
        + "\"arn:aws:states:::lambda:invoke.waitForTaskToken\", \"Parameters\": "
        + "{\"FunctionName\": \"work\", \"Payload\": {\"token.$\": \"$$.Task.Token\"}}";
  }

  private static String machine(String work) {
    return "{\"StartAt\": \"Work\", \"States\": {\"Work\": {%s, \"End\": true}}}".formatted(work);
  }

  private static String map(String work) {
    return "{\"StartAt\": \"Map\", \"States\": {\"Map\": {\"Type\": \"Map\", \"End\": true, \"ItemProcessor\": %s}}}"
        .formatted(machine(work));
  }

  private static String chain(int states, IntFunction<String> state) {
    return IntStream.range(0, states)
        .mapToObj(
            i ->
                "\"S%s\": {%s, %s}"
                    .formatted(
                        i,
                        state.apply(i),
                        i == states - 1 ? "\"End\": true" : "\"Next\": \"S" + (i + 1) + "\""))
        .collect(joining(",", "{\"StartAt\": \"S0\", \"States\": {", "}}"));
  }
}
