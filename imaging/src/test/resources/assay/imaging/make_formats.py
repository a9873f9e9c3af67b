"""Makes formats/ and formats.tsv: small pictures in every format, and what Pillow decodes them to.

Run with Debian's python3-pil and python3-numpy:  /usr/bin/python3 make_formats.py
"""
import hashlib
import os
import sys

import numpy as np
import PIL
from PIL import Image, ImageOps, features

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "formats")
os.makedirs(OUT, exist_ok=True)
W, H = 37, 23  # odd on purpose: rows that fill no whole byte, chroma that fills no whole block

y, x = np.mgrid[0:H, 0:W]
grey = ((x * 7 + y * 11) % 256).astype(np.uint8)
smooth = np.stack([(x * 255 // (W - 1)), (y * 255 // (H - 1)), ((x + y) * 255 // (W + H - 2))], -1).astype(np.uint8)
rgb = np.stack([(x * 5 + y) % 256, (y * 9 + 3) % 256, (x * y) % 256], -1).astype(np.uint8)
alpha = ((x * 13 + y * 3) % 256).astype(np.uint8)
deep = ((x.astype(np.int64) * 1777 + y * 911) % 65536).astype(np.uint16)
bits = ((x // 3 + y // 2) % 2 * 255).astype(np.uint8)
cmyk = np.stack([(x * 6) % 256, (y * 10) % 256, (x + y) * 4 % 256, (x * y) % 128], -1).astype(np.uint8)

L = Image.fromarray(grey, "L")
RGB = Image.fromarray(rgb, "RGB")
SMOOTH = Image.fromarray(smooth, "RGB")
RGBA = Image.fromarray(np.dstack([rgb, alpha]), "RGBA")
LA = Image.fromarray(np.dstack([grey, alpha]), "LA")
P = RGB.quantize(17)
ONE = Image.fromarray(bits, "L").convert("1")
I16 = Image.fromarray(deep, "I;16")
CMYK = Image.frombytes("CMYK", (W, H), cmyk.tobytes())

rows = []


def over_white(image):
    """Composites as documented: (sample * alpha + 255 * (255 - alpha) + 127) // 255."""
    a = np.asarray(image).astype(np.int64)
    al = a[..., -1:]
    return ((a[..., :-1] * al + 255 * (255 - al) + 127) // 255).astype(np.uint8)


def inks(image):
    """Inks to colours as documented: ((255 - ink) * (255 - black) + 127) // 255."""
    a = np.asarray(image).astype(np.int64)
    return (((255 - a[..., :3]) * (255 - a[..., 3:]) + 127) // 255).astype(np.uint8)


def pixels(path):
    image = Image.open(path)
    image.seek(0)
    image.load()
    if path.endswith('.jpg'):
        image = ImageOps.exif_transpose(image)
    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
        if image.mode == "RGB" and all(len(set(c)) == 1 for _, c in image.getcolors(1 << 16)):
            image = image.convert("L")
    if image.mode == "1":
        image = image.convert("L")
    if image.mode in ("RGBA", "LA"):
        a = over_white(image)
    elif image.mode.startswith("I"):
        a = np.asarray(image).astype(np.int64)
        a = ((a * 255 + 32767) // 65535).astype(np.uint8)
    elif image.mode == "CMYK":
        a = inks(image)
    else:
        a = np.asarray(image)
    return a[..., 0] if a.ndim == 3 and a.shape[2] == 1 else a


def keep(name, image, tolerance=0, expected=None, **options):
    path = os.path.join(OUT, name)
    image.save(path, **options)
    note(name, tolerance, expected)


def note(name, tolerance=0, expected=None):
    path = os.path.join(OUT, name)
    a = pixels(path) if expected is None else expected
    a = np.ascontiguousarray(a)
    bands = 1 if a.ndim == 2 else a.shape[2]
    with open(path, "rb") as f:
        frames = getattr(Image.open(path), "n_frames", 1)
    digest = hashlib.sha256(a.tobytes()).hexdigest()
    raw = "-"
    if tolerance:
        raw = name + ".raw"
        with open(os.path.join(OUT, raw), "wb") as f:
            f.write(a.tobytes())
    rows.append([name, a.shape[1], a.shape[0], bands, frames, tolerance, digest, raw])


# PNG, every colour type
keep("grey.png", L)
keep("rgb.png", RGB)
keep("palette.png", P)
keep("one-bit.png", ONE)
keep("grey-alpha.png", LA)
keep("rgb-alpha.png", RGBA)
keep("sixteen.png", I16)
# BMP
keep("grey.bmp", L)
keep("rgb.bmp", RGB)
keep("palette.bmp", P)
keep("one-bit.bmp", ONE)
# GIF: plain, transparent, animated with a first frame that is smaller than the canvas
keep("palette.gif", P)
keep("grey.gif", L)
clear = P.copy()
clear.info["transparency"] = 3
keep("transparent.gif", clear, transparency=3)
keep("animated.gif", P, save_all=True, append_images=[RGB.transpose(Image.FLIP_TOP_BOTTOM).quantize(9), RGB.rotate(180).quantize(5)], duration=80, loop=0)
# TIFF
keep("grey.tiff", L)
keep("grey-lzw.tiff", L, compression="tiff_lzw")
keep("grey-deflate.tiff", L, compression="tiff_adobe_deflate")
keep("grey-packbits.tiff", L, compression="packbits")
keep("rgb.tiff", RGB)
keep("rgb-lzw.tiff", RGB, compression="tiff_lzw")
keep("rgb-alpha.tiff", RGBA)
keep("palette.tiff", P)
keep("one-bit.tiff", ONE)
keep("one-bit-fax4.tiff", ONE, compression="group4")
# Pillow writes no WhiteIsZero itself: the same file with the tag's value changed, so seen inverted
with open(os.path.join(OUT, "grey.tiff"), "rb") as f:
    data = bytearray(f.read())
ifd = int.from_bytes(data[4:8], "little")
for i in range(int.from_bytes(data[ifd:ifd + 2], "little")):
    e = ifd + 2 + 12 * i
    if int.from_bytes(data[e:e + 2], "little") == 262:
        data[e + 8] = 0
with open(os.path.join(OUT, "white-is-zero.tiff"), "wb") as f:
    f.write(data)
note("white-is-zero.tiff", 0, 255 - grey)
keep("sixteen.tiff", I16)
keep("sixteen-lzw.tiff", I16, compression="tiff_lzw")
keep("cmyk.tiff", CMYK)
keep("cmyk-lzw.tiff", CMYK, compression="tiff_lzw")
keep("pages.tiff", L, save_all=True, append_images=[RGB, ONE])
keep("jpeg.tiff", SMOOTH, compression="jpeg", quality=90, tolerance=3)
# JPEG: decoded here only when it is made smaller or has four inks
keep("grey.jpg", L, quality=95, tolerance=2)
keep("rgb444.jpg", SMOOTH, quality=95, subsampling=0, tolerance=2)
keep("rgb420.jpg", SMOOTH, quality=95, subsampling=2, tolerance=4)
keep("progressive.jpg", SMOOTH, quality=95, progressive=True, subsampling=0, tolerance=2)
keep("cmyk.jpg", CMYK, quality=97, tolerance=4)
# WebP
if features.check("webp"):
    keep("lossless.webp", RGB, lossless=True, exact=True)
    keep("lossless-alpha.webp", RGBA, lossless=True, exact=True)
    # 12: chroma at half size is spread by libwebp over neighbours, by others not
    keep("lossy.webp", SMOOTH, quality=90, tolerance=12)
# EXIF orientation 1 to 8, in JPEG
for o in range(1, 9):
    exif = Image.Exif()
    exif[274] = o
    keep("orientation-%d.jpg" % o, SMOOTH, quality=95, subsampling=0, exif=exif, tolerance=2)
# Shrinking by area average
big = Image.fromarray(np.kron(grey, np.ones((3, 5), np.uint8)) ^ np.tile(np.arange(W * 5, dtype=np.uint8) % 7, (H * 3, 1)), "L")
big.save(os.path.join(OUT, "big.png"))
note("big.png")
# each pixel repeated, so that the new pixels fall on whole ones; then plain means
h, w = H * 3, W * 5
hh = round(64 * h / w)
wide = np.repeat(np.repeat(np.asarray(big).astype(np.int64), 64, 1), hh, 0)
total = wide.reshape(hh, h, 64, w).sum(axis=(1, 3))
small = ((2 * total + w * h) // (2 * w * h)).astype(np.uint8)
with open(os.path.join(OUT, "big-64.raw"), "wb") as f:
    f.write(small.tobytes())

with open(os.path.join(HERE, "formats.tsv"), "w", encoding="utf-8") as f:
    f.write("# Pillow %s (Debian python3-pil), numpy %s; made by: /usr/bin/python3 make_formats.py\n" % (PIL.__version__, np.__version__))
    f.write("# SHA-256 of the decoded 8-bit samples, row by row; where a codec may round, tolerance a sample and the samples themselves\n")
    f.write("file\twidth\theight\tbands\tframes\ttolerance\tsha256\traw\n")
    for r in rows:
        f.write("\t".join(map(str, r)) + "\n")
print(len(rows), "rows", file=sys.stderr)
