package io.stepunit.benchmarks;

import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * A Distributed Map over many rows of a CSV file, to be run with a small heap:
 *
 * <pre>
 * java -Xmx256m -cp benchmarks/target/benchmarks.jar io.stepunit.benchmarks.ManyChildren 100000
 * </pre>
 *
 * <p>Prints the seconds that it took and the most heap that was in use after a collection.
 */
public final class ManyChildren {
  private static final int DEFAULT_ROWS = 100_000;
  private static final int FAILING = 1_000;
  private static final double NANOS = 1e9;
  private static final double MEGABYTE = 1024 * 1024;

  private static final String DEFINITION =
      """
      {"StartAt": "Import", "States": {"Import": {"Type": "Map", "End": true, "Label": "Rows",
        "ToleratedFailurePercentage": 5,
        "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "Parameters": {"Bucket": "in", "Key": "rows.csv"},
          "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}},
        "ItemProcessor": {
          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Check", "States": {
            "Check": {"Type": "Choice", "Default": "Save", "Choices": [
              {"Variable": "$.price", "StringEquals": "free", "Next": "Refuse"}]},
            "Refuse": {"Type": "Fail", "Error": "NoPrice"},
            "Save": {"Type": "Task", "End": true, "TimeoutSeconds": 30,
                     "Resource": "arn:aws:states:::dynamodb:putItem",
                     "Parameters": {"TableName": "products", "Item": {"id": {"S.$": "$.id"}}}}}},
        "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject",
          "Parameters": {"Bucket": "out", "Prefix": "runs"}}}}}
      """;

  private ManyChildren() {}

  /**
   * Runs once and prints.
   *
   * @param args how many rows; 100,000 where there are none
   */
  public static void main(String[] args) {
    int rows = args.length == 0 ? DEFAULT_ROWS : Integer.parseInt(args[0]);
    LiveHeap heap = LiveHeap.watch();
    long started = System.nanoTime();
    MapRun run = run(rows);
    double seconds = (System.nanoTime() - started) / NANOS;
    System.out.printf("%s%n%.1f s, %.0f MB at most%n", run, seconds, heap.most() / MEGABYTE);
  }

  /** Runs the machine over so many rows, of which each thousandth fails. */
  static MapRun run(int rows) {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    env.bucket("in").put("rows.csv", csv(rows));
    TestStateMachine machine = env.define("import", DEFINITION);
    machine.mock("Save").returns(Map.of()).taking(Duration.ofMillis(20));
    Execution execution = machine.run("{}");
    return execution.mapRuns().get(0);
  }

  private static byte[] csv(int rows) {
    StringBuilder text = new StringBuilder("id,name,price\n");
    for (int i = 0; i < rows; i++) {
      String price = i % FAILING == 0 ? "free" : "12.50";
      text.append("A-").append(i).append(",product number ").append(i).append(',');
      text.append(price).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
