package io.stepunit.docs;

import io.stepunit.junit.ReplayTest;
import io.stepunit.junit.StateMachineTest;

@StateMachineTest("order.asl.json")
class OrderReplayTest {

  @ReplayTest("failed-execution.json")
  void fails_as_it_did_on_friday() {}
}
