package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** Handlers as containers hand them out: behind a class or a proxy that the container makes. */
class ProxiedHandlersTest {
  private final TestStateMachine order =
      StepFunctionsEnvironment.create()
          .define(
              "order",
              """
              {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge"}}}
              """);

  record Charge(int amount) {}

  static class ChargeHandler implements RequestHandler<Charge, Integer> {
    @Override
    public Integer handleRequest(Charge charge, Context context) {
      return charge.amount();
    }
  }

  /** What CDI puts in front of a bean. */
  static class ClientProxy extends ChargeHandler {
    @Override
    public Integer handleRequest(Charge charge, Context context) {
      return super.handleRequest(charge, context) + 1;
    }
  }

  interface ChargeFunction extends RequestHandler<Charge, Integer> {}

  @Test
  void a_class_made_at_run_time_has_the_types_of_the_bean_behind_it() throws Exception {
    order.lambda("charge").handledBy((RequestHandler<?, ?>) madeAtRuntime(ClientProxy.class));

    assertThat(order.run("{\"amount\": 7}").output()).contains(Json.parse("8"));
  }

  @Test
  void a_proxy_of_an_interface_that_declares_the_types_has_them() {
    ChargeFunction handler = proxy(ChargeFunction.class, new ChargeHandler());
    order.lambda("charge").handledBy(handler);

    assertThat(order.run("{\"amount\": 7}").output()).contains(Json.parse("7"));
  }

  @Test
  void a_lambda_expression_of_such_an_interface_has_them_too() {
    ChargeFunction amount = (charge, context) -> charge.amount();
    order.lambda("charge").handledBy(amount);

    assertThat(order.run("{\"amount\": 7}").output()).contains(Json.parse("7"));
  }

  @Test
  void a_proxy_of_the_mere_interface_needs_the_input_type() {
    RequestHandler<Charge, Integer> handler = proxy(RequestHandler.class, new ChargeHandler());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.lambda("charge").handledBy(handler))
        .withMessage(
            "A proxy of the interface RequestHandler does not declare the handler's input type."
                + " Pass it: handledBy(ChargeRequest.class, handler), or pass an object of a class"
                + " that implements RequestHandler<ChargeRequest, …>.");

    order.lambda("charge").handledBy(Charge.class, handler);
    assertThat(order.run("{\"amount\": 7}").output()).contains(Json.parse("7"));
  }

  @SuppressWarnings("unchecked")
  private static <T extends RequestHandler<Charge, Integer>> T proxy(
      Class<?> type, ChargeHandler bean) {
    return (T)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                bean.handleRequest((Charge) arguments[0], (Context) arguments[1]));
  }

  /** An object of a class of the same code that no name leads to, as containers make them. */
  private static Object madeAtRuntime(Class<?> type) throws Exception {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream code = type.getResourceAsStream(file)) {
      return MethodHandles.lookup()
          .defineHiddenClass(code.readAllBytes(), true)
          .lookupClass()
          .getDeclaredConstructor()
          .newInstance();
    }
  }
}
