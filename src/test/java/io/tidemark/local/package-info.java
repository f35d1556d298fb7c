/** Everything Tidemark needs around it, for a newcomer's machine and for the tests: real servers, a bank that lives. */
@NullMarked
package io.tidemark.local;

import org.jspecify.annotations.NullMarked;
