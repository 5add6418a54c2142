package read

// A fingerprint is the hash of some bytes of a text, and where they begin.
type fingerprint struct {
	hash uint32
	at   int32
}

// Of each window of hashes the smallest is kept, about two of nine: two texts that share
// shortestContext bytes share a fingerprint. S. Schleimer, D. S. Wilkerson, A. Aiken, Winnowing:
// local algorithms for document fingerprinting, SIGMOD 2003, 76–85.
const (
	hashedBytes     = 12
	hashWindow      = 8
	shortestContext = hashedBytes + hashWindow - 1
)

// The hash is a polynomial over the bytes, modulo 1<<32, so that it can roll over a text.
const (
	hashFactor = 16777619 // of FNV-1
	factor4    = hashFactor * hashFactor * hashFactor * hashFactor % (1 << 32)
	factor12   = factor4 * factor4 * factor4 % (1 << 32) // hashFactor to the power of hashedBytes
)

// fingerprints returns the fingerprints of a text in its order.
func fingerprints(text string) []fingerprint {
	var kept []fingerprint
	var window [hashWindow]fingerprint
	hash := uint32(0)
	for i := range len(text) {
		hash = hash*hashFactor + uint32(text[i])
		if i >= hashedBytes {
			hash -= uint32(text[i-hashedBytes]) * factor12
		}
		at := i - hashedBytes + 1
		if at < 0 {
			continue
		}
		window[at%hashWindow] = fingerprint{mix(hash), int32(at)}
		if at < hashWindow-1 {
			continue
		}
		smallest := window[0]
		for _, f := range window[1:] {
			if f.hash < smallest.hash || f.hash == smallest.hash && f.at > smallest.at {
				smallest = f
			}
		}
		if n := len(kept); n == 0 || kept[n-1] != smallest {
			kept = append(kept, smallest)
		}
	}
	return kept
}

// mix spreads a hash, of which else the last bytes decide, over all bits: the finalizer of
// MurmurHash3.
func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}
