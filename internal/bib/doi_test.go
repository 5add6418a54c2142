package bib

import "testing"

func TestFindDOI(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"label", "J Sound. doi:10.5555/abc.12", "10.5555/abc.12"},
		{"address", "https://doi.org/10.5555/ABC-12_3;x", "10.5555/ABC-12_3;x"},
		{"the sentence's stop", "See 10.5555/abc.", "10.5555/abc"},
		{"the sentence's brackets", "(see [10.5555/abc])", "10.5555/abc"},
		{"brackets of its own", "10.5555/S0140(99)12345-6.", "10.5555/S0140(99)12345-6"},
		{"quotes", "“10.5555/abc”", "10.5555/abc"},
		{"long registrant", "10.123456789/x", "10.123456789/x"},
		{"too short a registrant", "10.55/abc", ""},
		{"no suffix", "10.5555/", ""},
		{"part of a longer number", "210.5555/abc", ""},
		{"none", "vol. 10, pp. 5555", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, start, end := FindDOI(tt.in)
			if got != tt.want || tt.in[start:end] != got {
				t.Errorf("FindDOI(%q) = %q, %d, %d; want %q", tt.in, got, start, end, tt.want)
			}
		})
	}
}
