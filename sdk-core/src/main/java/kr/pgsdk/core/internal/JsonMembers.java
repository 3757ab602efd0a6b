package kr.pgsdk.core.internal;

/**
 * The members of one object, found by their keys: by a hash table over its nodes, or from end to
 * end if they are too few to be worth one. Or too many for any gateway's object: then keys that are
 * made to collide cost nobody anything.
 */
final class JsonMembers {
  static final int ABSENT = 0;

  private static final int MIN_IN_TABLE = 8;
  private static final int MAX_IN_TABLE = 1000;
  private static final int[] NO_TABLE = {};

  private final JsonNodes nodes;
  private final int object;

  /** A member's node, inverted for one whose key is there again; or {@link #ABSENT}. */
  private final int[] table;

  JsonMembers(JsonNodes nodes, int object) {
    this.nodes = nodes;
    this.object = object;
    int end = nodes.next(object);
    int count = 0;
    for (int node = object + JsonNodes.SIZE; node < end; node = nodes.next(node)) {
      count++;
    }
    if (count < MIN_IN_TABLE || count > MAX_IN_TABLE) {
      this.table = NO_TABLE;
      return;
    }
    this.table = new int[Integer.highestOneBit(count + count / 4) * 2];
    for (int node = object + JsonNodes.SIZE; node < end; node = nodes.next(node)) {
      add(node);
    }
  }

  private void add(int node) {
    int slot = nodes.hashOfName(node) & (table.length - 1);
    while (table[slot] != ABSENT && !nodes.isNamedAs(node, node(table[slot]))) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = table[slot] == ABSENT ? node : ~node;
  }

  /** Returns the node of a member, the last one of several; {@link #ABSENT} if there is none. */
  int find(String name) {
    return node(findOnly(name));
  }

  /** As {@link #find}, but inverted if the key is there more than once. */
  int findOnly(String name) {
    if (table.length == 0) {
      return search(name);
    }
    int slot = JsonNodes.hash(name) & (table.length - 1);
    while (table[slot] != ABSENT && !nodes.isNamed(node(table[slot]), name)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return table[slot];
  }

  private int search(String name) {
    int entry = ABSENT;
    int end = nodes.next(object);
    for (int node = object + JsonNodes.SIZE; node < end; node = nodes.next(node)) {
      if (nodes.isNamed(node, name)) {
        entry = entry == ABSENT ? node : ~node;
      }
    }
    return entry;
  }

  private static int node(int entry) {
    return entry < 0 ? ~entry : entry;
  }
}
