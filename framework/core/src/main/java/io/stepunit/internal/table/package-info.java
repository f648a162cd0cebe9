/** DynamoDB tables in memory, and the operations on them. */
@NullMarked
package io.stepunit.internal.table;

import org.jspecify.annotations.NullMarked;
