package lazyregexp

import "testing"

func TestNewInTest(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("an invalid expression went unnoticed in a test")
		}
	}()
	New(`(`)
}

func TestFirstUse(t *testing.T) {
	isTest = false
	defer func() { isTest = true }()
	r := New(`(`)
	defer func() {
		if recover() == nil {
			t.Error("an invalid expression did not panic at first use")
		}
	}()
	r.MatchString("")
}

func TestConcurrentUse(t *testing.T) {
	r := New(`^a+$`)
	done := make(chan bool)
	for range 4 {
		go func() { done <- r.MatchString("aaa") }()
	}
	for range 4 {
		if !<-done {
			t.Error("no match")
		}
	}
}
