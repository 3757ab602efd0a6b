package kr.pgsdk.core.internal.http;

import kr.pgsdk.core.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A page that was read to its end.
 *
 * @param rows how many rows it had
 * @param last its last row; null if it had none
 * @param envelope what surrounds the rows; null if the gateway said that there is no such page
 */
public record PageEnd<T>(int rows, @Nullable T last, @Nullable JsonObject envelope) {}
