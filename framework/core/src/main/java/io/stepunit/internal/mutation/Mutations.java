package io.stepunit.internal.mutation;

/** Makes the mistakes of some kinds. */
@FunctionalInterface
interface Mutations {
  /** Makes those of one state. */
  void in(Place place);
}
