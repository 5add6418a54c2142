package pdftest

import (
	"crypto/md5"
	"crypto/rc4"
	"fmt"
)

// padding fills passwords up to 32 bytes (ISO 32000-1, 7.6.3.3).
const padding = "\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a"

// keyLength is the length in bytes of the keys of the oldest encryption, revision 2.
const keyLength = 5

// encrypt has the streams encrypted with a password.
func (w *writer) encrypt(password string) {
	padded := (password + padding)[:32]
	const id, permissions = "etal-test-etal-t", "\xfc\xff\xff\xff" // all but to change it
	owner := md5.Sum([]byte(padded))
	o := encipher(owner[:keyLength], padded)
	key := md5.Sum([]byte(padded + o + permissions + id))
	w.key = key[:keyLength]
	w.object(4, fmt.Sprintf("<< /Filter /Standard /V 1 /R 2 /O <%x> /U <%x> /P -4 >>", o, encipher(w.key, padding)))
	w.trailer = fmt.Sprintf("/Encrypt 4 0 R /ID [<%x> <%[1]x>] ", id)
}

// encrypted returns the data of an object's stream, encrypted.
func (w *writer) encrypted(n int, data string) string {
	key := md5.Sum(append(append([]byte(nil), w.key...), byte(n), byte(n>>8), byte(n>>16), 0, 0))
	return encipher(key[:keyLength+5], data)
}

// encipher returns data enciphered by RC4.
func encipher(key []byte, data string) string {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err) // the key is too long
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, []byte(data))
	return string(out)
}
