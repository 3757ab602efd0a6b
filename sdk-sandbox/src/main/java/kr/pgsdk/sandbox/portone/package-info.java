/** PortOne V2 as its documentation describes it. */
@NullMarked
package kr.pgsdk.sandbox.portone;

import org.jspecify.annotations.NullMarked;
