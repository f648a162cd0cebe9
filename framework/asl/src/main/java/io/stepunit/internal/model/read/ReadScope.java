package io.stepunit.internal.model.read;

import io.stepunit.internal.model.StateGraph;
import java.util.List;

/**
 * A scope of states as written, and as read.
 *
 * @param node the machine, the branch or the ItemProcessor
 * @param states all its states, in the order of the file
 * @param graph those of them whose type is known
 */
public record ReadScope(LocatedNode node, List<ReadState> states, StateGraph graph) {}
