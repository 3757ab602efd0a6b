/**
 * Iamport (PortOne V1): {@link kr.pgsdk.iamport.IamportGateway} keeps the payment contract, {@link
 * kr.pgsdk.iamport.IamportClient} has one typed method per REST call.
 */
package kr.pgsdk.iamport;
