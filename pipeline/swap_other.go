//go:build !linux

package main

import "errors"

// exchange swaps the names of two folders in one step, where the system can.
func exchange(tmp, out string) error { return errors.ErrUnsupported }
