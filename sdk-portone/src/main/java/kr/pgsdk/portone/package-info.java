/**
 * PortOne V2: {@link kr.pgsdk.portone.PortOneGateway} has the five verbs, {@link
 * kr.pgsdk.portone.PortOneClient} has one typed method per REST call.
 */
@NullMarked
package kr.pgsdk.portone;

import org.jspecify.annotations.NullMarked;
