package io.stepunit.junit;

import io.stepunit.Interleaving;
import io.stepunit.internal.report.CurrentTest;
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
    if (order.isPresent()
        || !AnnotationSupport.isAnnotated(test.getTestMethod(), Interleavings.class)) {
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
    InterleavingSweep sweep = InterleavingSweep.begin(context, annotation);
    return orders(context, annotation, sweep, concurrent, origin)
        .map(order -> new Invocation(order, sweep));
  }

  private static Stream<Interleaving> orders(
      ExtensionContext context,
      Interleavings annotation,
      InterleavingSweep sweep,
      boolean concurrent,
      String origin) {
    Optional<String> only =
        context
            .getConfigurationParameter(ONLY)
            .or(() -> Optional.of(annotation.only()).filter(name -> !name.isEmpty()));
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
        Stream.iterate(0L, seed -> seed + 1).map(Interleaving::ofSeed).limit(annotation.value());
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
  private record Invocation(Interleaving order, InterleavingSweep sweep)
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
      CurrentTest.recording().ifPresent(each -> each.generatedBy("INTERLEAVINGS"));
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
