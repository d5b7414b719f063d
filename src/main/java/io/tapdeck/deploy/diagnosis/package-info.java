/** Why an operation failed, and what helps: the first real cause, and a catalogue of remedies with their sources. */
@NullMarked
package io.tapdeck.deploy.diagnosis;

import org.jspecify.annotations.NullMarked;
