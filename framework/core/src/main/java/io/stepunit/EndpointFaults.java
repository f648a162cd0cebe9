package io.stepunit;

import java.util.function.Consumer;

/** Passes on the faults of an endpoint to who wants to be told, from threads of its own. */
final class EndpointFaults implements Consumer<Throwable> {
  private volatile Consumer<? super Throwable> told = fault -> {};

  void tell(Consumer<? super Throwable> listener) {
    told = listener;
  }

  @Override
  public void accept(Throwable fault) {
    told.accept(fault);
  }
}
