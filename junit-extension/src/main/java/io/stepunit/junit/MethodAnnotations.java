package io.stepunit.junit;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotations of a test method say that each run of it asks for. JUnit searches them anew
 * each time, with the annotations of annotations.
 *
 * @param replay what it replays
 * @param hasOrders whether it is run in many orders
 * @param misplaced what belongs on its class
 */
record MethodAnnotations(
    Optional<ReplayTest> replay, boolean hasOrders, Optional<StateMachineTest> misplaced) {

  static MethodAnnotations of(ExtensionContext test) {
    Method method = test.getRequiredTestMethod();
    return Stores.onceForAll(
        test,
        new Key(method),
        MethodAnnotations.class,
        () ->
            new MethodAnnotations(
                AnnotationSupport.findAnnotation(method, ReplayTest.class),
                AnnotationSupport.isAnnotated(method, Interleavings.class),
                AnnotationSupport.findAnnotation(method, StateMachineTest.class)));
  }

  private record Key(Method method) {}
}
