"""Takes the programs of the mathematical fonts (and of CMR10 where it serves formulas only) out of a file. usage: unembed.py FILE"""
import sys, pikepdf
p = pikepdf.open(sys.argv[1], allow_overwriting_input=True)
fonts = [o for o in p.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
names = [str(f["/FontName"]) for f in fonts]
text = any("CMBX" in n for n in names)
for f in fonts:
    n = str(f["/FontName"])
    if "CMMI" in n or "CMSY" in n or "CMBX" in n or "CMR" in n and not text or "CMEX" in n:
        for k in ("/FontFile", "/FontFile3"):
            if k in f: del f[k]
p.save(sys.argv[1])
# TrueType: the instructions for hinting go
import io
try:
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables import _g_l_y_f
except ImportError:
    sys.exit()
p = pikepdf.open(sys.argv[1], allow_overwriting_input=True)
for f in p.objects:
    if isinstance(f, pikepdf.Dictionary) and f.get("/Type") == "/FontDescriptor" and "/FontFile2" in f:
        t = TTFont(io.BytesIO(f["/FontFile2"].read_bytes()), recalcBBoxes=False)
        for k in ("fpgm", "prep", "cvt ", "gasp", "hdmx", "LTSH", "VDMX", "post", "name"):
            if k in t and k not in ("post", "name"): del t[k]
        g = t["glyf"]
        for n in t.getGlyphOrder():
            x = g[n]
            if hasattr(x, "removeHinting"): x.removeHinting()
        b = io.BytesIO(); t.save(b, reorderTables=False)
        d = b.getvalue()
        f["/FontFile2"].write(d); f["/FontFile2"]["/Length1"] = len(d)
p.save(sys.argv[1])
