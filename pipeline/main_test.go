package main

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"roundrobin": main})
}

// TestScripts runs the program as a user does, each script in a folder of its
// own. $REFERENCE is the reference data, $SAMPLE the sample.
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("the scripts build several datasets")
	}
	data, err := filepath.Abs("../data")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Cmds:                scriptCommands,
		Setup: func(env *testscript.Env) error {
			env.Setenv("REFERENCE", filepath.Join(data, "reference"))
			env.Setenv("SAMPLE", filepath.Join(data, "sample"))
			return nil
		},
	})
}
