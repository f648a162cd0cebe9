package io.stepunit.junit;

import io.stepunit.TestStateMachine;
import io.stepunit.spi.TaskHandler;
import io.stepunit.spi.TaskReply;
import io.stepunit.spi.TaskRequest;
import java.lang.reflect.Field;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** The Mockito mock of a {@link MockTask} field, as the handler of its state. */
final class BoundMock implements TaskHandler {
  private static final String MOCKITO = "org.mockito.MockMakers";

  private final String description;
  private final String field;
  private final TaskHandler mock;
  private boolean used;

  private BoundMock(String description, String field, TaskHandler mock) {
    this.description = description;
    this.field = field;
    this.mock = mock;
  }

  /**
   * Makes a mock and binds it to its state.
   *
   * @throws ExtensionConfigurationException if there is no Mockito
   */
  static BoundMock bind(Field field, MockTask annotation, TestStateMachine machine) {
    String description =
        "@MockTask(\"%s\") on %s.%s"
            .formatted(annotation.value(), field.getDeclaringClass().getName(), field.getName());
    ClassLoader loader = BoundMock.class.getClassLoader();
    if (ReflectionSupport.tryToLoadClass(MOCKITO, loader).toOptional().isEmpty()) {
      throw new ExtensionConfigurationException(
          description
              + " needs Mockito 5 on the class path, and there is none. Add org.mockito:mockito-core to"
              + " the tests' dependencies, or mock the state by machine.mock(\"%s\")."
                  .formatted(annotation.value()));
    }
    TaskHandler mock = MockitoMocks.of(TaskHandler.class, field.getName());
    BoundMock bound = new BoundMock(description, field.getName(), mock);
    // Lenient to the environment, which would name a line of ours: SharedMocks names the field.
    machine.mock(annotation.value()).handledBy(bound).lenient();
    return bound;
  }

  @Override
  public TaskReply handle(TaskRequest request) throws Exception {
    used = true;
    TaskReply reply = mock.handle(request);
    if (reply == null) {
      throw new IllegalStateException(
          "The mock '%s' has no answer for this call of '%s'. Stub it:"
                  .formatted(field, request.path())
              + " when(%s.handle(any())).thenReturn(TaskReply.succeeds(result))".formatted(field));
    }
    return reply;
  }

  /** What the field takes. */
  TaskHandler mock() {
    return mock;
  }

  boolean used() {
    return used;
  }

  /** The field, for people. */
  @Override
  public String toString() {
    return description;
  }
}
