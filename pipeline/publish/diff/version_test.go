package diff

import "testing"

func TestVersionFollows(t *testing.T) {
	for _, c := range []struct {
		last string
		due  Bump
		next string
		fine bool
	}{
		{"1.2.3", Patch, "1.2.4", true},
		{"1.2.3", Patch, "1.3.0", true},
		{"1.2.3", Patch, "1.2.5", false},
		{"1.2.3", Minor, "1.2.4", false},
		{"1.2.3", Minor, "1.3.0", true},
		{"1.2.3", Breaking, "1.3.0", false},
		{"1.2.3", Breaking, "2.0.0", true},
		{"0.1.0", Breaking, "0.2.0", true},
		{"0.1.0", Breaking, "0.1.1", false},
		{"1.2.3", None, "1.2.4", false},
		{"1.2.3", Patch, "1.2.3", false},
	} {
		last, errLast := ParseVersion(c.last)
		next, errNext := ParseVersion(c.next)
		if errLast != nil || errNext != nil {
			t.Fatal(errLast, errNext)
		}
		if err := next.Follows(last, c.due); (err == nil) != c.fine {
			t.Errorf("%s after %s with a %s change: %v", c.next, c.last, c.due, err)
		}
	}
}

func TestParseVersion(t *testing.T) {
	for _, s := range []string{"", "1", "1.2", "v1.2.3", "01.2.3", "1.2.3-rc1", "1.2.3\n"} {
		if v, err := ParseVersion(s); err == nil {
			t.Errorf("%q is read as %s", s, v)
		}
	}
}
