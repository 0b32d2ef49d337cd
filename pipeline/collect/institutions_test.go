package collect

import (
	"testing"

	"roundrobin/pipeline/thread"
)

func TestInstitutionsMatch(t *testing.T) {
	set, err := loadInstitutions("../../data/reference")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, slug string
		want       string // id
		known      bool
	}{
		{"", "university_of_bath", "university_of_bath", true},
		{"UNIVERSITY OF BATH", "", "university_of_bath", true},
		{"the University of Bath", "nonsense", "university_of_bath", true},
		{"Bath University", "", "university_of_bath", true},
		{"Saint Mary's University, Twickenham", "", "st_marys_university_twickenham", true},
		{"Prifysgol Efrog", "", "university_of_york", true},
		{"BU", "", "bu", false}, // shared by two bodies
		{"Wexley College", "", "wexley_college", false},
		{"", "wexley_college", "wexley_college", false},
	}
	for _, tt := range tests {
		p := &problems{}
		th := &thread.Thread{Institution: thread.Institution{Name: tt.name, WDTKBody: tt.slug}}
		set.match(th, false, p)
		if got := th.Institution.ID; got != tt.want || tt.known != (len(p.list) == 0) {
			t.Errorf("%q %q: id %q, problems %v", tt.name, tt.slug, got, p.list)
		}
	}
}

func TestInstitutionCodes(t *testing.T) {
	set, err := loadInstitutions("../../data/reference")
	if err != nil {
		t.Fatal(err)
	}
	got := set.bySlug["university_of_strathclyde"]
	if got.Nation != "scotland" || got.Region != "scotland" || law(got) != "foisa" || got.UKPRN == "" {
		t.Errorf("got %+v", got)
	}
	if g := set.bySlug["university_of_york"].MissionGroup; g != "russell_group" {
		t.Errorf("mission group %q", g)
	}
	if err := set.add(map[string]string{"nation": "Atlantis", "mission_group": "none"}); err == nil {
		t.Error("an unknown nation is accepted")
	}
}
