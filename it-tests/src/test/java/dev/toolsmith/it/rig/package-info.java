/**
 * The ledger rig: a scripted API, a driver and the audit trail, joined on a marker in every call, so that no call can be
 * lost, doubled or let in without being seen.
 */
@NullMarked
package dev.toolsmith.it.rig;

import org.jspecify.annotations.NullMarked;
