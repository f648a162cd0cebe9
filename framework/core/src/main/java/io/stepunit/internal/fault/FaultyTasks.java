package io.stepunit.internal.fault;

import io.stepunit.fault.FaultKind;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.ForwardingDispatcher;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.spi.TokenCall;
import io.stepunit.internal.spi.TokenDelivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Injects faults between the engine and what answers Tasks. */
final class FaultyTasks extends ForwardingDispatcher {
  private final List<DeclaredFault> declarations;

  /**
   * @param declarations may grow later
   */
  FaultyTasks(List<DeclaredFault> declarations, TaskDispatcher tasks) {
    super(tasks);
    this.declarations = Collections.unmodifiableList(declarations);
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    List<DeclaredFault> affecting = affecting(request);
    if (affecting.isEmpty()) {
      return super.dispatch(request);
    }
    List<String> fired = new ArrayList<>();
    Supplier<AttemptReply> call = () -> super.dispatch(request);
    for (int i = affecting.size() - 1; i >= 0; i--) {
      call = around(call, affecting.get(i), request, fired);
    }
    AttemptReply reply = call.get();
    return fired.isEmpty() ? reply : new AttemptReply.Faulted(fired, reply);
  }

  /** The faults that affect a call, the outermost first. */
  private List<DeclaredFault> affecting(AttemptRequest request) {
    if (declarations.isEmpty()) {
      return List.of();
    }
    return declarations.stream()
        .filter(fault -> fault.isFor(request))
        .filter(fault -> fault.affects(request))
        .sorted(Comparator.comparingInt(fault -> fault.spec().rank()))
        .toList();
  }

  private static Supplier<AttemptReply> around(
      Supplier<AttemptReply> call,
      DeclaredFault fault,
      AttemptRequest request,
      List<String> fired) {
    return () -> {
      Disturbance.Result result = Disturbance.of(fault.spec(), request, fault.random()).of(call);
      if (result.fired()) {
        fired.add(fault.fire(request));
      }
      if (fault.spec().isOfTokens() || result.losesWhatComesLater(fault.kind())) {
        request.taskToken().ifPresent(fault::watch);
      }
      return result.reply();
    };
  }

  @Override
  public TokenDelivery deliver(AttemptRequest request, TokenCall call) {
    TokenDelivery delivery = super.deliver(request, call);
    for (DeclaredFault fault : declarations) {
      if (request.taskToken().filter(fault::watches).isPresent() && concerns(fault.kind(), call)) {
        List<String> lines = new ArrayList<>(delivery.faults());
        lines.add(fault.fire(request));
        delivery = new TokenDelivery(disturbed(delivery.delays(), fault.spec()), lines);
      }
    }
    return delivery;
  }

  private static boolean concerns(FaultKind kind, TokenCall call) {
    return (kind == FaultKind.DROPS_HEARTBEATS) == (call == TokenCall.HEARTBEAT);
  }

  private static List<Duration> disturbed(List<Duration> delays, FaultSpec spec) {
    List<Duration> disturbed = new ArrayList<>();
    for (Duration delay : delays) {
      switch (spec.kind()) {
        case DELAYS_CALLBACK -> disturbed.add(delay.plus(spec.duration()));
        case DUPLICATES_CALLBACK -> disturbed.addAll(List.of(delay, delay));
        default -> {
          // The others lose it.
        }
      }
    }
    return disturbed;
  }
}
