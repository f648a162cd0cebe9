package io.stepunit.internal.report.data;

/** Lines of a file, 1-based, both included. */
public record LineRange(int first, int last) {}
