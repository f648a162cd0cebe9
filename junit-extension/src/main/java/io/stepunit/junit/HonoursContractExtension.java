package io.stepunit.junit;

import io.stepunit.internal.contract.Contract;
import io.stepunit.internal.contract.ContractException;
import io.stepunit.internal.contract.ContractSource;
import io.stepunit.internal.contract.HandlerCheck;
import io.stepunit.junit.ResourceSearch.Kind;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes an invocation of each call of the contract that a {@link HonoursContract} is for. */
final class HonoursContractExtension implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), HonoursContract.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    HonoursContract annotation =
        AnnotationSupport.findAnnotation(context.getTestMethod(), HonoursContract.class)
            .orElseThrow();
    Method method = context.getRequiredTestMethod();
    String origin =
        "@HonoursContract(\"%s\") on %s.%s"
            .formatted(annotation.value(), method.getDeclaringClass().getName(), method.getName());
    URL place =
        ResourceSearch.find(
            Kind.CONTRACT, annotation.value(), context.getRequiredTestClass(), origin);
    boolean exact = annotation.values() == HonoursContract.Values.EXACT;
    try {
      Contract contract =
          Contract.parse(annotation.value(), ResourceSearch.read(Kind.CONTRACT, place));
      return new ContractSource(annotation.value(), file(place))
          .calls(contract, Path.of("").toAbsolutePath()).stream()
              .map(call -> new HandlerCheck(annotation.value(), contract.task(), call, exact))
              .map(check -> new Invocation(new ContractCase(check), origin));
    } catch (ContractException e) {
      throw new ExtensionConfigurationException(origin + ": " + e.getMessage(), e);
    }
  }

  private static Optional<Path> file(URL place) {
    try {
      return place.getProtocol().equals("file")
          ? Optional.of(Path.of(place.toURI()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** One call as an invocation, named after it. */
  private record Invocation(ContractCase assumed, String origin)
      implements TestTemplateInvocationContext, ParameterResolver, AfterTestExecutionCallback {
    @Override
    public String getDisplayName(int invocationIndex) {
      return assumed.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ContractCase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return assumed;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
      if (!assumed.isHeld() && context.getExecutionException().isEmpty()) {
        throw new AssertionError(
            origin
                + " let no handler answer. Take a ContractCase as a parameter, and let the handler"
                + " answer it: assumed.honouredBy(new Handler())");
      }
    }
  }
}
