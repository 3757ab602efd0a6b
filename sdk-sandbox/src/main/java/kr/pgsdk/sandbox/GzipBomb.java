package kr.pgsdk.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A small gzip file that unzips to very much white space. */
final class GzipBomb {
  private static final int BLOCK = 1 << 20;

  // A file like it takes a second to make, and always comes out the same.
  private static final Map<Long, byte[]> MADE = new ConcurrentHashMap<>();

  private GzipBomb() {}

  /**
   * Returns the bytes; a thousandth of {@code size}, rounded up to whole MiB. Not to be changed.
   */
  static byte[] unzippingTo(long size) {
    return MADE.computeIfAbsent((size + BLOCK - 1) / BLOCK, GzipBomb::ofBlocks);
  }

  private static byte[] ofBlocks(long blocks) {
    byte[] space = new byte[BLOCK];
    Arrays.fill(space, (byte) ' ');
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(new byte[] {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, 0});
      // Flushed whole, a block needs nothing that came before it: one can stand for all.
      byte[] block = deflated(deflater, space);
      CRC32 crc = new CRC32();
      for (long i = 0; i < blocks; i++) {
        file.writeBytes(block);
        crc.update(space);
      }
      file.writeBytes(new byte[] {3, 0}); // the empty last block
      file.writeBytes(littleEndian(crc.getValue()));
      file.writeBytes(littleEndian(blocks * BLOCK));
      return file.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] deflated(Deflater deflater, byte[] bytes) {
    byte[] deflated = new byte[BLOCK];
    deflater.setInput(bytes);
    int length = deflater.deflate(deflated, 0, deflated.length, Deflater.FULL_FLUSH);
    return Arrays.copyOf(deflated, length);
  }

  private static byte[] littleEndian(long number) {
    return ByteBuffer.allocate(Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) number)
        .array();
  }
}
