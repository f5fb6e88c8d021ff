// Packs the bytes of a PNG file tighter, without loss and without what is no part of the picture.
import { deflateSync, inflateSync } from "node:zlib";

const signature_bytes = 8;
const kept = new Set(["IHDR", "PLTE", "tRNS", "IEND"]);

// The checksum of PNG (ISO/IEC 15948, annex D).
function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; ++bit) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
  }
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(checksum(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

export function packed(png) {
  const before = [];
  const data = [];
  const after = [];
  for (let at = signature_bytes; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (type === "IDAT") {
      data.push(content);
    } else if (kept.has(type)) {
      (data.length > 0 ? after : before).push(chunk(type, content));
    }
    at += length + 12;
  }
  const body = deflateSync(inflateSync(Buffer.concat(data)), { level: 9, memLevel: 9 });
  return Buffer.concat([png.subarray(0, signature_bytes), ...before, chunk("IDAT", body), ...after]);
}
