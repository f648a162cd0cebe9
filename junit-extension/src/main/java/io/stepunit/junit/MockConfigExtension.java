package io.stepunit.junit;

import io.stepunit.junit.ResourceSearch.Kind;
import io.stepunit.mock.MockConfigCase;
import io.stepunit.mock.MockConfigException;
import io.stepunit.mock.MockConfigFile;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes an invocation of each test case that a {@link MockConfigTest} is for. */
final class MockConfigExtension implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), MockConfigTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    MockConfigTest annotation =
        AnnotationSupport.findAnnotation(context.getTestMethod(), MockConfigTest.class)
            .orElseThrow();
    Method method = context.getRequiredTestMethod();
    String origin =
        "@MockConfigTest(\"%s\") on %s.%s"
            .formatted(annotation.value(), method.getDeclaringClass().getName(), method.getName());
    URL place =
        ResourceSearch.find(
            Kind.MOCK_CONFIG, annotation.value(), context.getRequiredTestClass(), origin);
    try {
      String text = ResourceSearch.read(Kind.MOCK_CONFIG, place);
      return cases(MockConfigFile.parse(annotation.value(), text), annotation).stream()
          .map(testCase -> new Invocation(new MockCase(testCase)));
    } catch (MockConfigException e) {
      throw new ExtensionConfigurationException(origin + ": " + e.getMessage(), e);
    }
  }

  private static List<MockConfigCase> cases(MockConfigFile file, MockConfigTest annotation) {
    List<String> machines = file.machines();
    if (!annotation.machine().isEmpty()) {
      return file.testCases(annotation.machine());
    }
    if (machines.size() == 1) {
      return file.testCases();
    }
    throw new ExtensionConfigurationException(
        machines.isEmpty()
            ? "The mock configuration '%s' has no test cases.".formatted(annotation.value())
            : "The mock configuration '%s' has test cases of several machines: %s. Select one: machine = \"%s\"."
                .formatted(annotation.value(), String.join(", ", machines), machines.get(0)));
  }

  /** One case as an invocation, named after it. */
  private record Invocation(MockCase testCase)
      implements TestTemplateInvocationContext, ParameterResolver {
    @Override
    public String getDisplayName(int invocationIndex) {
      return testCase.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == MockCase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return testCase;
    }
  }
}
