package terminal

import (
	"errors"
	"strings"
	"testing"
)

func TestGo(t *testing.T) {
	reported := make(chan error, 1)
	done := make(chan bool)
	Go(func() { close(done) }, func(err error) { reported <- err })
	<-done
	Go(func() { panic("oops") }, func(err error) { reported <- err })
	err := <-reported
	var panicked *PanicError
	if !errors.As(err, &panicked) || err.Error() != "panic: oops" {
		t.Fatalf("got %v", err)
	}
	if !strings.Contains(string(panicked.Stack), "TestGo") {
		t.Errorf("the stack does not say where:\n%s", panicked.Stack)
	}
}
