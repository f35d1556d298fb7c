/** The policy and the rules: a fold from state and movement to state and findings. */
@NullMarked
package io.tidemark.detect;

import org.jspecify.annotations.NullMarked;
