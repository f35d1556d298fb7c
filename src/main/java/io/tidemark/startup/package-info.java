/** What keeps the service from starting, said so that a person can do something about it. */
@NullMarked
package io.tidemark.startup;

import org.jspecify.annotations.NullMarked;
