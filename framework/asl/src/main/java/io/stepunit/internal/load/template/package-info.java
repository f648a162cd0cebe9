/**
 * Finds state machines in the files that teams deploy - SAM and CloudFormation templates,
 * Serverless files, Terraform plans - and makes plain definitions of them, in which every node
 * knows its place in the original file.
 */
@NullMarked
package io.stepunit.internal.load.template;

import org.jspecify.annotations.NullMarked;
