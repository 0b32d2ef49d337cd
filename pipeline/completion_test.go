package main

import (
	"bytes"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestCompletion asks bash what the script offers at the end of a line, whose
// last word is what stands behind the last bar.
func TestCompletion(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash to complete in")
	}
	var script, said bytes.Buffer
	if code := run([]string{"completion", "bash"}, &script, &said); code != exitFine {
		t.Fatal(said.String())
	}
	for _, c := range []struct {
		line string
		want []string
	}{
		{"roundrobin|quer", []string{"query"}},
		{"roundrobin|se", []string{"segment", "serve"}},
		{"roundrobin|query|--fo", []string{"--format"}},
		{"roundrobin|query|--format|m", []string{"markdown"}},
		{"roundrobin|query|--out|b", nil},
		{"roundrobin|query|SELECT count(*) FROM mess", []string{"SELECT count(*) FROM messages"}},
		{"roundrobin|query|SELECT (FROM pract", []string{"SELECT (FROM practice"}},
		{"roundrobin|summarise|overt", []string{"overt_covert"}},
		{"roundrobin|help|exp", []string{"explain"}},
		{"roundrobin|completion|", []string{"bash"}},
		{"roundrobin|dataset|--help|x", nil},
	} {
		t.Run(c.line, func(t *testing.T) {
			words := strings.Split(c.line, "|")
			ask := script.String() + `
compopt() { :; }
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_roundrobin "$1" "${@: -1}" "${@: -2:1}"
((${#COMPREPLY[@]})) && printf '%s\n' "${COMPREPLY[@]}"
exit 0`
			out, err := exec.Command(bash, append([]string{"-c", ask, "bash"}, words...)...).CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			var got []string
			for line := range strings.Lines(string(out)) {
				got = append(got, strings.TrimSuffix(line, "\n"))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
