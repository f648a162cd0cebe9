package io.stepunit.internal.spi;

import java.util.Optional;

/** Stands before another dispatcher and leaves to it what a subclass does not do itself. */
public abstract class ForwardingDispatcher implements TaskDispatcher {
  private final TaskDispatcher next;

  protected ForwardingDispatcher(TaskDispatcher next) {
    this.next = next;
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    return next.dispatch(request);
  }

  @Override
  public Optional<String> answererOf(AttemptRequest request) {
    return next.answererOf(request);
  }

  @Override
  public boolean takesAnyRequest() {
    return next.takesAnyRequest();
  }

  @Override
  public boolean activityExists(String activityArn) {
    return next.activityExists(activityArn);
  }

  @Override
  public TokenDelivery deliver(AttemptRequest request, TokenCall call) {
    return next.deliver(request, call);
  }
}
