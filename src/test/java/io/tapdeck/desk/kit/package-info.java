/** What every test of the desk stands on: a headless screen, fakes with virtual time, pictures and a watchdog. */
@NullMarked
package io.tapdeck.desk.kit;

import org.jspecify.annotations.NullMarked;
