package io.stepunit;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.ForwardingDispatcher;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.spi.TokenCall;
import io.stepunit.internal.spi.TokenDelivery;

/** Lets mocks and faults of a test, which count by execution, begin anew in each case. */
final class CountedCalls extends ForwardingDispatcher {
  private final int run;
  private final boolean madeUp;

  /**
   * @param run the number of the case
   * @param madeUp whether data is made up, so that it says nothing of what is sent
   */
  CountedCalls(TaskDispatcher tasks, int run, boolean madeUp) {
    super(tasks);
    this.run = run;
    this.madeUp = madeUp;
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    return super.dispatch(counted(request));
  }

  @Override
  public TokenDelivery deliver(AttemptRequest request, TokenCall call) {
    return super.deliver(counted(request), call);
  }

  private AttemptRequest counted(AttemptRequest request) {
    return request.countedFor(request.topExecutionArn() + "#" + run);
  }

  @Override
  public boolean takesAnyRequest() {
    return madeUp || super.takesAnyRequest();
  }
}
