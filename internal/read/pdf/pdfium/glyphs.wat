;; Reads the glyphs of a page in one call, where five for each of some thousand would take longer than
;; to parse the page. .ci/pdfium builds it into pdfium.wasm.gz; glyphs.go reads what it writes.
(module
  (import "pdfium" "memory" (memory 1))
  (import "pdfium" "FPDFText_GetUnicode" (func $unicode (param i32 i32) (result i32)))
  (import "pdfium" "FPDFText_GetTextObject" (func $object (param i32 i32) (result i32)))
  (import "pdfium" "FPDFText_IsGenerated" (func $generated (param i32 i32) (result i32)))
  (import "pdfium" "FPDFText_IsHyphen" (func $hyphen (param i32 i32) (result i32)))
  (import "pdfium" "FPDFText_HasUnicodeMapError" (func $unknown (param i32 i32) (result i32)))
  (import "pdfium" "FPDFText_GetCharOrigin" (func $origin (param i32 i32 i32 i32) (result i32)))
  (import "pdfium" "FPDFText_GetLooseCharBox" (func $box (param i32 i32 i32) (result i32)))

  ;; Writes the glyphs from $i up to $end of a text page, 56 bytes each: rune, text object, whether it
  ;; was added, is a hyphen, has no letter, 0; its origin as two doubles; its box as four floats.
  (func (export "glyphs") (param $text i32) (param $i i32) (param $end i32) (param $out i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_s (local.get $i) (local.get $end)))
        (i32.store (local.get $out) (call $unicode (local.get $text) (local.get $i)))
        (i32.store offset=4 (local.get $out) (call $object (local.get $text) (local.get $i)))
        (i32.store offset=8 (local.get $out) (call $generated (local.get $text) (local.get $i)))
        (i32.store offset=12 (local.get $out) (call $hyphen (local.get $text) (local.get $i)))
        (i32.store offset=16 (local.get $out) (call $unknown (local.get $text) (local.get $i)))
        (i32.store offset=20 (local.get $out) (i32.const 0))
        (drop (call $origin (local.get $text) (local.get $i)
          (i32.add (local.get $out) (i32.const 24)) (i32.add (local.get $out) (i32.const 32))))
        (drop (call $box (local.get $text) (local.get $i) (i32.add (local.get $out) (i32.const 40))))
        (local.set $out (i32.add (local.get $out) (i32.const 56)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))))
