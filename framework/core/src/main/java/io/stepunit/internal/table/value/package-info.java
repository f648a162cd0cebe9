/** DynamoDB's attribute values: what they are, how they are written, compared and measured. */
@NullMarked
package io.stepunit.internal.table.value;

import org.jspecify.annotations.NullMarked;
