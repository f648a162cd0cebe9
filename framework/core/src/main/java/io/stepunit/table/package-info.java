/** DynamoDB tables in memory, which answer Tasks. */
@NullMarked
package io.stepunit.table;

import org.jspecify.annotations.NullMarked;
