package code

import (
	"fmt"
	"strings"
	"testing"
)

// referenceDir is the reference data of the repository.
const softwareReferenceDir = "../../data/reference"

func loadSoftwareReference(t *testing.T) *Reference {
	t.Helper()
	r, err := LoadReference(softwareReferenceDir)
	if err != nil {
		t.Skipf("reference data not there: %v", err)
	}
	return r
}

// TestSoftware reads testdata/software.tsv: yes where a positive answer
// precedes, the hits, the sentences between " | ".
func TestSoftware(t *testing.T) {
	x := newProductIndex(loadSoftwareReference(t))
	for _, row := range readTSV(t, "testdata/software.tsv") {
		var got []string
		for _, h := range x.findBehind(nil, strings.Split(row[2], " | "), row[0] == "yes") {
			s := fmt.Sprintf("%s/%s/%s/%s", h.Product, h.Vendor, h.Use, h.Status)
			if !h.Known {
				s += "/unlisted"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, "; "); g != strings.TrimPrefix(row[1], "-") {
			t.Errorf("%s\n got %q\nwant %q", row[2], g, row[1])
		}
	}
}

// TestFindBehind takes the use from the answer before the name.
func TestFindBehind(t *testing.T) {
	x := newProductIndex(loadSoftwareReference(t))
	before := []string{"Yes.", "A product is used to follow mentions of the University.", "TweetDeck is not used."}
	hits := x.findBehind(before, []string{"Talkwalker."}, true)
	if len(hits) != 1 || hits[0].Use != useListening || hits[0].Sentence != 0 {
		t.Errorf("got %+v", hits)
	}
}

func TestBareVendor(t *testing.T) {
	for in, want := range map[string]string{
		"Sprout Social, Inc.": "Sprout Social", "Hootsuite Inc.": "Hootsuite", "Access Intelligence plc": "Access Intelligence",
		"SocialSignin Ltd (Birmingham), trading as Orlo": "Orlo", "Brandwatch (Runtime Collective Ltd)": "Brandwatch",
		"Khoros LLC": "Khoros", "Cision (bought Oct 2014)": "Cision", "Later Media": "Later Media", "": "",
	} {
		if got := bareVendor(in); got != want {
			t.Errorf("bareVendor(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestProductsAreFound finds each product of the reference by its own name.
func TestProductsAreFound(t *testing.T) {
	r := loadSoftwareReference(t)
	x := newProductIndex(r)
	for _, row := range r.Software {
		hits := x.findBehind(nil, []string{"The University uses the software " + row.Product + " for this."}, true)
		if len(hits) != 1 || !hits[0].Known {
			t.Errorf("%s: %v", row.Product, hits)
		}
	}
}
