/**
 * Iamport (PortOne V1): {@link kr.pgsdk.iamport.IamportGateway} has the five verbs, {@link
 * kr.pgsdk.iamport.IamportClient} has one typed method per REST call.
 */
@NullMarked
package kr.pgsdk.iamport;

import org.jspecify.annotations.NullMarked;
