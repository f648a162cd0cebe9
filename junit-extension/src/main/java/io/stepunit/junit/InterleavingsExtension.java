package io.stepunit.junit;

import io.stepunit.Interleaving;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.sweep.Shard;
import io.stepunit.junit.Interleavings.Orders;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes an invocation of each order that an {@link Interleavings} asks for. */
final class InterleavingsExtension implements TestTemplateInvocationContextProvider {
  static final String ONLY = "stepunit.interleaving";

  private static final String ORDER = "order";
  private static final String WORLD = "world in an order";

  /**
   * Lets the world of a test begin, now or when its order is known: which of the two extensions is
   * called first depends on how the user registers this one's caller.
   *
   * @param begin makes the world, in an order where the test is run in one
   */
  static void begin(ExtensionContext test, Consumer<Optional<Interleaving>> begin) {
    ExtensionContext.Store store = Stores.of(test);
    Optional<Interleaving> order = Optional.ofNullable(store.get(ORDER, Interleaving.class));
    if (order.isPresent() || !MethodAnnotations.of(test).hasOrders()) {
      begin.accept(order);
    } else {
      store.put(WORLD, begin);
    }
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), Interleavings.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Interleavings annotation =
        AnnotationSupport.findAnnotation(context.getTestMethod(), Interleavings.class)
            .orElseThrow();
    String origin = TemplateNames.origin(Interleavings.class, context);
    if (annotation.value() < 1) {
      throw new ExtensionConfigurationException(
          "%s asks for %s orders; expected 1 or more.".formatted(origin, annotation.value()));
    }
    boolean concurrent = Concurrency.isConcurrent(context);
    if (concurrent && annotation.orders() == Orders.ALL) {
      throw new ExtensionConfigurationException(
          origin
              + " tries all orders, each of which follows from the one before, but its test runs"
              + " concurrently. Put @Execution(SAME_THREAD) on the method, or take SEEDED orders.");
    }
    Shard shard = shard(context, annotation);
    int most = shard.sizeOf(annotation.value());
    if (most == 0) {
      return Shards.nothing(shard);
    }
    InterleavingSweep sweep = InterleavingSweep.begin(context, annotation, most);
    return orders(context, annotation, shard, sweep, concurrent, origin)
        .map(order -> new Invocation(order, sweep, shard));
  }

  /** One order alone is not shared, nor are orders each of which follows from the one before. */
  private static Shard shard(ExtensionContext context, Interleavings annotation) {
    boolean isShared = annotation.orders() == Orders.SEEDED && only(context, annotation).isEmpty();
    return isShared ? Shards.of(context) : Shard.WHOLE;
  }

  private static Optional<String> only(ExtensionContext context, Interleavings annotation) {
    return context
        .getConfigurationParameter(ONLY)
        .or(() -> Optional.of(annotation.only()).filter(name -> !name.isEmpty()));
  }

  private static Stream<Interleaving> orders(
      ExtensionContext context,
      Interleavings annotation,
      Shard shard,
      InterleavingSweep sweep,
      boolean concurrent,
      String origin) {
    Optional<String> only = only(context, annotation);
    if (only.isPresent()) {
      return Stream.of(named(only.get(), origin));
    }
    if (annotation.orders() == Orders.ALL) {
      Interleaving first = Interleaving.ofChoices(List.of());
      return Stream.iterate(
              Optional.of(first), Optional::isPresent, last -> last.flatMap(sweep::following))
          .flatMap(Optional::stream)
          .limit(annotation.value());
    }
    Stream<Interleaving> seeded =
        shard
            .of(Stream.iterate(0L, seed -> seed + 1).limit(annotation.value()))
            .map(Interleaving::ofSeed);
    return concurrent ? seeded : seeded.takeWhile(order -> sweep.goesOn());
  }

  private static Interleaving named(String name, String origin) {
    try {
      return Interleaving.named(name);
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(origin + ": " + e.getMessage(), e);
    }
  }

  /** One order as an invocation, named after it. */
  private record Invocation(Interleaving order, InterleavingSweep sweep, Shard shard)
      implements TestTemplateInvocationContext, BeforeEachCallback, AfterEachCallback {
    @Override
    public String getDisplayName(int invocationIndex) {
      return "order " + order.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    @SuppressWarnings("unchecked") // A store knows no type arguments.
    public void beforeEach(ExtensionContext test) {
      CurrentTest.recording().ifPresent(each -> each.generatedBy("INTERLEAVINGS", shard));
      ExtensionContext.Store store = Stores.of(test);
      Consumer<Optional<Interleaving>> begin = store.get(WORLD, Consumer.class);
      if (begin == null) {
        store.put(ORDER, order);
      } else {
        begin.accept(Optional.of(order));
      }
    }

    @Override
    public void afterEach(ExtensionContext test) {
      TestWorld world = TestWorld.of(test);
      if (world != null) {
        sweep.add(order, world.environment(), test.getExecutionException());
      }
    }
  }
}
