/** DynamoDB's expressions: read, checked as the service checks them, and evaluated on items. */
@NullMarked
package io.stepunit.internal.table.expression;

import org.jspecify.annotations.NullMarked;
