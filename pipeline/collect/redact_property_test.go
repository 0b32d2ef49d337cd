package collect

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"roundrobin/pipeline/thread"
)

// Names and forms of letters from which random threads are made. Some of the
// names are common words, too.
var (
	testGiven    = []string{"Ida", "Dawn", "Robin", "Oluwaseun", "Siân", "Mark", "Jean-Luc", "May", "Hedda", "Grace"}
	testSurnames = []string{"Quill", "Marsh", "Young", "O'Dowd", "van der Brill", "Etherington-Okafor", "Page", "Rasmoor", "Llŷn", "Law"}
	testCloses   = []string{"Yours sincerely", "Kind regards,", "Regards", "Best wishes,", "Yn gywir / Yours sincerely,", "With best wishes"}
	testRoles    = []string{"Records Manager", "Information Officer\nLegal Services", "Head of Governance\nUniversity of Lowmarsh", ""}
	testGreeting = []string{"Dear %s %s,", "Dear %[1]s", "Hi %[1]s,", "Dear Ms %[2]s", "Good morning %[1]s,", "Annwyl %[1]s %[2]s,     |Dear %[1]s %[2]s,"}
)

func pick(rng *rand.Rand, list []string) string { return list[rng.IntN(len(list))] }

// A name in a signature or a salutation is left nowhere in full or with its
// title, whatever the letters look like, and a second pass changes nothing.
func TestRedactedNamesAreGone(t *testing.T) {
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 1))
		given, surname := pick(rng, testGiven), pick(rng, testSurnames)
		officer, last := pick(rng, testGiven), pick(rng, testSurnames)
		reply := strings.Join([]string{
			fmt.Sprintf(pick(rng, testGreeting)+"%.0s", given, surname),
			"", "The law on parking may change: mark the page. We hold twelve permits.",
			fmt.Sprintf("Mr %s told me what %s %s had asked.", last, given, surname),
			"", pick(rng, testCloses), "", officer + " " + last, pick(rng, testRoles),
		}, "\n")
		th := letter("", reply)
		th.Messages[0].From = given + " " + surname
		th.Messages[0].Text = "Dear University of Lowmarsh,\nHow many?\nYours,\n" + given + " " + surname + "\n"
		Redact(th)
		for _, name := range []string{given + " " + surname, officer + " " + last, "Mr " + last, "Ms " + surname} {
			for _, m := range th.Messages {
				if strings.Contains(m.Text, name) || slices.Contains(bodyLines(m.Text), given) {
					t.Fatalf("seed %d: %q is left in\n%s", seed, name, m.Text)
				}
			}
		}
		if first := bodyLines(th.Messages[1].Text)[0]; !strings.Contains(first, "[name]") {
			t.Fatalf("seed %d: salutation %q", seed, first)
		}
		if !strings.Contains(th.Messages[1].Text, "The law on parking may change: mark the page. We hold twelve permits.") {
			t.Fatalf("seed %d: a word is taken for a name in\n%s", seed, th.Messages[1].Text)
		}
		again := &thread.Thread{Institution: th.Institution, Messages: slices.Clone(th.Messages)}
		Redact(again)
		if again.Messages[1].Text != th.Messages[1].Text {
			t.Fatalf("seed %d: a second pass changes\n%s\nto\n%s", seed, th.Messages[1].Text, again.Messages[1].Text)
		}
	}
}
