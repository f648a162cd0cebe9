/**
 * Finds state machines in templates (SAM, CloudFormation, Serverless, Terraform plans) and turns
 * them into plain definitions in which every node knows its place in the original file.
 */
@NullMarked
package io.stepunit.internal.load.template;

import org.jspecify.annotations.NullMarked;
