package kr.pgsdk.core.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request that arrived at the shop: its headers, and its raw body, because signatures are
 * over bytes. Immutable. Nothing in the request is trusted.
 *
 * <p>With servlets: {@code WebhookRequest.read(request.getInputStream(), request::getHeader)},
 * before any call of {@code getParameter}, which consumes a form's body. With Spring: {@code
 * WebhookRequest.of(body, headers::getFirst)}, where {@code body} is a {@code @RequestBody byte[]}.
 */
public final class WebhookRequest {
  /** How many bytes a body may have: many times the largest documented one. */
  public static final int MAX_BYTES = 256 << 10;

  private static final int MAX_HEADER_LENGTH = 8 << 10;

  private final byte[] body;
  private final Function<String, @Nullable String> headers;

  private WebhookRequest(byte[] body, Function<String, @Nullable String> headers) {
    this.body = body;
    this.headers = headers;
  }

  /**
   * Returns the request with this body.
   *
   * @param headers gives a header's first value by its name in lower case, or null; must not care
   *     about case, as servlets and Spring don't
   * @throws RejectedRequestException if the body is larger than {@link #MAX_BYTES}
   */
  public static WebhookRequest of(byte[] body, Function<String, @Nullable String> headers) {
    Objects.requireNonNull(headers, "headers");
    if (body.length > MAX_BYTES) {
      throw new RejectedRequestException(413, "the body has more than " + MAX_BYTES + " bytes");
    }
    return new WebhookRequest(body.clone(), headers);
  }

  /**
   * Returns the request with this body and these headers, in any case of letters; several lines of
   * one header are joined by commas.
   *
   * @throws RejectedRequestException if the body is larger than {@link #MAX_BYTES}
   */
  public static WebhookRequest of(byte[] body, Map<String, ? extends List<String>> headers) {
    Map<String, String> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> {
          // java.net gives the status line under no name.
          if (name != null) {
            lines.merge(name, String.join(",", values), (one, other) -> one + "," + other);
          }
        });
    return of(body, lines::get);
  }

  /**
   * Reads a body, and no more than {@link #MAX_BYTES} of it.
   *
   * @param body stays open
   * @param headers as in {@link #of(byte[], Function)}
   * @throws RejectedRequestException if there are more bytes
   * @throws IOException from {@code body}
   */
  public static WebhookRequest read(InputStream body, Function<String, @Nullable String> headers)
      throws IOException {
    return of(body.readNBytes(MAX_BYTES + 1), headers);
  }

  /** The body as it arrived. A copy. */
  public byte[] body() {
    return body.clone();
  }

  /**
   * A header's value; empty if it is absent or blank.
   *
   * @throws RejectedRequestException if it is longer than any header a gateway sends
   */
  public Optional<String> header(String name) {
    String value = headers.apply(name.toLowerCase(Locale.ROOT));
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    if (value.length() > MAX_HEADER_LENGTH) {
      throw new RejectedRequestException(413, "the header " + name + " is too long");
    }
    return Optional.of(value.strip());
  }

  /**
   * Whether the body looks like a JSON object. The content type doesn't count, because Iamport's
   * console has a separate setting for it.
   */
  public boolean isJson() {
    for (byte b : body) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return b == '{';
      }
    }
    return false;
  }

  /**
   * The body as text in the charset of its content type, UTF-8 unless it names one.
   *
   * @throws RejectedRequestException with 400 if the body is not text in that charset, with 415 if
   *     the charset is unknown, with 413 if the content type is longer than any header a gateway
   *     sends
   */
  public String text() {
    try {
      return charset().newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new RejectedRequestException(400, "the body is not text in its charset");
    }
  }

  /**
   * The body as the fields of a form.
   *
   * @throws RejectedRequestException with 415 if its content type isn't a form's; with 400, 413 or
   *     415 if it isn't a form, or as from {@link #text}
   */
  public Parameters form() {
    String type = mediaType();
    // JSON's too: in Iamport's console the type is a setting of its own.
    if (!Set.of("", "application/x-www-form-urlencoded", "application/json").contains(type)) {
      throw new RejectedRequestException(415, "the content type is neither JSON's nor a form's");
    }
    return Parameters.ofForm(text(), charset());
  }

  private String contentType() {
    return header("content-type").orElse("");
  }

  private String mediaType() {
    return contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private Charset charset() {
    for (String parameter : contentType().split(";", -1)) {
      String[] pair = parameter.split("=", 2);
      if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("charset")) {
        return charset(pair[1].strip().replace("\"", ""));
      }
    }
    return StandardCharsets.UTF_8;
  }

  private static Charset charset(String name) {
    try {
      if (Charset.isSupported(name) && Charset.forName(name).canEncode()) {
        return Charset.forName(name);
      }
    } catch (IllegalCharsetNameException e) {
      // Refused like an unknown one.
    }
    throw new RejectedRequestException(415, "the content type names an unknown charset");
  }

  /** Shows only the size. */
  @Override
  public String toString() {
    return "WebhookRequest[" + body.length + " bytes]";
  }
}
