/** AssertJ assertions on executions of state machines. */
module io.stepunit.assertj {
  requires transitive io.stepunit.framework;
  requires transitive org.assertj.core;
  requires static org.jspecify;

  exports io.stepunit.assertj;
}
