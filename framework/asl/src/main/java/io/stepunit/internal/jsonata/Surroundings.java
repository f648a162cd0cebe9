package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What an evaluation sees of the world. */
public interface Surroundings {
  /** The value of a variable, without {@code $}; {@link Values#UNDEFINED} if it has none. */
  JsonNode variable(String name);

  Instant now();

  RandomGenerator random();
}
