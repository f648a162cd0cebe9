package io.stepunit.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recording.RecordingsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Runs cases on threads until enough were run, and watches that each ends. */
final class ExecutionFuzz {
  /** Half of what a thread has by default: what recurses with the input shows. */
  private static final long STACK = 512 * 1024;

  /** Far more than any case takes, on a busy machine too. */
  private static final long SLOWEST_MILLIS = 20_000;

  private static final int REPORTED = 20;

  /** After how many executions the run says how far it is. */
  private static final long TOLD = 20_000;

  private final List<Parent> parents;
  private final long seed;
  private final long executions;
  private final AtomicLong nextBlock = new AtomicLong();
  private final AtomicLong cases = new AtomicLong();
  private final AtomicLong ran = new AtomicLong();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final List<String> undocumented = new ArrayList<>();
  private final Path folder = RecordingsFolder.checkout().resolve("framework/target/fuzz");

  /**
   * @param executions how many to run; definitions that are refused do not count
   */
  ExecutionFuzz(List<Parent> parents, long seed, long executions) {
    this.parents = parents;
    this.seed = seed;
    this.executions = executions;
  }

  /** Runs all; what is still running long after its time is reported as a finding. */
  void run(int threads) throws InterruptedException {
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Worker worker = new Worker(i);
      workers.add(worker);
      worker.start();
    }
    long told = 0;
    while (workers.stream().anyMatch(Worker::isAtWork)) {
      for (Worker worker : workers) {
        worker.join(500);
        worker.watch();
      }
      if (ran.get() >= told + TOLD) {
        told = ran.get();
        System.out.println(told + " executions: " + outcomes());
      }
    }
  }

  /** Runs one case, and returns what it ended in. */
  String replay(long number) {
    FuzzCase fuzzed = FuzzCase.of(parents, seed, number);
    System.out.println(fuzzed.toJson().toPrettyString());
    return new FuzzedRun().outcome(fuzzed);
  }

  private boolean isDone() {
    return ran.get() >= executions || undocumented().size() >= REPORTED;
  }

  synchronized List<String> undocumented() {
    return List.copyOf(undocumented);
  }

  synchronized Map<String, Long> outcomes() {
    return new TreeMap<>(outcomes);
  }

  long ran() {
    return ran.get();
  }

  private synchronized void count(String outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
    cases.incrementAndGet();
    if (!outcome.equals(FuzzedRun.REFUSED)) {
      ran.incrementAndGet();
    }
  }

  private synchronized void found(FuzzCase fuzzed, String problem, StackTraceElement[] stack) {
    count("UNDOCUMENTED");
    ObjectNode report = fuzzed.toJson().put("seed", seed).put("problem", problem);
    report.set(
        "stack",
        Json.NODES
            .arrayNode()
            .addAll(
                Arrays.stream(stack)
                    .limit(40)
                    .map(Object::toString)
                    .map(Json.NODES::textNode)
                    .toList()));
    Path file = folder.resolve("execution-" + seed + "-" + fuzzed.number() + ".json");
    write(file, report);
    undocumented.add(file + ": " + problem + (stack.length == 0 ? "" : " at " + stack[0]));
  }

  /** Writes what came of the run beside the findings, and returns it. */
  synchronized ObjectNode report() {
    ObjectNode report =
        Json.NODES
            .objectNode()
            .put("seed", seed)
            .put("parents", parents.size())
            .put("cases", cases.get())
            .put("executions", ran.get())
            .put("undocumented", undocumented.size());
    ObjectNode byOutcome = report.putObject("outcomes");
    outcomes.forEach(byOutcome::put);
    undocumented.forEach(report.putArray("findings")::add);
    write(folder.resolve("executions.json"), report);
    return report;
  }

  private static void write(Path file, ObjectNode content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content.toPrettyString());
    } catch (IOException e) {
      throw new IllegalStateException("The report " + file + " cannot be written", e);
    }
  }

  /** Takes blocks of cases with the same machine. */
  private final class Worker extends Thread {
    private final FuzzedRun runner = new FuzzedRun();
    private volatile FuzzCase current;
    private volatile long since;
    private volatile boolean hangs;

    Worker(int number) {
      super(null, null, "fuzz-" + number, STACK);
      setDaemon(true);
    }

    boolean isAtWork() {
      return isAlive() && !hangs;
    }

    @Override
    public void run() {
      while (!isDone() && !hangs) {
        long first = nextBlock.getAndIncrement() * FuzzCase.RUNS;
        boolean loads = true;
        for (int i = 0; i < FuzzCase.RUNS && loads && !isDone(); i++) {
          loads = tryOne(first + i);
        }
      }
    }

    /** Returns false if the machine is refused, and so is the rest of the block. */
    private boolean tryOne(long number) {
      FuzzCase fuzzed = FuzzCase.of(parents, seed, number);
      since = System.currentTimeMillis();
      current = fuzzed;
      try {
        String outcome = runner.outcome(fuzzed);
        count(outcome);
        return !outcome.equals(FuzzedRun.REFUSED);
      } catch (Throwable e) {
        found(fuzzed, String.valueOf(e), e.getStackTrace());
        return true;
      } finally {
        current = null;
        Thread.interrupted();
      }
    }

    /** Interrupts what takes too long, which has to end it, and tells what does not care. */
    void watch() {
      FuzzCase slow = current;
      long millis = System.currentTimeMillis() - since;
      if (slow != null && millis > SLOWEST_MILLIS) {
        interrupt();
      }
      if (slow != null && millis > 2 * SLOWEST_MILLIS && !hangs) {
        hangs = true;
        found(slow, "It does not end, though interrupted", getStackTrace());
      }
    }
  }
}
