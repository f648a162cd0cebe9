package io.stepunit.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.SourceLocation;
import java.util.Optional;
import java.util.function.Function;

/**
 * The request of a Task as its definition has it.
 *
 * @param template {@code Parameters} or {@code Arguments}; empty if the state's input is sent
 * @param notation how it is written
 * @param places where a part of it stands, by its JSON pointer within
 */
public record WrittenRequest(
    Optional<JsonNode> template, Notation notation, Function<String, SourceLocation> places) {}
