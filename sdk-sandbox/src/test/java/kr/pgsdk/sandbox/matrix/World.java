package kr.pgsdk.sandbox.matrix;

import kr.pgsdk.sandbox.Sandbox;

/**
 * What a mishap may need to know of where it happens.
 *
 * @param elsewhere the address of another server, which nobody has any business with
 */
record World(Gate gate, Sandbox sandbox, String elsewhere) {}
