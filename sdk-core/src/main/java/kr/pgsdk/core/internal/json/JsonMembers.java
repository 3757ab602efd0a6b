package kr.pgsdk.core.internal.json;

/**
 * The members of one object, found by their keys: by a hash table over its nodes, or from end to
 * end if they are too few to be worth one, hold more values than a byte counts, or are made to
 * collide.
 */
final class JsonMembers {
  static final int ABSENT = 0;

  private static final int MIN_IN_TABLE = 8;

  /** For each member; a gateway's keys have one at most. */
  private static final int MAX_COLLISIONS = 8;

  private static final byte[] NO_TABLE = {};

  private JsonMembers() {}

  /**
   * Returns what {@link #find} wants to know of an object: for each member how many nodes it is
   * behind the object, negative if its key is there again.
   */
  static byte[] table(JsonNodes nodes, int object) {
    int end = nodes.next(object);
    int count = 0;
    for (int node = object + JsonNodes.SIZE; node < end; node = nodes.next(node)) {
      count++;
    }
    if (count < MIN_IN_TABLE || (end - object) / JsonNodes.SIZE > Byte.MAX_VALUE) {
      return NO_TABLE;
    }
    byte[] slots = new byte[Integer.highestOneBit(count * 3 / 2) * 2];
    int collisions = 0;
    for (int node = object + JsonNodes.SIZE; node < end; node = nodes.next(node)) {
      int slot = nodes.hashOfName(node) & (slots.length - 1);
      while (slots[slot] != 0 && !nodes.isNamedAs(node, member(object, slots[slot]))) {
        slot = (slot + 1) & (slots.length - 1);
        collisions++;
        if (collisions > MAX_COLLISIONS * count) {
          return NO_TABLE;
        }
      }
      int distance = (node - object) / JsonNodes.SIZE;
      slots[slot] = (byte) (slots[slot] == 0 ? distance : -distance);
    }
    return slots;
  }

  private static int member(int object, byte entry) {
    return object + Math.abs(entry) * JsonNodes.SIZE;
  }

  /**
   * Returns the node of a member, inverted if its key is there more than once: the last one then;
   * {@link #ABSENT} if there is none.
   */
  static int find(JsonNodes nodes, int object, byte[] table, String name) {
    if (table.length == 0) {
      return search(nodes, object, name);
    }
    int slot = JsonNodes.hash(name) & (table.length - 1);
    while (table[slot] != 0 && !nodes.isNamed(member(object, table[slot]), name)) {
      slot = (slot + 1) & (table.length - 1);
    }
    byte entry = table[slot];
    return entry == 0 ? ABSENT : entry > 0 ? member(object, entry) : ~member(object, entry);
  }

  private static int search(JsonNodes nodes, int object, String name) {
    int found = ABSENT;
    int end = nodes.next(object);
    for (int node = object + JsonNodes.SIZE; node < end; node = nodes.next(node)) {
      if (nodes.isNamed(node, name)) {
        found = found == ABSENT ? node : ~node;
      }
    }
    return found;
  }
}
