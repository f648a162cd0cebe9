package io.stepunit.internal.awsmodel;

import java.util.List;

/**
 * One operation of a service.
 *
 * @param name its name in the service's API, as {@code PutItem}
 * @param input what it is sent; without fields if it takes nothing
 * @param output what it answers; without fields if it answers nothing
 * @param errors the errors that the service describes, as an SDK integration names them behind the
 *     service's {@link ServiceModel#errorPrefix prefix}: {@code ResourceNotFoundException}
 */
public record Operation(
    String name, Shape.Structure input, Shape.Structure output, List<String> errors) {}
