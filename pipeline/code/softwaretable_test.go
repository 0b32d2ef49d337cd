package code

import (
	"fmt"
	"strings"
	"testing"
)

// TestTableProducts reads tables as replies have them: headed or bare, by tabs,
// by bars or by spaces.
func TestTableProducts(t *testing.T) {
	x := newProductIndex(loadSoftwareReference(t))
	for _, tt := range []struct{ text, want string }{
		{"Department\tProduct\tSupplier\tWhat it is for\nCampus Safety\tHootsuite\tHootsuite Inc.\tColumns showing the public pages of student societies\nExternal Relations\tMeltwater\tMeltwater (UK) Ltd\tMentions of the University in the press\nPress\tVuelio\tAccess Intelligence plc\tAs Meltwater. Lapsed March 2018",
			"Hootsuite/Hootsuite/student_monitoring/used; Meltwater/Meltwater/listening/used; Vuelio/Access Intelligence/listening/formerly_used"},
		{"Tool\tUsed by\tPurpose\nMurmurline\tPress Office\tPress coverage of the University\nBuffer\tDigital Content\tScheduling of posts\nNone\tLibrary\t-",
			"Murmurline/Murmurline/listening/used/unlisted; Buffer/Buffer/publishing/used"},
		{"| Software | Provider | From | To |\n| Orlo | Orlo | 2017 | to date |\n| Sprout Social | Sprout Social Inc | 2014 | until 2017 |",
			"Orlo/Orlo/unspecified/used; Sprout Social/Sprout Social/unspecified/formerly_used"},
		{"Hootsuite\tScheduling\nGoogle Alerts\tMentions of the College", "Hootsuite/Hootsuite/publishing/used; Google Alerts/Google/listening/used"},
		{"Provider   What for\nBrandwatch   Mentions of the University\nTalkwalker   Same (trial 2018, not continued)", "Brandwatch/Brandwatch/listening/used; Talkwalker/Talkwalker/listening/formerly_used"},
		{"Office\tStatus\tProduct\nRegistry\tDemonstration only\tDataminr\nPress\tIn use\tCision\nConduct\tNever used\tMeltwater", "Cision/Cision/unspecified/used"},
		{"Department\tNumber of cases\nCampus Safety\t12\nExternal Relations\t3", ""},
		{"Platform\tLooked at by\nFacebook\tStudent Conduct\nTwitter\tPress", ""},
	} {
		var got []string
		hits, _ := x.tableProducts(tt.text)
		for _, h := range hits {
			s := fmt.Sprintf("%s/%s/%s/%s", h.Product, h.Vendor, h.Use, h.Status)
			if !h.Known {
				s += "/unlisted"
			}
			if name := tt.text[h.Start:h.End]; name != h.Product {
				t.Errorf("%s stands at %q", h.Product, name)
			}
			got = append(got, s)
		}
		if g := strings.Join(got, "; "); g != tt.want {
			t.Errorf("%s\n got %q\nwant %q", tt.text, g, tt.want)
		}
	}
}

// TestNameBody finds the uses in sentences that call the body by its name, at
// their own places.
func TestNameBody(t *testing.T) {
	x := *newProductIndex(loadSoftwareReference(t))
	x.ownName = ownNameOf("University of Wychmere")
	for said, want := range map[string]string{
		"Meltwater brings up whatever names Wychmere.":                                useListening,
		"Meltwater is there to find what the papers write about Wychmere's research.": useListening,
		"Meltwater finds posts in which Wychmere is named.":                           useListening,
		"Orlo lines up Wychmere's announcements.":                                     usePublishing,
		"Orlo belongs to Wychmere.":                                                   useUnspecified,
	} {
		hits := x.findBehind(nil, []string{said}, false)
		if len(hits) != 1 || hits[0].Use != want || said[hits[0].Start:hits[0].End] != hits[0].Product {
			t.Errorf("%s: %+v", said, hits)
		}
	}
	n := nameBody("of wychmere's and the university of wychmere now", x.ownName)
	if n.low != "of the university's and the university now" || n.back(3) != 3 || n.back(len(n.low)) != 48 || n.back(len("of the university")) != 11 {
		t.Errorf("%q %d %d", n.low, n.back(len(n.low)), n.back(len("of the university")))
	}
}
