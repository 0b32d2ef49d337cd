package code

import (
	"time"

	"roundrobin/pipeline/thread"
)

// calendar counts the working days of one Act. Days are midnights UTC.
type calendar struct {
	closed   map[time.Time]bool // weekdays that are no working days
	scottish bool
}

// newCalendars makes the calendars of FOIA s.10(6), which leaves out the bank
// holidays of every part of the United Kingdom, and of FOISA s.73, which
// leaves out those of Scotland alone.
func newCalendars(days []HolidayRow) (foia, foisa calendar) {
	foia.closed, foisa.closed = map[time.Time]bool{}, map[time.Time]bool{}
	foisa.scottish = true
	for _, d := range days {
		foia.closed[d.Date] = d.FOIA
		foisa.closed[d.Date] = d.FOISA
	}
	return foia, foisa
}

// calendarOf returns the calendar by which a thread is judged: FOISA's own for
// a Scottish body, else FOIA's, which the EIR share.
func (r *Reference) calendarOf(t *thread.Thread) calendar {
	if t.Law == "foisa" || t.Institution.Nation == "scotland" {
		return r.foisa
	}
	return r.foia
}

// isWorkingDay tells whether the day counts for the time limit.
func (c calendar) isWorkingDay(day time.Time) bool {
	return day.Weekday() != time.Saturday && day.Weekday() != time.Sunday && !c.closed[day]
}

// WorkingDays counts the working days after from, up to and with to: day 1 is
// the working day after receipt. 0 where to is not later.
func (c calendar) WorkingDays(from, to time.Time) int {
	n := 0
	for day := from.AddDate(0, 0, 1); !day.After(to); day = day.AddDate(0, 0, 1) {
		if c.isWorkingDay(day) {
			n++
		}
	}
	return n
}

// Due returns the n-th working day after receipt.
func (c calendar) Due(receipt time.Time, n int) time.Time {
	day := receipt
	for n > 0 {
		day = day.AddDate(0, 0, 1)
		if c.isWorkingDay(day) {
			n--
		}
	}
	return day
}
