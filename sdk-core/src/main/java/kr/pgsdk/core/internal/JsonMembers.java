package kr.pgsdk.core.internal;

/**
 * The members of one object, found by their keys: by a hash table over its nodes, or from end to
 * end if they are too few to be worth one. Or too many for any gateway's object, or made to
 * collide: then filling a table could take for ever.
 */
final class JsonMembers {
  static final int ABSENT = 0;

  private static final int MIN_IN_TABLE = 8;
  private static final int MAX_IN_TABLE = 1000;

  /** For each member; a gateway's keys have a quarter of one. */
  private static final int MAX_COLLISIONS = 8;

  private static final short[] NO_TABLE = {};

  private final JsonNodes nodes;
  private final int object;

  /** How many nodes a member is behind its object, negative if its key is there again; or 0. */
  private final short[] table;

  JsonMembers(JsonNodes nodes, int object) {
    this.nodes = nodes;
    this.object = object;
    int end = nodes.next(object);
    int count = 0;
    for (int node = object + JsonNodes.SIZE; node < end; node = nodes.next(node)) {
      count++;
    }
    boolean far = (end - object) / JsonNodes.SIZE > Short.MAX_VALUE;
    if (count < MIN_IN_TABLE || count > MAX_IN_TABLE || far) {
      this.table = NO_TABLE;
      return;
    }
    this.table = table(end, count);
  }

  private short[] table(int end, int count) {
    short[] slots = new short[Integer.highestOneBit(count * 3 / 2) * 2];
    int collisions = 0;
    for (int node = object + JsonNodes.SIZE; node < end; node = nodes.next(node)) {
      int slot = nodes.hashOfName(node) & (slots.length - 1);
      while (slots[slot] != 0 && !nodes.isNamedAs(node, node(slots[slot]))) {
        slot = (slot + 1) & (slots.length - 1);
        collisions++;
        if (collisions > MAX_COLLISIONS * count) {
          return NO_TABLE;
        }
      }
      int distance = (node - object) / JsonNodes.SIZE;
      slots[slot] = (short) (slots[slot] == 0 ? distance : -distance);
    }
    return slots;
  }

  private int node(short entry) {
    return object + Math.abs(entry) * JsonNodes.SIZE;
  }

  /** Returns the node of a member, the last one of several; {@link #ABSENT} if there is none. */
  int find(String name) {
    int found = findOnly(name);
    return found < 0 ? ~found : found;
  }

  /** As {@link #find}, but inverted if the key is there more than once. */
  int findOnly(String name) {
    if (table.length == 0) {
      return search(name);
    }
    int slot = JsonNodes.hash(name) & (table.length - 1);
    while (table[slot] != 0 && !nodes.isNamed(node(table[slot]), name)) {
      slot = (slot + 1) & (table.length - 1);
    }
    short entry = table[slot];
    return entry == 0 ? ABSENT : entry > 0 ? node(entry) : ~node(entry);
  }

  private int search(String name) {
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
