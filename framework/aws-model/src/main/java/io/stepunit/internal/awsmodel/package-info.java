/** The catalogue of the services' operations: names, members, types and errors. */
@NullMarked
package io.stepunit.internal.awsmodel;

import org.jspecify.annotations.NullMarked;
