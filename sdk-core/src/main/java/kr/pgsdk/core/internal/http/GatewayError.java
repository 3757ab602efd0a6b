package kr.pgsdk.core.internal.http;

import kr.pgsdk.core.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * An error in a gateway's own shape.
 *
 * @param message redacted
 * @param traceId what the gateway's support asks for, redacted
 */
public record GatewayError<C extends ErrorCode>(
    C code, @Nullable String message, @Nullable String traceId) {}
