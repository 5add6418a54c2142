package main

import "time"

var started = time.Now()

// processorTime returns the time that has passed, for want of the processor's.
func processorTime() time.Duration { return time.Since(started) }
