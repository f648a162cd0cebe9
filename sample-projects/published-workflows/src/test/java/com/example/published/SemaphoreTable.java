package com.example.published;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.table.Table;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The table with the one lock: an item that counts its holders and has an attribute for each. */
final class SemaphoreTable {
  static final String TABLE = "Semaphores";
  static final String LOCK = "printer";
  private static final String KEY = "LockName";
  private static final String COUNT = "currentlockcount";

  private final Table table;

  SemaphoreTable(StepFunctionsEnvironment env) {
    this.table = env.table(TABLE).key(KEY);
  }

  private JsonNode lock() {
    return table.item(LOCK).json();
  }

  /** How many hold the lock, as the item counts it. */
  int count() {
    return lock().get(COUNT).asInt();
  }

  /** The ARNs of the executions that hold the lock. */
  Set<String> owners() {
    Set<String> owners = new TreeSet<>();
    lock().fieldNames().forEachRemaining(owners::add);
    owners.removeAll(Set.of(KEY, COUNT));
    return owners;
  }

  /** Writes that an execution holds the lock, and nobody else. */
  void heldBy(String executionArn) {
    table.put(Map.of(KEY, LOCK, COUNT, 1, executionArn, "2026-01-01T00:00:00.000Z"));
  }
}
