package io.stepunit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;

/**
 * Where data comes from.
 *
 * @param number 0 for the input, else that of a Task
 * @param twist what is unusual about the data
 */
record DataSource(int number, Twist twist) {
  /** Any place, and nothing unusual. */
  static final DataSource ANY = new DataSource(0, Twist.NONE);

  boolean givesNulls() {
    return twist == Twist.NULLS;
  }

  /** How far its values are from those of the input. */
  private int distance() {
    return twist == Twist.OWN_VALUES ? number : 0;
  }

  /** Which of some values it gives, where the input gives one of them. */
  int pick(int ofInput, int count) {
    return (ofInput + distance()) % count;
  }

  int someNumber() {
    return 1 + distance();
  }

  JsonNode text(String name) {
    return Json.NODES.textNode(distance() == 0 ? name : name + "-" + distance());
  }
}
