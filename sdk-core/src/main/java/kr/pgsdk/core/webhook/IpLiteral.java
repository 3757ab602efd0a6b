package kr.pgsdk.core.webhook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads IP addresses as they are written; {@code InetAddress} would look names up. */
final class IpLiteral {
  private static final int LONGEST = 45 + 2; // IPv6 with an IPv4 tail, in brackets

  private IpLiteral() {}

  /**
   * Returns the 16 bytes of an address, an IPv4 one mapped into IPv6; null if {@code text} is none.
   * Brackets and a zone ({@code %eth0}, {@code %0}) are left out.
   */
  static byte @Nullable [] parse(String text) {
    int zone = text.indexOf('%');
    String address = zone < 0 ? text : text.substring(0, zone);
    if (address.length() > LONGEST) {
      return null;
    }
    if (address.startsWith("[") && text.endsWith("]")) {
      address = address.substring(1, zone < 0 ? address.length() - 1 : address.length());
    }
    return address.indexOf(':') < 0 ? mapped(address) : v6(address);
  }

  private static byte @Nullable [] mapped(String address) {
    byte[] bytes = new byte[16];
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    return v4(address, bytes, 12) ? bytes : null;
  }

  /** Writes a dotted quad into {@code bytes}; false if it is none. */
  private static boolean v4(String address, byte[] bytes, int offset) {
    String[] parts = address.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      // A leading zero would be octal to some and decimal to others.
      if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
        return false;
      }
      bytes[offset + i] = (byte) Integer.parseInt(parts[i]);
    }
    return true;
  }

  private static byte @Nullable [] v6(String address) {
    int gap = address.indexOf("::");
    if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    List<Integer> head = groups(gap < 0 ? address : address.substring(0, gap), gap < 0);
    List<Integer> tail = groups(gap < 0 ? "" : address.substring(gap + 2), true);
    if (head == null || tail == null) {
      return null;
    }
    int count = head.size() + tail.size();
    if (gap < 0 ? count != 8 : count > 7) {
      return null;
    }
    byte[] bytes = new byte[16];
    write(head, bytes, 0);
    write(tail, bytes, 16 - 2 * tail.size());
    return bytes;
  }

  private static void write(List<Integer> groups, byte[] bytes, int offset) {
    for (int i = 0; i < groups.size(); i++) {
      bytes[offset + 2 * i] = (byte) (groups.get(i) >> 8);
      bytes[offset + 2 * i + 1] = groups.get(i).byteValue();
    }
  }

  /** Groups of four hex digits; the last two may be a dotted quad. Null if they aren't. */
  private static @Nullable List<Integer> groups(String text, boolean atTheEnd) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      byte[] quad = new byte[4];
      if (atTheEnd && i == parts.length - 1 && v4(parts[i], quad, 0)) {
        groups.add((quad[0] & 0xff) << 8 | (quad[1] & 0xff));
        groups.add((quad[2] & 0xff) << 8 | (quad[3] & 0xff));
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return null;
      }
    }
    return groups;
  }
}
